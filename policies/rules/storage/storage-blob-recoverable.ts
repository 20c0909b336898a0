import type { BlobServicePropertiesArgs } from "@pulumi/azure-native/storage/blobServiceProperties";

import { all, type Answer, any } from "../../answer";
import { namesResource, refersTo } from "../../azure/references";
import { anyCase, between, exactly } from "../../expectation";
import { defineStackRule, type Subject } from "../../rule";

const SERVICE = "azure-native:storage:BlobServiceProperties";
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
        fr: "Donner au compte un BlobServiceProperties avec isVersioningEnabled à true et deleteRetentionPolicy actif, de 7 à 365 jours.",
        en: "Give the account a BlobServiceProperties with isVersioningEnabled at true and deleteRetentionPolicy on, from 7 to 365 days.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/storage/blobs/data-protection-overview",
    appliesTo: [SERVICE, ACCOUNT],
    examples: {
        compliant: [
            {
                type: SERVICE,
                properties: {
                    isVersioningEnabled: true,
                    deleteRetentionPolicy: { enabled: true, days: 30 },
                } satisfies Partial<BlobServicePropertiesArgs>,
            },
        ],
        violation: [
            {
                type: SERVICE,
                properties: {
                    deleteRetentionPolicy: { enabled: true, days: 30 },
                } satisfies Partial<BlobServicePropertiesArgs>,
            },
        ],
    },
    reads: { [SERVICE]: ["accountName"], [ACCOUNT]: ["accountName"], [FLOW_LOG]: ["storageId"] },
    survey: (context) => {
        const ofType = (wanted: string) => context.filter(({ type }) => type === wanted);
        return { services: ofType(SERVICE), accounts: ofType(ACCOUNT), flowLogs: ofType(FLOW_LOG) };
    },
    check(subject, { services, accounts, flowLogs }) {
        const { type, properties } = subject;
        // Network Watcher rewrites these blobs every minute, and each rewriting would be a version.
        const holdsFlows = (account: Subject) =>
            any(
                flowLogs.map((log) =>
                    refersTo(log, "storageId", log.properties.readings("storageId"), account),
                ),
            );
        if (type === ACCOUNT) {
            // Azure keeps neither versions nor what is deleted unless told to; an account of file shares has no blobs.
            const isSet = any([
                properties.meets("kind", anyCase("FileStorage")),
                ...services.map((service) => namesResource(service, "accountName", subject)),
                holdsFlows(subject),
            ]);
            properties.settle(isSet, "", "attendu un BlobServiceProperties sur ce compte");
            return;
        }
        const ofFlows = accounts.map((account) =>
            all([namesResource(subject, "accountName", account), holdsFlows(account)]),
        );
        properties.settle(
            any([isRecoverable(subject), ...ofFlows]),
            "",
            "attendu la gestion des versions, et la suppression réversible de 7 à 365 jours",
        );
    },
});

function isRecoverable({ properties }: Subject): Answer {
    return all([
        properties.meets("isVersioningEnabled", exactly(true)),
        properties.meets("deleteRetentionPolicy.enabled", exactly(true)),
        properties.meets("deleteRetentionPolicy.days", between(7, 365)),
    ]);
}
