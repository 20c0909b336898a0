import type { ManagementPolicyArgs } from "@pulumi/azure-native/storage/managementPolicy";

import { all, any } from "../../answer";
import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

const CLOCKS: readonly string[] = [
    "daysAfterCreationGreaterThan",
    "daysAfterLastAccessTimeGreaterThan",
    "daysAfterModificationGreaterThan",
];

interface Config {
    readonly maxDays: number;
}

export const storageLifecycleErases = defineRule<Config>({
    id: "storage-lifecycle-erases",
    title: {
        fr: "Le cycle de vie d’un stockage finit par l’effacement",
        en: "The life cycle of a storage ends with erasure",
    },
    why: {
        fr: "Des exports et journaux que rien n’efface dépassent leur finalité et ne respectent plus le droit à l’effacement.",
        en: "Exports and logs that nothing erases exceed their purpose and no longer honour the right to erasure.",
    },
    remediation: {
        fr: "Donner à la politique une règle active dont baseBlob.delete a une durée.",
        en: "Give the policy an enabled rule whose baseBlob.delete has a duration.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-overview",
    appliesTo: ["azure-native:storage:ManagementPolicy"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:ManagementPolicy",
                properties: {
                    policy: {
                        rules: [
                            {
                                name: "expiry",
                                type: "Lifecycle",
                                enabled: true,
                                definition: {
                                    actions: {
                                        baseBlob: { delete: { daysAfterModificationGreaterThan: 365 } },
                                    },
                                },
                            },
                        ],
                    },
                } satisfies Partial<ManagementPolicyArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:ManagementPolicy",
                properties: {
                    policy: {
                        rules: [
                            {
                                name: "expiry",
                                type: "Lifecycle",
                                enabled: true,
                                definition: {
                                    actions: {
                                        baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 30 } },
                                    },
                                },
                            },
                        ],
                    },
                } satisfies Partial<ManagementPolicyArgs>,
            },
        ],
    },
    config: {
        // CNIL, délibération 2021-122: up to three years where the purpose justifies it.
        maxDays: {
            type: "number",
            description: "Durée la plus longue avant l’effacement, en jours.",
            default: 1095,
        },
    },
    check(policy, _resource, { maxDays }) {
        policy.settle(
            policy.anyItem("policy.rules", (rule) =>
                all([
                    rule.meets("enabled", exactly(true)),
                    any(
                        CLOCKS.map((clock) =>
                            rule.some(
                                rule.readings(["definition", "actions", "baseBlob", "delete", clock]),
                                (days) => typeof days === "number" && days <= maxDays,
                            ),
                        ),
                    ),
                ]),
            ),
            "policy.rules",
            `attendu une règle active qui efface (baseBlob.delete) sous ${String(maxDays)} jours`,
        );
    },
});
