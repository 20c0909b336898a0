import * as pulumi from "@pulumi/pulumi";
import { ActionGroup, ActivityLogAlert } from "../azure";
import type { AzureScope } from "../azure-scope";

/**
 * Where the alert addresses are kept, which are personal data: of the regions that action groups exist in, one of the EEA.
 * Azure writes of an incident of its own ("Service Health") to none but groups that lie anywhere in the world: those
 * incidents are looked for in the log workspace (components/logging/service-health.ts).
 */
const ACTION_GROUP_REGION = "germanywestcentral";

interface ActivityAlert {
    readonly description: string;
    /** Operations of Azure Resource Manager, any of which raises the alert once it has succeeded. */
    readonly operations: readonly string[];
}

/**
 * What nobody does unseen: acts that open the platform, or that would cover the traces of it. A deployment does some of them
 * too: its messages are expected, any other is not.
 */
const ACTIVITY_ALERTS: Readonly<Record<string, ActivityAlert>> = {
    "role-assigned": {
        description: "Un droit vient d’être attribué : vérifier qu’il était demandé.",
        operations: ["Microsoft.Authorization/roleAssignments/write"],
    },
    "policy-changed": {
        description:
            "Une stratégie Azure vient d’être posée, changée, retirée ou exemptée : vérifier ce qu’elle refuse encore.",
        operations: [
            "Microsoft.Authorization/policyAssignments/write",
            "Microsoft.Authorization/policyAssignments/delete",
            "Microsoft.Authorization/policyExemptions/write",
        ],
    },
    "lock-removed": {
        description:
            "Un verrou vient d’être levé : des données ou des clés de santé peuvent être supprimées.",
        operations: ["Microsoft.Authorization/locks/delete"],
    },
    "vault-removed": {
        description:
            "Un coffre de clés vient d’être supprimé ou vidé : les données qu’il chiffre deviennent illisibles.",
        operations: [
            "Microsoft.KeyVault/vaults/delete",
            "Microsoft.KeyVault/locations/deletedVaults/purge/action",
        ],
    },
    "store-changed": {
        description:
            "Un coffre de clés ou un compte de stockage vient d’être créé ou réglé autrement : vérifier qu’il reste fermé.",
        operations: ["Microsoft.KeyVault/vaults/write", "Microsoft.Storage/storageAccounts/write"],
    },
    "audit-log-changed": {
        description:
            "Un journal d’audit vient d’être créé, détourné ou coupé : vérifier que les accès sont toujours tracés.",
        operations: [
            "Microsoft.Insights/diagnosticSettings/write",
            "Microsoft.Insights/diagnosticSettings/delete",
            "Microsoft.OperationalInsights/workspaces/dataExports/write",
            "Microsoft.OperationalInsights/workspaces/dataExports/delete",
            "Microsoft.Network/networkWatchers/flowLogs/delete",
        ],
    },
    "logs-erased": {
        description:
            "Des journaux viennent d’être purgés, ou leur durée de conservation changée : vérifier ce qu’il en reste.",
        operations: [
            "Microsoft.OperationalInsights/workspaces/purge/action",
            "Microsoft.OperationalInsights/workspaces/tables/write",
        ],
    },
    "alert-changed": {
        description:
            "Une alerte ou ses destinataires viennent de changer : vérifier que quelqu’un est toujours prévenu.",
        operations: [
            "Microsoft.Insights/activityLogAlerts/write",
            "Microsoft.Insights/activityLogAlerts/delete",
            "Microsoft.Insights/scheduledQueryRules/write",
            "Microsoft.Insights/scheduledQueryRules/delete",
            "Microsoft.Insights/actionGroups/write",
            "Microsoft.Insights/actionGroups/delete",
        ],
    },
    "security-group-changed": {
        description: "Un groupe de sécurité réseau vient de changer : vérifier les flux qu’il ouvre.",
        operations: [
            "Microsoft.Network/networkSecurityGroups/write",
            "Microsoft.Network/networkSecurityGroups/delete",
            "Microsoft.Network/networkSecurityGroups/securityRules/write",
            "Microsoft.Network/networkSecurityGroups/securityRules/delete",
        ],
    },
};

export interface ActionGroupArgs extends AzureScope {
    readonly actionGroupName: string;
    /** Who is written to. */
    readonly emails: readonly string[];
}

/** The people whom alerts are sent to. */
export function actionGroup(
    name: string,
    args: ActionGroupArgs,
    opts: pulumi.CustomResourceOptions,
): ActionGroup {
    return new ActionGroup(
        name,
        {
            actionGroupName: args.actionGroupName,
            resourceGroupName: args.resourceGroupName,
            location: ACTION_GROUP_REGION,
            // Subject of the e-mails; Azure's limit is 12 characters.
            groupShortName: "Plateforme",
            enabled: true,
            emailReceivers: args.emails.map((emailAddress) => ({
                name: emailAddress,
                emailAddress,
                useCommonAlertSchema: true,
            })),
            tags: args.tags,
        },
        opts,
    );
}

export interface ActivityAlertsArgs extends AzureScope {
    /** Azure resource id of the subscription that is watched. */
    readonly scope: string;
    readonly actionGroupId: pulumi.Input<string>;
}

/** Writes to the action group of each act that opens the platform or covers traces. */
export function activityAlerts(
    name: string,
    args: ActivityAlertsArgs,
    opts: pulumi.CustomResourceOptions,
): void {
    for (const [alert, { description, operations }] of Object.entries(ACTIVITY_ALERTS)) {
        new ActivityLogAlert(
            `${name}-${alert}`,
            {
                activityLogAlertName: alert,
                resourceGroupName: args.resourceGroupName,
                // As the log itself: of no region. The alert holds no personal data.
                location: "global",
                description,
                enabled: true,
                scopes: [args.scope],
                condition: {
                    allOf: [
                        { field: "category", equals: "Administrative" },
                        {
                            anyOf: operations.map((operation) => ({
                                field: "operationName",
                                equals: operation,
                            })),
                        },
                        { field: "status", equals: "Succeeded" },
                    ],
                },
                actions: { actionGroups: [{ actionGroupId: args.actionGroupId }] },
                tags: args.tags,
            },
            opts,
        );
    }
}
