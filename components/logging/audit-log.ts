import type * as pulumi from "@pulumi/pulumi";
import { DiagnosticSetting } from "../azure";

interface AuditedService {
    /** What to record; without it the service's own group of categories, "audit". */
    readonly categories?: readonly string[];
    /** The workspace's tables that receive it: empty for AzureDiagnostics, which many services share and Azure never exports. */
    readonly tables: readonly string[];
    /** Whether the service writes to tables of its own only when it is told to. The others have no choice. */
    readonly dedicated?: boolean;
}

/** The firewall's categories, each of which has a table of the same name. */
const FIREWALL = [
    "AZFWNetworkRule",
    "AZFWApplicationRule",
    "AZFWThreatIntel",
    "AZFWIdpsSignature",
    "AZFWDnsQuery",
] as const;

/** What each service records of who did what to it. */
const AUDITED = {
    applicationGateway: {
        categories: ["ApplicationGatewayAccessLog", "ApplicationGatewayFirewallLog"],
        tables: ["AGWAccessLogs", "AGWFirewallLogs"],
        dedicated: true,
    },
    bastion: { categories: ["BastionAuditLogs"], tables: ["MicrosoftAzureBastionAuditLogs"] },
    // The API server's changes and Entra's decisions; "kube-audit" would add every read.
    cluster: {
        categories: ["kube-audit-admin", "guard", "cloud-controller-manager"],
        tables: ["AKSAuditAdmin", "AKSControlPlane"],
        dedicated: true,
    },
    firewall: { categories: FIREWALL, tables: FIREWALL, dedicated: true },
    keyVault: { tables: ["AZKVAuditLogs"], dedicated: true },
    publicAddress: {
        categories: ["DDoSProtectionNotifications", "DDoSMitigationFlowLogs", "DDoSMitigationReports"],
        tables: [],
    },
    registry: { tables: ["ContainerRegistryLoginEvents", "ContainerRegistryRepositoryEvents"] },
    securityGroup: {
        categories: ["NetworkSecurityGroupEvent", "NetworkSecurityGroupRuleCounter"],
        tables: [],
    },
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
        tables: ["AzureActivity"],
    },
    // Of the account's blob service: `<account id>/blobServices/default`.
    storage: { categories: ["StorageRead", "StorageWrite", "StorageDelete"], tables: ["StorageBlobLogs"] },
    virtualNetwork: { categories: ["VMProtectionAlerts"], tables: [] },
    // The queries: who read which logs.
    workspace: { tables: ["LAQueryLogs"] },
} as const satisfies Record<string, AuditedService>;

/** Every table of the workspace that audit logs alone land in: those to keep and to archive. */
export const AUDIT_TABLES: readonly string[] = Object.values(AUDITED)
    .flatMap(({ tables }): readonly string[] => tables)
    .sort();

export interface AuditLogArgs {
    readonly service: keyof typeof AUDITED;

    /** Azure resource id of what is audited. */
    readonly resourceId: pulumi.Input<string>;

    /** Azure resource id of the Log Analytics workspace that keeps the log. */
    readonly workspaceId: pulumi.Input<string>;
}

/** Sends a resource's audit log to the workspace (HDS EXI 15 and 16, ISO/IEC 27001 A.8.15). */
export function auditLog(name: string, args: AuditLogArgs, parent: pulumi.Resource): DiagnosticSetting {
    const { categories, dedicated }: AuditedService = AUDITED[args.service];
    return new DiagnosticSetting(
        name,
        {
            name: "audit",
            resourceUri: args.resourceId,
            workspaceId: args.workspaceId,
            // Left out where there is no choice: Azure would not repeat it.
            ...(dedicated === true && { logAnalyticsDestinationType: "Dedicated" }),
            logs: categories?.map((category) => ({ category, enabled: true })) ?? [
                { categoryGroup: "audit", enabled: true },
            ],
        },
        { parent },
    );
}
