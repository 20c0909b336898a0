import type { BlobContainerArgs } from "@pulumi/azure-native/storage/blobContainer";
import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { anyCase, falseOrUnset, such } from "../../expectation";
import { defineRule } from "../../rule";

const CONTAINER = "azure-native:storage:BlobContainer";

/** Not set means "None". */
const notShared = such("« None »", (value) => value === undefined || value === "None");

export const storageAccountNotPublic = defineRule({
    id: "storage-account-not-public",
    title: {
        fr: "Le compte de stockage n’est ni joignable depuis Internet ni lisible anonymement",
        en: "The storage account is neither reachable from the Internet nor readable anonymously",
    },
    why: {
        fr: "Sauvegardes et documents de santé seraient exposés à une clé volée ou à un conteneur ouvert par erreur.",
        en: "Backups and health documents would be exposed to a stolen key or a container opened by mistake.",
    },
    remediation: {
        fr: "Mettre publicNetworkAccess à « Disabled », allowBlobPublicAccess à false, et passer par un point de terminaison privé.",
        en: 'Set publicNetworkAccess to "Disabled", allowBlobPublicAccess to false, and use a private endpoint.',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/storage/common/storage-network-security",
    appliesTo: ["azure-native:storage:StorageAccount", CONTAINER],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    publicNetworkAccess: "Disabled",
                    allowBlobPublicAccess: false,
                } satisfies Partial<StorageAccountArgs>,
            },
            {
                type: "azure-native:storage:BlobContainer",
                properties: { publicAccess: "None" } satisfies Partial<BlobContainerArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: { publicNetworkAccess: "Enabled" } satisfies Partial<StorageAccountArgs>,
            },
            {
                type: "azure-native:storage:BlobContainer",
                properties: { publicAccess: "Blob" } satisfies Partial<BlobContainerArgs>,
            },
        ],
    },
    remedies: (type) =>
        type === CONTAINER
            ? [{ path: "publicAccess", value: "None" }]
            : [{ path: "allowBlobPublicAccess", value: false }],
    check(properties, { type }) {
        if (type === CONTAINER) {
            properties.expect("publicAccess", notShared);
            return;
        }
        properties.expect("publicNetworkAccess", anyCase("Disabled", "SecuredByPerimeter"));
        properties.expect("allowBlobPublicAccess", falseOrUnset);
    },
});
