import * as pulumi from "@pulumi/pulumi";
import { NatGateway } from "../azure";
import type { AzureScope } from "../azure-scope";
import type { PlatformNames } from "../naming";
import type { Egress } from "./egress";
import { publicAddress } from "./public-address";

export interface NatEgressArgs extends AzureScope {
    readonly names: PlatformNames;
    readonly workspaceId: pulumi.Input<string>;
}

/** A way out to everywhere, from one known address. Nothing comes in by it. */
export class NatEgress extends pulumi.ComponentResource implements Egress {
    public readonly address: Egress["address"];
    public readonly outboundType = "userAssignedNATGateway";
    public readonly way: Egress["way"];

    constructor(name: string, args: NatEgressArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:network:NatEgress", name, {}, opts);
        const { names, resourceGroupName, location, tags, workspaceId } = args;

        const address = publicAddress(
            `${name}-address`,
            {
                resourceGroupName,
                location,
                tags,
                publicIpAddressName: names.egressAddress,
                // Azure protects no NAT gateway, to which nobody can open a connection.
                ddosProtection: "none",
                workspaceId,
            },
            this,
        );
        const gateway = new NatGateway(
            name,
            {
                natGatewayName: names.natGateway,
                resourceGroupName,
                location,
                sku: { name: "Standard" },
                publicIpAddresses: [{ id: address.id }],
                tags,
            },
            { parent: this },
        );

        this.address = address.ipAddress;
        this.way = { natGateway: { id: gateway.id } };
        this.registerOutputs({ address: this.address });
    }
}
