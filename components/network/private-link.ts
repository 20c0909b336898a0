import * as pulumi from "@pulumi/pulumi";
import { PrivateDnsZoneGroup, PrivateEndpoint, PrivateZone, VirtualNetworkLink } from "../azure";
import type { AzureScope } from "../azure-scope";

export interface PrivateLinkArgs extends AzureScope {
    /** Name of the private endpoint. */
    readonly endpointName: string;

    /** Azure resource id of the service to reach. */
    readonly serviceId: pulumi.Input<string>;

    /** Sub-resource of the service, in Azure's words ("vault", "registry"). */
    readonly groupId: string;

    /** DNS zone that Azure prescribes for the service, such as privatelink.vaultcore.azure.net. */
    readonly zoneName: string;

    readonly virtualNetworkId: pulumi.Input<string>;
    readonly subnetId: pulumi.Input<string>;
}

/** The private way to a service: its endpoint in the virtual network, and the DNS zone that leads its name there. */
export class PrivateLink extends pulumi.ComponentResource {
    constructor(name: string, args: PrivateLinkArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:foundation:PrivateLink", name, {}, opts);
        const { resourceGroupName, location, tags, zoneName, endpointName } = args;

        // Private DNS is a worldwide service: its resources have no region, and Azure takes "global" alone.
        const zone = new PrivateZone(
            name,
            { privateZoneName: zoneName, resourceGroupName, location: "global", tags },
            { parent: this },
        );
        const link = new VirtualNetworkLink(
            `${name}-network`,
            {
                virtualNetworkLinkName: "network",
                privateZoneName: zoneName,
                resourceGroupName,
                location: "global",
                virtualNetwork: { id: args.virtualNetworkId },
                registrationEnabled: false,
                tags,
            },
            { parent: this, dependsOn: zone },
        );
        const endpoint = new PrivateEndpoint(
            `${name}-endpoint`,
            {
                privateEndpointName: endpointName,
                resourceGroupName,
                location,
                subnet: { id: args.subnetId },
                privateLinkServiceConnections: [
                    { name: args.groupId, privateLinkServiceId: args.serviceId, groupIds: [args.groupId] },
                ],
                tags,
            },
            // Azure cannot move an endpoint, and the provider does not know it (pulumi-azure-native 3883).
            { parent: this, replaceOnChanges: ["subnet"], deleteBeforeReplace: true },
        );
        new PrivateDnsZoneGroup(
            `${name}-records`,
            {
                privateDnsZoneGroupName: "default",
                privateEndpointName: endpointName,
                resourceGroupName,
                privateDnsZoneConfigs: [{ name: args.groupId, privateDnsZoneId: zone.id }],
            },
            { parent: this, dependsOn: [endpoint, link] },
        );
        this.registerOutputs({});
    }
}
