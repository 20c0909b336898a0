import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault";
import type { ActivityLogAlertArgs } from "@pulumi/azure-native/monitor/activityLogAlert";

import { all, type Answer, any } from "../../answer";
import { anyCase, type Expectation, exactly } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineStackRule } from "../../rule";

const ALERT = "azure-native:monitor:ActivityLogAlert";
const VAULT = "azure-native:keyvault:Vault";

/** The operations on a type that take a defence away. */
const operations: Readonly<Record<string, readonly string[]>> = {
    "azure-native:authorization:ManagementLockByScope": ["Microsoft.Authorization/locks/delete"],
    "azure-native:authorization:PolicyAssignment": ["Microsoft.Authorization/policyAssignments/delete"],
    "azure-native:authorization:RoleAssignment": ["Microsoft.Authorization/roleAssignments/write"],
    "azure-native:monitor:DiagnosticSetting": ["Microsoft.Insights/diagnosticSettings/delete"],
    "azure-native:network:NetworkSecurityGroup": ["Microsoft.Network/networkSecurityGroups/write"],
    [VAULT]: ["Microsoft.KeyVault/vaults/delete"],
};

export const alertSensitiveOperations = defineStackRule({
    id: "alert-sensitive-operations",
    title: {
        fr: "Ôter une défense (coffre, verrou, journal, politique, filtre, droit) donne l’alerte",
        en: "Taking a defence away (vault, lock, log, policy, filter, right) raises the alarm",
    },
    why: {
        fr: "Un intrus commence par éteindre ce qui le gêne : l’équipe doit l’apprendre aussitôt.",
        en: "An intruder starts by turning off what is in the way: the team must learn of it at once.",
    },
    remediation: {
        fr: "Déclarer un ActivityLogAlert dont une condition porte sur operationName et sur l’opération nommée.",
        en: "Declare an ActivityLogAlert with a condition on operationName and the operation that is named.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule",
    appliesTo: Object.keys(operations),
    reads: { [ALERT]: ["condition", "enabled"] },
    examples: {
        compliant: [
            {
                type: VAULT,
                name: "vault",
                properties: { vaultName: "kv-records" } satisfies Partial<VaultArgs>,
            },
            {
                type: ALERT,
                name: "alert",
                properties: {
                    condition: {
                        allOf: [
                            { field: "category", equals: "Administrative" },
                            { field: "operationName", equals: "Microsoft.KeyVault/vaults/delete" },
                        ],
                    },
                } satisfies Partial<ActivityLogAlertArgs>,
            },
        ],
        violation: [
            {
                type: VAULT,
                name: "vault",
                properties: { vaultName: "kv-records" } satisfies Partial<VaultArgs>,
            },
        ],
    },
    check(subject, alerts) {
        for (const operation of operations[subject.type] ?? []) {
            const watched = any(
                alerts.map(({ properties }) =>
                    all([isEnabled(properties), names(properties, anyCase(operation))]),
                ),
            );
            subject.properties.settle(watched, "", `attendu un ActivityLogAlert actif sur « ${operation} »`);
        }
    },
});

/** Whether a condition of an alert, alone or among alternatives, asks for the operation. */
function names(alert: Inspection, operation: Expectation): Answer {
    const leaf = (item: Inspection) =>
        all([item.meets("field", anyCase("operationName")), item.meets("equals", operation)]);
    return alert.anyItem("condition.allOf", (item) => any([leaf(item), item.anyItem("anyOf", leaf)]));
}

/** Not set means enabled. */
function isEnabled(alert: Inspection): Answer {
    return alert.read("enabled").state === "unset" ? "yes" : alert.meets("enabled", exactly(true));
}
