import { defineRule } from "../../rule";
import { typeOfUrn } from "../../urn";

export const resourceApiVersionStable = defineRule({
    id: "resource-api-version-stable",
    title: {
        fr: "Aucune ressource ne dépend d’une version d’API en préversion",
        en: "No resource depends on a preview API version",
    },
    why: {
        fr: "Une préversion est hors engagement de service et de sécurité, et ses réglages changent ou disparaissent.",
        en: "A preview is outside the service's commitments and security baseline, and its settings change or vanish.",
    },
    remediation: {
        fr: "Déclarer la ressource avec une version d’API stable, ou sans version.",
        en: "Declare the resource with a stable API version, or without version.",
    },
    severity: "low",
    url: "https://www.pulumi.com/registry/packages/azure-native/version-guide/",
    generic: true,
    appliesTo: (type) => type.startsWith("azure-native:"),
    examples: {
        compliant: [
            {
                type: "azure-native:storage/v20240101:StorageAccount",
                properties: { resourceGroupName: "rg" },
            },
        ],
        violation: [
            { type: "azure-native:network/v20240101preview:Subnet", properties: { resourceGroupName: "rg" } },
        ],
    },
    check(resource, { urn }) {
        const token = typeOfUrn(urn);
        // As in "azure-native:network/v20240101preview:Subnet" and "azure-native_network_v20240101preview:network:Subnet".
        if (/[/_]v\d+preview:/i.test(token)) {
            resource.violation("", `attendu une version d’API stable, obtenu « ${token} »`);
        }
    },
});
