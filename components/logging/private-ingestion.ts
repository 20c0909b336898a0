import * as pulumi from "@pulumi/pulumi";
import { PrivateLinkScope, PrivateLinkScopedResource } from "../azure";
import type { AzureScope } from "../azure-scope";
import type { PlatformNames } from "../naming";
import { type PrivateEndpoints, PrivateLink } from "../network/private-link";

export interface PrivateIngestionArgs extends AzureScope {
    readonly names: PlatformNames;

    /** Azure resource id of the Log Analytics workspace. */
    readonly workspaceId: pulumi.Input<string>;

    readonly privateEndpoints: PrivateEndpoints;
}

/**
 * The only network way to the logs, in and out. Azure's own services write their diagnostics on a way of their own, which
 * this neither opens nor closes.
 */
export class PrivateIngestion extends pulumi.ComponentResource {
    constructor(name: string, args: PrivateIngestionArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:logging:PrivateIngestion", name, {}, opts);
        const { names, resourceGroupName, location, tags } = args;

        const scope = new PrivateLinkScope(
            name,
            {
                scopeName: names.logsLinkScope,
                resourceGroupName,
                // Of no region; Azure takes "global" alone.
                location: "global",
                // From the virtual network nothing can be sent to a workspace that is not in this scope.
                accessModeSettings: { ingestionAccessMode: "PrivateOnly", queryAccessMode: "PrivateOnly" },
                tags,
            },
            { parent: this },
        );
        const workspace = new PrivateLinkScopedResource(
            `${name}-workspace`,
            {
                name: names.workspace,
                scopeName: names.logsLinkScope,
                resourceGroupName,
                linkedResourceId: args.workspaceId,
            },
            { parent: this, dependsOn: scope },
        );
        new PrivateLink(
            `${name}-link`,
            {
                resourceGroupName,
                location,
                tags,
                endpointName: names.logsEndpoint,
                serviceId: scope.id,
                groupId: "azuremonitor",
                zones: ["monitor", "oms", "ods", "agentService", "blob"],
                privateEndpoints: args.privateEndpoints,
            },
            // Azure changes a scope for one caller at a time.
            { parent: this, dependsOn: workspace },
        );
        this.registerOutputs({});
    }
}
