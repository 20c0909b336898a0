import { defineStackRule } from "../../rule";
import { containerExample } from "../../kubernetes/example-workload";
import { imageCheck } from "../../kubernetes/own-registry";
import { eachImage, podSpec, workloadTypes } from "../../kubernetes/pods";

const REGISTRY = "azure-native:containerregistry:Registry";

const EXAMPLE = { type: REGISTRY, properties: { registryName: "crclinic" } };

export const containerImageOwnRegistry = defineStackRule<
    ReturnType<typeof imageCheck>,
    { readonly registries: readonly string[] }
>({
    id: "container-image-own-registry",
    title: {
        fr: "Toute image provient du registre privé de la plateforme",
        en: "Every image comes from the platform's private registry",
    },
    why: {
        fr: "Une image tirée d’un registre tiers n’a été ni analysée ni approuvée, et peut disparaître ou changer.",
        en: "An image pulled from a third party was neither scanned nor approved, and may vanish or change.",
    },
    remediation: {
        fr: "Importer l’image dans le registre privé et l’y désigner.",
        en: "Import the image into the private registry and name it there.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/container-registry/container-registry-import-images",
    appliesTo: workloadTypes,
    reads: { [REGISTRY]: ["registryName"] },
    config: {
        registries: {
            type: "array",
            items: { type: "string" },
            description: "Registres approuvés en plus de ceux de la pile, par leur nom d’hôte",
            default: [],
        },
    },
    examples: {
        compliant: [EXAMPLE, containerExample({ image: "crclinic.azurecr.io/web:1.4.2" })],
        violation: [EXAMPLE, containerExample({ image: "docker.io/library/nginx:1.29" })],
    },
    survey: (registries, config) => imageCheck(registries, config.registries),
    check({ properties, type }, checkImage) {
        eachImage(podSpec(properties, type), (place) => {
            place.given("", (image) => {
                checkImage(place, image);
            });
        });
    },
});
