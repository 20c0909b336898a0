import type { BlobServicePropertiesArgs } from "@pulumi/azure-native/storage/blobServiceProperties";

import { such } from "../../expectation";
import { defineRule } from "../../rule";

/** A wildcard may stand for subdomains alone ("https://*.example.org"). */
const named = such(
    "une origine en HTTPS, nommée",
    (value) => typeof value === "string" && /^https:\/\/(\*\.[^.*/]+\.)?[^*/]+$/i.test(value),
);

export const storageCorsNarrow = defineRule({
    id: "storage-cors-narrow",
    title: {
        fr: "Seuls des sites désignés lisent les fichiers depuis un navigateur",
        en: "Only named web sites read the files from a browser",
    },
    why: {
        fr: "Avec l’origine « * », toute page ouverte par un soignant peut lire ce qu’il a le droit de lire.",
        en: 'With the origin "*", any page that a carer opens can read what the carer may read.',
    },
    remediation: {
        fr: "Nommer les origines en HTTPS dans cors.corsRules, ou retirer la règle.",
        en: "Name the origins, in HTTPS, in cors.corsRules, or remove the rule.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services",
    appliesTo: [
        "azure-native:storage:BlobServiceProperties",
        "azure-native:storage:FileServiceProperties",
        "azure-native:storage:QueueServiceProperties",
        "azure-native:storage:TableServiceProperties",
    ],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:BlobServiceProperties",
                properties: {
                    cors: {
                        corsRules: [
                            {
                                allowedOrigins: ["https://app.example"],
                                allowedMethods: ["GET"],
                                allowedHeaders: [],
                                exposedHeaders: [],
                                maxAgeInSeconds: 60,
                            },
                        ],
                    },
                } satisfies Partial<BlobServicePropertiesArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:BlobServiceProperties",
                properties: {
                    cors: {
                        corsRules: [
                            {
                                allowedOrigins: ["*"],
                                allowedMethods: ["GET"],
                                allowedHeaders: [],
                                exposedHeaders: [],
                                maxAgeInSeconds: 60,
                            },
                        ],
                    },
                } satisfies Partial<BlobServicePropertiesArgs>,
            },
        ],
    },
    check(service) {
        service.each("cors.corsRules", (rule) => {
            rule.each("allowedOrigins", (origin) => {
                origin.expect("", named);
            });
        });
    },
});
