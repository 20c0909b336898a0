import type * as pulumi from "@pulumi/pulumi";
import { PrivateZone, VirtualNetworkLink } from "../azure";
import type { AzureScope } from "../azure-scope";

export interface LinkedZoneArgs extends Pick<AzureScope, "resourceGroupName" | "tags"> {
    /** Name of the zone, such as privatelink.blob.core.windows.net. */
    readonly privateZoneName: string;

    /** Azure resource id of the network that asks it. */
    readonly virtualNetworkId: pulumi.Input<string>;
}

/** A private DNS zone, which the machines of one network ask. */
export interface LinkedZone {
    /** Azure resource id. */
    readonly id: pulumi.Output<string>;

    /** Without it nobody asks the zone. */
    readonly link: VirtualNetworkLink;
}

export function linkedZone(name: string, args: LinkedZoneArgs, parent: pulumi.Resource): LinkedZone {
    const { resourceGroupName, tags, privateZoneName, virtualNetworkId } = args;
    // Private DNS is a worldwide service: its resources have no region, and Azure takes "global" alone.
    const global = { resourceGroupName, location: "global", tags, privateZoneName };
    const zone = new PrivateZone(name, global, { parent });
    const link = new VirtualNetworkLink(
        `${name}-link`,
        {
            ...global,
            virtualNetworkLinkName: "network",
            virtualNetwork: { id: virtualNetworkId },
            registrationEnabled: false,
        },
        { parent, dependsOn: zone },
    );
    return { id: zone.id, link };
}
