import type * as pulumi from "@pulumi/pulumi";
import { PrivateRecordSet } from "../azure";
import { linkedZone, type LinkedZoneArgs } from "../network/linked-zone";

export interface PrivateHostArgs extends Omit<LinkedZoneArgs, "privateZoneName"> {
    /** Name in full, of two parts at least. */
    readonly host: string;

    /** Where it leads to, in the network. */
    readonly address: string;
}

/** Seconds that a machine may keep the answer. */
const TTL_SECONDS = 300;

/** A host that nobody outside the network finds: a zone of its name alone, so that no other name is taken from public DNS. */
export function privateHost(
    name: string,
    { host, address, ...place }: PrivateHostArgs,
    parent: pulumi.Resource,
): void {
    const { link } = linkedZone(name, { ...place, privateZoneName: host }, parent);
    new PrivateRecordSet(
        `${name}-address`,
        {
            resourceGroupName: place.resourceGroupName,
            privateZoneName: host,
            recordType: "A",
            // The zone's own name.
            relativeRecordSetName: "@",
            ttl: TTL_SECONDS,
            aRecords: [{ ipv4Address: address }],
        },
        { parent, dependsOn: link },
    );
}
