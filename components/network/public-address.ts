import * as pulumi from "@pulumi/pulumi";
import { PublicIPAddress } from "../azure";
import type { AzureScope } from "../azure-scope";
import { auditLog } from "../logging/audit-log";

/** Protection against floods beyond what Azure does for everybody: none, of the address alone, or by the network's plan. */
export type DdosProtection = "none" | "ip" | "network";

const PROTECTION_MODES = {
    none: "Disabled",
    ip: "Enabled",
    network: "VirtualNetworkInherited",
} as const satisfies Record<DdosProtection, string>;

export interface PublicAddressArgs extends AzureScope {
    readonly publicIpAddressName: string;
    readonly ddosProtection: DdosProtection;

    /** Workspace that keeps the log of attacks. */
    readonly workspaceId: pulumi.Input<string>;
}

/** A public IPv4 address that outlives the loss of a zone. */
export function publicAddress(
    name: string,
    args: PublicAddressArgs,
    parent: pulumi.Resource,
): PublicIPAddress {
    const { publicIpAddressName, resourceGroupName, location, tags } = args;
    const address = new PublicIPAddress(
        name,
        {
            publicIpAddressName,
            resourceGroupName,
            location,
            sku: { name: "Standard", tier: "Regional" },
            publicIPAddressVersion: "IPv4",
            publicIPAllocationMethod: "Static",
            zones: ["1", "2", "3"],
            ddosSettings: { protectionMode: PROTECTION_MODES[args.ddosProtection] },
            tags,
        },
        { parent },
    );
    auditLog(
        `${name}-audit`,
        { service: "publicAddress", resourceId: address.id, workspaceId: args.workspaceId },
        parent,
    );
    return address;
}
