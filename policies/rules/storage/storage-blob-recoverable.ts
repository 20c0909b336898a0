import type { BlobServicePropertiesArgs } from "@pulumi/azure-native/storage/blobServiceProperties";

import { all, any } from "../../answer";
import { namesResource, refersTo } from "../../azure/references";
import { between, exactly } from "../../expectation";
import { defineStackRule } from "../../rule";

const ACCOUNT = "azure-native:storage:StorageAccount";
const FLOW_LOG = "azure-native:network:FlowLog";

export const storageBlobRecoverable = defineStackRule({
    id: "storage-blob-recoverable",
    title: {
        fr: "Un fichier supprimé ou écrasé se récupère",
        en: "A deleted or overwritten blob can be recovered",
    },
    why: {
        fr: "Un rançongiciel chiffre les fichiers sur place : sans version antérieure, ils sont perdus.",
        en: "Ransomware encrypts files in place: without an earlier version, they are lost.",
    },
    remediation: {
        fr: "Mettre isVersioningEnabled à true et activer deleteRetentionPolicy, de 7 à 365 jours.",
        en: "Set isVersioningEnabled to true and turn on deleteRetentionPolicy, from 7 to 365 days.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/storage/blobs/data-protection-overview",
    appliesTo: ["azure-native:storage:BlobServiceProperties"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:BlobServiceProperties",
                properties: {
                    isVersioningEnabled: true,
                    deleteRetentionPolicy: { enabled: true, days: 30 },
                } satisfies Partial<BlobServicePropertiesArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:BlobServiceProperties",
                properties: {
                    deleteRetentionPolicy: { enabled: true, days: 30 },
                } satisfies Partial<BlobServicePropertiesArgs>,
            },
        ],
    },
    reads: { [ACCOUNT]: ["accountName"], [FLOW_LOG]: ["storageId"] },
    survey: (context) => ({
        accounts: context.filter(({ type }) => type === ACCOUNT),
        flowLogs: context.filter(({ type }) => type === FLOW_LOG),
    }),
    check(service, { accounts, flowLogs }) {
        const { properties } = service;
        const recoverable = all([
            properties.meets("isVersioningEnabled", exactly(true)),
            properties.meets("deleteRetentionPolicy.enabled", exactly(true)),
            properties.meets("deleteRetentionPolicy.days", between(7, 365)),
        ]);
        // Network Watcher rewrites these blobs every minute, and each rewriting would be a version.
        const holdsFlows = any(
            accounts.map((account) =>
                all([
                    namesResource(service, "accountName", account),
                    any(
                        flowLogs.map((log) =>
                            refersTo(log, "storageId", log.properties.readings("storageId"), account),
                        ),
                    ),
                ]),
            ),
        );
        properties.settle(
            any([recoverable, holdsFlows]),
            "",
            "attendu la gestion des versions, et la suppression réversible de 7 à 365 jours",
        );
    },
});
