import * as pulumi from "@pulumi/pulumi";
import { BastionHost } from "../azure";
import type { AzureScope } from "../azure-scope";
import { auditLog } from "../logging/audit-log";
import type { PlatformNames } from "../naming";
import { type DdosProtection, publicAddress } from "./public-address";

export interface BastionArgs extends AzureScope {
    readonly names: PlatformNames;

    /** Azure resource id of the subnet AzureBastionSubnet. */
    readonly subnetId: pulumi.Input<string>;

    readonly ddosProtection: DdosProtection;

    /** Workspace that keeps the log of who connected to what. */
    readonly workspaceId: pulumi.Input<string>;
}

/** The administrators' way to the private API of the cluster: by a tunnel, after Entra let them in. */
export class Bastion extends pulumi.ComponentResource {
    constructor(name: string, args: BastionArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:network:Bastion", name, {}, opts);
        const { names, resourceGroupName, location, tags, workspaceId } = args;
        const scope: AzureScope = { resourceGroupName, location, tags };

        const address = publicAddress(
            `${name}-address`,
            {
                ...scope,
                publicIpAddressName: names.bastionAddress,
                ddosProtection: args.ddosProtection,
                workspaceId,
            },
            this,
        );
        const host = new BastionHost(
            name,
            {
                ...scope,
                bastionHostName: names.bastion,
                // Tunnels are Standard's. Of no zone, which Azure offers in few regions and as a preview.
                sku: { name: "Standard" },
                enableTunneling: true,
                disableCopyPaste: true,
                enableFileCopy: false,
                enableShareableLink: false,
                enableIpConnect: false,
                // The least that Azure runs.
                scaleUnits: 2,
                ipConfigurations: [
                    {
                        name: "bastion",
                        subnet: { id: args.subnetId },
                        publicIPAddress: { id: address.id },
                    },
                ],
            },
            { parent: this },
        );
        auditLog(`${name}-audit`, { service: "bastion", resourceId: host.id, workspaceId }, this);
        this.registerOutputs({});
    }
}
