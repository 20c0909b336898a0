import * as pulumi from "@pulumi/pulumi";
import { NetworkWatcher, Table, Workspace } from "../azure";
import type { AzureScope } from "../azure-scope";
import type { PlatformNames } from "../naming";
import { AUDIT_TABLES, auditLog } from "./audit-log";
import { serviceHealthAlert } from "./service-health";

export interface LoggingArgs extends AzureScope {
    readonly names: PlatformNames;

    /** Subscription whose activity is logged. */
    readonly subscriptionId: string;

    /** Retention of the audit logs, in days (180 to 365: CNIL, deliberation 2021-122). */
    readonly retentionDays: number;

    /** Azure resource id of the people who are written to when Azure itself fails. */
    readonly actionGroupId: pulumi.Input<string>;

    /** Whether Pulumi refuses to delete the logs. */
    readonly protectData: boolean;
}

/** What traffic analytics makes of the flow logs: of use in an inquiry, but no record of who did what. */
const TECHNICAL_TABLES = ["NTAIpDetails", "NTANetAnalytics", "NTATopologyDetails"];

/**
 * Days. Searchable for three months, then set aside for as long as the CNIL asks at the least for logs that serve
 * security (deliberation 2021-122), whatever the audit logs' own retention.
 */
const TECHNICAL_RETENTION = { retentionInDays: 90, totalRetentionInDays: 180 };

/** The log store, what it keeps for how long, and the log of the whole subscription. */
export class Logging extends pulumi.ComponentResource {
    /** Azure resource id of the Log Analytics workspace. */
    public readonly workspaceId: pulumi.Output<string>;

    constructor(name: string, args: LoggingArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:logging:Logging", name, {}, opts);
        const { names, resourceGroupName, location, tags, retentionDays } = args;

        const workspace = new Workspace(
            name,
            {
                workspaceName: names.workspace,
                resourceGroupName,
                location,
                sku: { name: "PerGB2018" },
                // Of every table that has no retention of its own.
                retentionInDays: retentionDays,
                features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
                publicNetworkAccessForIngestion: "Disabled",
                publicNetworkAccessForQuery: "Disabled",
                tags,
            },
            { parent: this, protect: args.protectData },
        );
        const table = (tableName: string, retention: typeof TECHNICAL_RETENTION) =>
            new Table(
                `${name}-${tableName}`,
                {
                    tableName,
                    workspaceName: names.workspace,
                    resourceGroupName,
                    plan: "Analytics",
                    ...retention,
                },
                // Azure's own tables cannot be deleted: they go with their workspace.
                { parent: this, dependsOn: workspace, retainOnDelete: true },
            );
        // Said of each: Azure gives some (AzureActivity) a default of their own, and a table whose retention somebody once
        // changed follows the workspace no more.
        for (const tableName of AUDIT_TABLES) {
            table(tableName, { retentionInDays: retentionDays, totalRetentionInDays: retentionDays });
        }
        for (const tableName of TECHNICAL_TABLES) {
            table(tableName, TECHNICAL_RETENTION);
        }

        const workspaceId = workspace.id;
        auditLog(`${name}-audit`, { service: "workspace", resourceId: workspaceId, workspaceId }, this);
        auditLog(
            `${name}-activity`,
            { service: "subscription", resourceId: `/subscriptions/${args.subscriptionId}`, workspaceId },
            this,
        );
        serviceHealthAlert(
            `${name}-service-health`,
            { resourceGroupName, location, tags, workspaceId, actionGroupId: args.actionGroupId },
            this,
        );

        // Before the first virtual network: with that, Azure makes a watcher of its own, and a region has but one.
        new NetworkWatcher(
            `${name}-network`,
            { networkWatcherName: names.networkWatcher, resourceGroupName, location, tags },
            { parent: this },
        );

        this.workspaceId = workspaceId;
        this.registerOutputs({ workspaceId });
    }
}
