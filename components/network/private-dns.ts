import * as pulumi from "@pulumi/pulumi";
import type { AzureScope } from "../azure-scope";
import { linkedZone } from "./linked-zone";

/** The zones that Azure prescribes for the private endpoints of each service. */
export const PRIVATE_ZONES = {
    vault: "privatelink.vaultcore.azure.net",
    registry: "privatelink.azurecr.io",
    blob: "privatelink.blob.core.windows.net",
    // The log store has four zones of its own, and keeps its agents' packages as blobs.
    monitor: "privatelink.monitor.azure.com",
    oms: "privatelink.oms.opinsights.azure.com",
    ods: "privatelink.ods.opinsights.azure.com",
    agentService: "privatelink.agentsvc.azure-automation.net",
} as const;

export type PrivateZoneName = keyof typeof PRIVATE_ZONES;

export interface PrivateDnsArgs extends Pick<AzureScope, "resourceGroupName" | "tags"> {
    /** Azure resource id of the network that asks these zones. */
    readonly virtualNetworkId: pulumi.Input<string>;
}

/** Leads the names of Azure's services to their private endpoints, in one network. */
export class PrivateDns extends pulumi.ComponentResource {
    /** Azure resource id of each zone. */
    public readonly zoneIds: Readonly<Record<PrivateZoneName, pulumi.Output<string>>>;

    constructor(name: string, args: PrivateDnsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:network:PrivateDns", name, {}, opts);
        this.zoneIds = Object.fromEntries(
            Object.entries(PRIVATE_ZONES).map(([key, privateZoneName]) => [
                key,
                linkedZone(`${name}-${key}`, { ...args, privateZoneName }, this).id,
            ]),
        ) as Record<PrivateZoneName, pulumi.Output<string>>;
        this.registerOutputs({});
    }
}
