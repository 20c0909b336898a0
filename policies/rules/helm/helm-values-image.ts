import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3";

import { isScalar } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineStackRule } from "../../rule";
import { eachSetting, helmTypes, type Setting } from "../../kubernetes/helm";
import { imageCheck } from "../../kubernetes/own-registry";

const REGISTRY = "azure-native:containerregistry:Registry";

const EXAMPLE = { type: REGISTRY, properties: { registryName: "crclinic" } };

export const helmValuesImage = defineStackRule<
    ReturnType<typeof imageCheck>,
    { readonly registries: readonly string[] }
>({
    id: "helm-values-image",
    title: {
        fr: "Toute image que nomment les valeurs d’un chart vient du registre privé, sous un tag fixe",
        en: "Every image that the values of a chart name is of the private registry, under a fixed tag",
    },
    why: {
        fr: "Les images d’une release échappent aux règles sur les pods : ses valeurs sont le seul endroit où les juger.",
        en: "The images of a release escape the rules on pods: its values are the only place to judge them.",
    },
    remediation: {
        fr: "Importer l’image dans le registre privé, et donner digest ou un tag autre que latest.",
        en: "Import the image into the private registry, and give digest or a tag other than latest.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/container-registry/container-registry-import-images",
    appliesTo: helmTypes,
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
        compliant: [
            EXAMPLE,
            {
                type: "kubernetes:helm.sh/v3:Release",
                properties: {
                    chart: "./charts/web",
                    values: { image: { registry: "crclinic.azurecr.io", repository: "web", tag: "1.4.2" } },
                } satisfies Partial<ReleaseArgs>,
            },
        ],
        violation: [
            EXAMPLE,
            {
                type: "kubernetes:helm.sh/v3:Release",
                properties: {
                    chart: "./charts/web",
                    values: { image: { repository: "docker.io/library/nginx", tag: "latest" } },
                } satisfies Partial<ReleaseArgs>,
            },
        ],
    },
    survey: (registries, config) =>
        // A text among values may be a secret that is out of place.
        imageCheck(registries, config.registries, (expected) => `attendu ${expected}, obtenu une autre`),
    check({ properties }, checkImage) {
        eachSetting(properties, (setting) => {
            const image = imageOf(setting);
            if (image !== undefined) {
                // A registry that is not known yet is noted as the value that it is.
                if (!isInParts(setting) || setting.holder.read("registry").state !== "unknown") {
                    checkImage(setting.value, image);
                }
                if (image.endsWith(":latest")) {
                    setting.value.violation("", "attendu une empreinte ou un tag fixe, obtenu « latest »");
                }
            }
        });
    },
});

/** Whether a registry, a tag or a digest may stand beside an image. */
function isInParts({ key }: Setting): boolean {
    return /^(image|repository)$/.test(key);
}

/** The reference that a value makes: a text by itself, or a repository with what stands beside it. */
function imageOf(setting: Setting): string | undefined {
    const { key, content, holder } = setting;
    if (typeof content !== "string" || content === "" || content.includes("://")) {
        return undefined;
    }
    if (isInParts(setting)) {
        return assembled(content, holder);
    }
    return /^\w+Image$/.test(key) ? content : undefined;
}

/** A digest decides where there is a tag as well. */
function assembled(repository: string, holder: Inspection): string {
    const beside = (key: string, mark: (text: string) => string) => {
        const reading = holder.read(key);
        return reading.state === "known" && isScalar(reading.value) && reading.value !== ""
            ? mark(String(reading.value))
            : "";
    };
    const registry = beside("registry", (host) => `${host}/`);
    const version = beside("digest", (digest) => `@${digest}`) || beside("tag", (tag) => `:${tag}`);
    return `${registry}${repository}${version}`;
}
