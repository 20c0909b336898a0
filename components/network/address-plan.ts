import * as ipaddr from "ipaddr.js";

/**
 * Prefix length of each subnet, largest range first: laid end to end in this order, each starts on its own boundary.
 * Subnets that a stack does not use keep their place, so that turning one on moves no other.
 */
const SUBNETS = {
    /** 1,019 nodes; pods have addresses of their own, outside the virtual network. */
    nodes: 22,
    /** Azure recommends a /24 for the application gateway's instances. */
    edge: 24,
    /** Azure accepts no smaller range for the firewall, nor for Bastion. */
    firewall: 26,
    bastion: 26,
    endpoints: 26,
    /** Managed database servers. */
    database: 27,
    /** The API servers, of one cluster for ever: Azure takes a /28, which then cannot grow. */
    apiServer: 27,
    /** Where CI's own runners or an operator's machine sit: only from inside the network does anybody reach the cluster. */
    runners: 27,
} as const;

export type SubnetName = keyof typeof SUBNETS;

/** Prefix lengths that a virtual network may have: from the largest private range that Azure takes to one that holds the plan. */
export const ADDRESS_SPACE_PREFIX = { min: 8, max: 21 } as const;

/** Where everything of a stack lies. Ranges in CIDR form. */
export interface AddressPlan {
    readonly addressSpace: string;
    readonly subnets: Readonly<Record<SubnetName, string>>;
    /** Of the pods: an overlay, unknown to the virtual network. */
    readonly podCidr: string;
    readonly serviceCidr: string;
    /** Address of the cluster's DNS service, the tenth of serviceCidr. */
    readonly dnsServiceIp: string;
    /**
     * Address of the mesh's internal ingress: at the end of the nodes' subnet, since Azure gives addresses to nodes from
     * the beginning on.
     */
    readonly ingressIp: string;
}

/** The ranges that a stack's configuration chooses. */
export type ChosenRanges = Pick<AddressPlan, "addressSpace" | "podCidr" | "serviceCidr">;

const BITS = 32;

const numberOf = (address: string) =>
    ipaddr.IPv4.parse(address)
        .toByteArray()
        .reduce((number, byte) => number * 256 + byte, 0);

const addressOf = (number: number) =>
    [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");

/** The number of addresses of a range. */
export const sizeOf = (range: string) => 2 ** (BITS - ipaddr.IPv4.parseCIDR(range)[1]);

/** The address that lies `offset` behind the first of a range. */
const addressIn = (range: string, offset: number) =>
    addressOf(numberOf(range.split("/", 1)[0] ?? "") + offset);

/** Lays the subnets end to end from the beginning of the address space, which is /21 or larger. */
export function planAddresses(ranges: ChosenRanges): AddressPlan {
    let offset = 0;
    const subnets = Object.fromEntries(
        Object.entries(SUBNETS).map(([name, prefix]) => {
            const range = `${addressIn(ranges.addressSpace, offset)}/${prefix.toString()}`;
            offset += sizeOf(range);
            return [name, range];
        }),
    ) as Record<SubnetName, string>;
    return {
        ...ranges,
        subnets,
        dnsServiceIp: addressIn(ranges.serviceCidr, 10),
        // The last is for broadcasts.
        ingressIp: addressIn(subnets.nodes, sizeOf(subnets.nodes) - 2),
    };
}
