import * as pulumi from "@pulumi/pulumi";
import { PrivateDnsZoneGroup, PrivateEndpoint } from "../azure";
import type { AzureScope } from "../azure-scope";
import type { PrivateZoneName } from "./private-dns";

/** Where private endpoints go, and the zones that hold their names. */
export interface PrivateEndpoints {
    /** Azure resource id of their subnet. */
    readonly subnetId: pulumi.Output<string>;

    /** Azure resource id of each private DNS zone. */
    readonly zoneIds: Readonly<Record<PrivateZoneName, pulumi.Output<string>>>;
}

export interface PrivateLinkArgs extends AzureScope {
    /** Name of the private endpoint. */
    readonly endpointName: string;

    /** Azure resource id of the service to reach. */
    readonly serviceId: pulumi.Input<string>;

    /** Sub-resource of the service, in Azure's words ("vault", "registry"). */
    readonly groupId: string;

    /** The zones that Azure writes the service's names to. */
    readonly zones: readonly PrivateZoneName[];

    readonly privateEndpoints: PrivateEndpoints;
}

/** The private way to a service: its endpoint in the virtual network, and its names there. */
export class PrivateLink extends pulumi.ComponentResource {
    constructor(name: string, args: PrivateLinkArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:network:PrivateLink", name, {}, opts);
        const { resourceGroupName, location, tags, endpointName, groupId } = args;
        const { subnetId, zoneIds } = args.privateEndpoints;

        const endpoint = new PrivateEndpoint(
            `${name}-endpoint`,
            {
                privateEndpointName: endpointName,
                resourceGroupName,
                location,
                subnet: { id: subnetId },
                privateLinkServiceConnections: [
                    { name: groupId, privateLinkServiceId: args.serviceId, groupIds: [groupId] },
                ],
                tags,
            },
            // Azure moves no endpoint to another subnet, and knows one of a name: the old goes before the new comes.
            { parent: this, deleteBeforeReplace: true },
        );
        new PrivateDnsZoneGroup(
            `${name}-records`,
            {
                privateDnsZoneGroupName: "default",
                privateEndpointName: endpointName,
                resourceGroupName,
                privateDnsZoneConfigs: args.zones.map((zone) => ({
                    name: zone,
                    privateDnsZoneId: zoneIds[zone],
                })),
            },
            { parent: this, dependsOn: endpoint },
        );
        this.registerOutputs({});
    }
}
