import type { ManagementLockByScopeArgs } from "@pulumi/azure-native/authorization/managementLockByScope";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const managementLockBarsDeletion = defineRule({
    id: "management-lock-bars-deletion",
    title: {
        fr: "Tout verrou interdit vraiment la suppression",
        en: "Every lock does bar deletion",
    },
    why: {
        fr: "Un verrou sans niveau donne l’apparence d’une garde qui n’existe pas.",
        en: "A lock without level gives the appearance of a guard that does not exist.",
    },
    remediation: {
        fr: "Mettre level à « CanNotDelete » ou « ReadOnly ».",
        en: 'Set level to "CanNotDelete" or "ReadOnly".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources",
    appliesTo: [
        "azure-native:authorization:ManagementLockAtResourceGroupLevel",
        "azure-native:authorization:ManagementLockAtResourceLevel",
        "azure-native:authorization:ManagementLockAtSubscriptionLevel",
        "azure-native:authorization:ManagementLockByScope",
    ],
    examples: {
        compliant: [
            {
                type: "azure-native:authorization:ManagementLockByScope",
                properties: { level: "CanNotDelete" } satisfies Partial<ManagementLockByScopeArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:authorization:ManagementLockByScope",
                properties: { level: "NotSpecified" } satisfies Partial<ManagementLockByScopeArgs>,
            },
        ],
    },
    remedies: () => [{ path: "level", value: "CanNotDelete" }],
    check(lock) {
        lock.expect("level", anyCase("CanNotDelete", "ReadOnly"));
    },
});
