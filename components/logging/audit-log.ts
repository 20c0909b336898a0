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
    // What everybody asks of the API server, reads included: exec, attach, port-forward and the reading of a secret are GETs,
    // which "kube-audit-admin" leaves out. Several times its volume, so the largest part of what the logs cost.
    cluster: {
        categories: ["kube-audit", "guard", "cloud-controller-manager"],
        tables: ["AKSAudit", "AKSControlPlane"],
        dedicated: true,
    },
    firewall: { categories: FIREWALL, tables: FIREWALL, dedicated: true },
    keyVault: { tables: ["AZKVAuditLogs"], dedicated: true },
    // Who connects, and who changes tables or rights: the server writes nothing else. Not its slow queries, whose text holds
    // what was asked about patients.
    mySql: { categories: ["MySqlAuditLogs"], tables: [] },
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

/** What a diagnostic setting sends of a service. */
const logsOf = ({ categories }: AuditedService) =>
    categories?.map((category) => ({ category, enabled: true })) ?? [
        { categoryGroup: "audit", enabled: true },
    ];

/** Sends a resource's audit log to the workspace (HDS EXI 15 and 16, ISO/IEC 27001 A.8.15). */
export function auditLog(name: string, args: AuditLogArgs, parent: pulumi.Resource): DiagnosticSetting {
    const service: AuditedService = AUDITED[args.service];
    return new DiagnosticSetting(
        name,
        {
            name: "audit",
            resourceUri: args.resourceId,
            workspaceId: args.workspaceId,
            // Left out where there is no choice: Azure would not repeat it.
            ...(service.dedicated === true && { logAnalyticsDestinationType: "Dedicated" }),
            logs: logsOf(service),
        },
        { parent },
    );
}

export interface ArchivedLogArgs extends Omit<AuditLogArgs, "workspaceId"> {
    /** Azure resource id of the storage account that keeps the log. */
    readonly accountId: pulumi.Input<string>;
}

/** Sends a log to a storage account too: one that Azure does not, or not wholly, export from the workspace. */
export function archivedLog(name: string, args: ArchivedLogArgs, parent: pulumi.Resource): DiagnosticSetting {
    return new DiagnosticSetting(
        name,
        {
            name: "archive",
            resourceUri: args.resourceId,
            storageAccountId: args.accountId,
            logs: logsOf(AUDITED[args.service]),
        },
        { parent },
    );
}
