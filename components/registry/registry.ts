import * as pulumi from "@pulumi/pulumi";
import { ContainerRegistry } from "../azure";
import type { AzureScope } from "../azure-scope";
import { auditLog } from "../logging/audit-log";
import { PrivateLink } from "../network/private-link";

export interface RegistryArgs extends AzureScope {
    /** Name of the registry, 5 to 50 letters or digits, unique in Azure. */
    readonly registryName: string;

    readonly endpointName: string;
    readonly virtualNetworkId: pulumi.Input<string>;

    /** Subnet of the private endpoint. */
    readonly subnetId: pulumi.Input<string>;

    /** Workspace that keeps the audit log. */
    readonly workspaceId: pulumi.Input<string>;

    /** Whether Pulumi refuses to delete the registry. */
    readonly protectData: boolean;
}

/** The private registry: the only place that the cluster takes images from. */
export class Registry extends pulumi.ComponentResource {
    /** Azure resource id. */
    public readonly registryId: pulumi.Output<string>;

    /** Host name that images are pulled from. Plain, since Azure derives it from the name. */
    public readonly loginServer: string;

    constructor(name: string, args: RegistryArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:registry:Registry", name, {}, opts);
        const { registryName, resourceGroupName, location, tags } = args;

        const registry = new ContainerRegistry(
            name,
            {
                registryName,
                resourceGroupName,
                location,
                // Private endpoints are Premium's.
                sku: { name: "Premium" },
                zoneRedundancy: "Enabled",
                adminUserEnabled: false,
                anonymousPullEnabled: false,
                publicNetworkAccess: "Disabled",
                networkRuleBypassOptions: "None",
                dataEndpointEnabled: true,
                policies: {
                    exportPolicy: { status: "disabled" },
                    // Untagged manifests stay 30 days: time to roll back to the digest before.
                    retentionPolicy: { status: "enabled", days: 30 },
                },
                tags,
            },
            { parent: this, protect: args.protectData },
        );
        new PrivateLink(
            `${name}-link`,
            {
                resourceGroupName,
                location,
                tags,
                endpointName: args.endpointName,
                serviceId: registry.id,
                groupId: "registry",
                zoneName: "privatelink.azurecr.io",
                virtualNetworkId: args.virtualNetworkId,
                subnetId: args.subnetId,
            },
            { parent: this },
        );
        auditLog(`${name}-audit`, { resourceId: registry.id, workspaceId: args.workspaceId }, this);

        this.registryId = registry.id;
        this.loginServer = `${registryName}.azurecr.io`;
        this.registerOutputs({ registryId: this.registryId, loginServer: this.loginServer });
    }
}
