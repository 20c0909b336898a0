import { isScalar, mismatch, type Scalar, show } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineStackRule } from "../../rule";
import { eachImage, podSpec, workloadTypes } from "../../kubernetes/pods";

const REGISTRY_DOMAIN = ".azurecr.io";

export const containerImageOwnRegistry = defineStackRule({
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
    reads: { "azure-native:containerregistry:Registry": ["registryName"] },
    survey(registries) {
        const named = registries.map(({ properties }) => ({
            properties,
            name: properties.read("registryName"),
        }));
        const hosts = named.flatMap(({ name }) =>
            name.state === "known" && isScalar(name.value)
                ? `${String(name.value).toLowerCase()}${REGISTRY_DOMAIN}`
                : [],
        );
        const unnamed = named.filter(({ name }) => name.state === "unknown");
        const allowed = hosts.sort().map(show).join(" ou ") || "la pile, qui ne déclare aucun registre";

        return (place: Inspection, image: Scalar) => {
            const host = hostOf(String(image));
            if (hosts.includes(host)) {
                return;
            }
            if (unnamed.length === 0 || !host.endsWith(REGISTRY_DOMAIN)) {
                place.violation("", mismatch(`une image de ${allowed}`, image));
                return;
            }
            // The image may come from a registry whose name is not known yet.
            unnamed.forEach(({ properties, name }) => {
                properties.note(name);
            });
        };
    },
    check({ properties, type }, checkImage) {
        eachImage(podSpec(properties, type), (place) => {
            place.given("", (image) => {
                checkImage(place, image);
            });
        });
    },
});

/** What stands before the path of an image reference; a reference that is a single name has no registry. */
function hostOf(image: string): string {
    const [first = "", ...path] = image.split("/");
    return path.length > 0 ? first.toLowerCase() : "";
}
