import type { BlobServicePropertiesArgs } from "@pulumi/azure-native/storage/blobServiceProperties";

import { between, exactly, falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const storageContainerRecoverable = defineRule({
    id: "storage-container-recoverable",
    title: {
        fr: "Un conteneur de fichiers supprimé se récupère",
        en: "A deleted container of blobs can be recovered",
    },
    why: {
        fr: "Une suppression par erreur ou par malveillance emporterait d’un coup tous les fichiers.",
        en: "A deletion by mistake or malice would take away all the files at once.",
    },
    remediation: {
        fr: "Activer containerDeleteRetentionPolicy, de 7 à 365 jours, sans allowPermanentDelete.",
        en: "Turn on containerDeleteRetentionPolicy, from 7 to 365 days, without allowPermanentDelete.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/storage/blobs/soft-delete-container-overview",
    appliesTo: ["azure-native:storage:BlobServiceProperties"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:BlobServiceProperties",
                properties: {
                    containerDeleteRetentionPolicy: { enabled: true, days: 30 },
                } satisfies Partial<BlobServicePropertiesArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:BlobServiceProperties",
                properties: {
                    containerDeleteRetentionPolicy: { enabled: true, days: 3 },
                } satisfies Partial<BlobServicePropertiesArgs>,
            },
        ],
    },
    check(service) {
        const policy = service.at("containerDeleteRetentionPolicy");
        policy.expect("enabled", exactly(true));
        policy.expect("days", between(7, 365));
        // Of single blobs: what is overwritten all the time may go without, but nobody may cut it short.
        service.expect("deleteRetentionPolicy.allowPermanentDelete", falseOrUnset);
    },
});
