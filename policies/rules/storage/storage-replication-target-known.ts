import type { ObjectReplicationPolicyArgs } from "@pulumi/azure-native/storage/objectReplicationPolicy";
import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { any } from "../../answer";
import { namesResource, refersTo } from "../../azure/references";
import { defineStackRule } from "../../rule";

const TARGET = "destinationAccount";

export const storageReplicationTargetKnown = defineStackRule({
    id: "storage-replication-target-known",
    title: {
        fr: "Les fichiers ne se répliquent que vers un compte de la même plateforme",
        en: "Blobs are replicated only to an account of the same platform",
    },
    why: {
        fr: "Un compte que rien ne décrit peut être hors de l’EEE, public ou à un tiers.",
        en: "An account that nothing describes may be outside the EEA, public or a third party’s.",
    },
    remediation: {
        fr: "Déclarer le compte de destination dans la même pile, et le désigner par son id.",
        en: "Declare the destination account in the same stack, and refer to it by its id.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/storage/blobs/object-replication-overview",
    appliesTo: ["azure-native:storage:ObjectReplicationPolicy"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: { accountName: "stcopies" } satisfies Partial<StorageAccountArgs>,
            },
            {
                type: "azure-native:storage:ObjectReplicationPolicy",
                properties: {
                    destinationAccount:
                        "/subscriptions/0000/resourceGroups/rg-example/providers/Microsoft.Storage/storageAccounts/stcopies",
                } satisfies Partial<ObjectReplicationPolicyArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:ObjectReplicationPolicy",
                properties: {
                    destinationAccount: "stelsewhere",
                } satisfies Partial<ObjectReplicationPolicyArgs>,
            },
        ],
    },
    reads: { "azure-native:storage:StorageAccount": ["accountName"] },
    check(policy, accounts) {
        const ids = policy.properties.readings(TARGET);
        policy.properties.settle(
            any(
                accounts.map((account) =>
                    any([refersTo(policy, TARGET, ids, account), namesResource(policy, TARGET, account)]),
                ),
            ),
            TARGET,
            "attendu un compte de stockage de cette pile",
        );
    },
});
