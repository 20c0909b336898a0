import type * as pulumi from "@pulumi/pulumi";
import { DiagnosticSetting } from "../azure";

/**
 * What each service records of who did what to it: the "audit" group where the service has one, else its categories.
 * `dedicated` services write to a table of their own in the workspace, which is the one to keep and to export.
 */
const AUDITED = {
    applicationGateway: { categories: ["ApplicationGatewayAccessLog", "ApplicationGatewayFirewallLog"] },
    bastion: { categories: ["BastionAuditLogs"] },
    // The API server's changes and Entra's decisions; "kube-audit" would add every read.
    cluster: { categories: ["kube-audit-admin", "guard", "cloud-controller-manager"] },
    firewall: {
        categories: [
            "AZFWNetworkRule",
            "AZFWApplicationRule",
            "AZFWThreatIntel",
            "AZFWIdpsSignature",
            "AZFWDnsQuery",
        ],
    },
    keyVault: { categories: undefined },
    publicAddress: {
        categories: ["DDoSProtectionNotifications", "DDoSMitigationFlowLogs", "DDoSMitigationReports"],
    },
    registry: { categories: undefined },
    securityGroup: { categories: ["NetworkSecurityGroupEvent", "NetworkSecurityGroupRuleCounter"] },
    // The deployments and the changes of rights of the whole subscription.
    subscription: {
        categories: [
            "Administrative",
            "Security",
            "ServiceHealth",
            "Alert",
            "Recommendation",
            "Policy",
            "ResourceHealth",
        ],
    },
    // Of the account's blob service: `<account id>/blobServices/default`.
    storage: { categories: ["StorageRead", "StorageWrite", "StorageDelete"] },
    virtualNetwork: { categories: ["VMProtectionAlerts"] },
    workspace: { categories: undefined },
} as const satisfies Record<string, { readonly categories: readonly string[] | undefined }>;

export interface AuditLogArgs {
    readonly service: keyof typeof AUDITED;

    /** Azure resource id of what is audited. */
    readonly resourceId: pulumi.Input<string>;

    /** Azure resource id of the Log Analytics workspace that keeps the log. */
    readonly workspaceId: pulumi.Input<string>;
}

/** Sends a resource's audit log to the workspace (HDS EXI 15 and 16, ISO/IEC 27001 A.8.15). */
export function auditLog(name: string, args: AuditLogArgs, parent: pulumi.Resource): DiagnosticSetting {
    const { categories } = AUDITED[args.service];
    return new DiagnosticSetting(
        name,
        {
            name: "audit",
            resourceUri: args.resourceId,
            workspaceId: args.workspaceId,
            logs: categories?.map((category) => ({ category, enabled: true })) ?? [
                { categoryGroup: "audit", enabled: true },
            ],
        },
        { parent },
    );
}
