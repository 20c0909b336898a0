import type { FileServicePropertiesArgs } from "@pulumi/azure-native/storage/fileServiceProperties";

import { between, exactly } from "../../expectation";
import { defineRule } from "../../rule";

export const storageFileShareRecoverable = defineRule({
    id: "storage-file-share-recoverable",
    title: { fr: "Un partage de fichiers supprimé se récupère", en: "A deleted file share can be recovered" },
    why: {
        fr: "Une suppression par erreur ou par malveillance emporterait d’un coup tout le partage.",
        en: "A deletion by mistake or malice would take away the whole share at once.",
    },
    remediation: {
        fr: "Activer shareDeleteRetentionPolicy, de 7 à 365 jours.",
        en: "Turn on shareDeleteRetentionPolicy, from 7 to 365 days.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/storage/files/storage-files-prevent-file-share-deletion",
    appliesTo: ["azure-native:storage:FileServiceProperties"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:FileServiceProperties",
                properties: {
                    shareDeleteRetentionPolicy: { enabled: true, days: 30 },
                } satisfies Partial<FileServicePropertiesArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:FileServiceProperties",
                properties: {
                    shareDeleteRetentionPolicy: { enabled: false },
                } satisfies Partial<FileServicePropertiesArgs>,
            },
        ],
    },
    check(service) {
        const policy = service.at("shareDeleteRetentionPolicy");
        policy.expect("enabled", exactly(true));
        policy.expect("days", between(7, 365));
    },
});
