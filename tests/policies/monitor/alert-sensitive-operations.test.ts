import { alertSensitiveOperations } from "../../../policies/rules/monitor/alert-sensitive-operations";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const OPERATION = "Microsoft.KeyVault/vaults/delete";
const vault: StackMember = { type: "azure-native:keyvault:Vault", name: "vault", props: {} };
const leaf = (equals: unknown, field = "operationName") => ({ field, equals });
const alert = (allOf: readonly unknown[], props: Readonly<Record<string, unknown>> = {}): StackMember => ({
    type: "azure-native:monitor:ActivityLogAlert",
    name: "alert",
    props: { condition: { allOf }, ...props },
});
const missing = (operation: string) => `attendu un ActivityLogAlert actif sur « ${operation} »`;
const unwatched = (...members: readonly StackMember[]) => ({
    members: [vault, ...members],
    violations: [["vault", missing(OPERATION)]] as const,
});

const OPERATIONS = {
    "authorization:ManagementLockByScope": "Microsoft.Authorization/locks/delete",
    "authorization:PolicyAssignment": "Microsoft.Authorization/policyAssignments/delete",
    "authorization:RoleAssignment": "Microsoft.Authorization/roleAssignments/write",
    "monitor:DiagnosticSetting": "Microsoft.Insights/diagnosticSettings/delete",
    "network:NetworkSecurityGroup": "Microsoft.Network/networkSecurityGroups/write",
};

describeStackRule(alertSensitiveOperations, {
    accepts: {
        "an alert on the operation": {
            members: [vault, alert([leaf("Administrative", "category"), leaf(OPERATION.toLowerCase())])],
        },
        "an alert on several operations": {
            members: [vault, alert([{ anyOf: [leaf("other"), leaf(OPERATION)] }], { enabled: true })],
        },
    },
    rejects: {
        "no alert": unwatched(),
        "an alert that is off": unwatched(alert([leaf(OPERATION)], { enabled: false })),
        "an alert on another operation": unwatched(alert([leaf("Microsoft.KeyVault/vaults/write")])),
        "an alert on another field": unwatched(alert([leaf(OPERATION, "resourceId")])),
        ...Object.fromEntries(
            Object.entries(OPERATIONS).map(([type, operation]) => [
                `no alert on ${operation}`,
                {
                    members: [{ type: `azure-native:${type}`, name: "subject", props: {} }],
                    violations: [["subject", missing(operation)]] as const,
                },
            ]),
        ),
    },
    unset: { "the condition": unwatched({ ...alert([]), props: {} }) },
    unknown: {
        "the operation": {
            members: [vault, alert([leaf(UNKNOWN)])],
            unknowns: ["alert/condition.allOf[0].equals"],
        },
        "the switch": {
            members: [vault, alert([leaf(OPERATION)], { enabled: UNKNOWN })],
            unknowns: ["alert/enabled"],
        },
    },
    otherType: "azure-native:network:VirtualNetwork",
});
