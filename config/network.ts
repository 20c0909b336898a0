import * as ipaddr from "ipaddr.js";
import { z } from "zod";
import { expected } from "./expect";

/** Addresses that Azure keeps for itself in every subnet: the first four and the last. */
const RESERVED_BY_AZURE = 5;

/** Private endpoints that the platform places in the endpoints subnet: Key Vault, and two of the registry. */
const PRIVATE_ENDPOINT_ADDRESSES = 3;

/** Nodes that an upgrade adds, as a share of the pool (the pools' maxSurge). */
export const SURGE = 0.33;

/** The address ranges of a stack, each in CIDR form. */
export interface NetworkRanges {
    /** Of the virtual network; holds both subnets. */
    readonly addressSpace: string;
    readonly nodesSubnet: string;
    readonly endpointsSubnet: string;
    /** Of the pods: an overlay, unknown to the virtual network. Each node takes a /24 of it. */
    readonly podCidr: string;
    readonly serviceCidr: string;
    /** Address of the cluster's DNS service, inside serviceCidr. */
    readonly dnsServiceIp: string;
}

/** A fault of one key of the network; `key` is relative to it. */
export interface RangeFault {
    readonly key: keyof NetworkRanges;
    readonly message: string;
}

function isPrivateCidr(text: string): boolean {
    if (!ipaddr.IPv4.isValidCIDR(text)) {
        return false;
    }
    const [address] = ipaddr.IPv4.parseCIDR(text);
    return (
        address.range() === "private" &&
        ipaddr.IPv4.networkAddressFromCIDR(text).toString() === address.toString()
    );
}

const cidrText = "a private IPv4 range that starts on its own boundary, such as 10.40.0.0/22";

/** A private IPv4 range whose host bits are zero. */
export const cidr = z.string(expected(cidrText)).refine(isPrivateCidr, expected(cidrText));

/** A dotted IPv4 address. */
export const ipv4 = z
    .string(expected("an IPv4 address"))
    .refine((address) => ipaddr.IPv4.isValidFourPartDecimal(address), expected("an IPv4 address"));

function contains(outer: string, inner: string): boolean {
    const [innerAddress, innerBits] = ipaddr.IPv4.parseCIDR(inner);
    const [outerAddress, outerBits] = ipaddr.IPv4.parseCIDR(outer);
    return innerBits >= outerBits && innerAddress.match(outerAddress, outerBits);
}

const overlap = (a: string, b: string) => contains(a, b) || contains(b, a);
const prefixLength = (range: string) => ipaddr.IPv4.parseCIDR(range)[1];
const size = (range: string) => 2 ** (32 - prefixLength(range));

/** Pairs of ranges that must not meet. The subnets lie inside the address space, so that one covers them for the rest. */
const APART: readonly (readonly [keyof NetworkRanges, keyof NetworkRanges])[] = [
    ["endpointsSubnet", "nodesSubnet"],
    ["podCidr", "addressSpace"],
    ["serviceCidr", "addressSpace"],
    ["serviceCidr", "podCidr"],
];

/**
 * What is wrong with ranges that are each well formed: containment, overlap, size.
 *
 * @param nodes most nodes that the pools may have, upgrades left out.
 */
export function checkRanges(ranges: NetworkRanges, nodes: number): readonly RangeFault[] {
    const faults: RangeFault[] = [];
    const expect = (holds: boolean, key: keyof NetworkRanges, what: string) => {
        if (!holds) {
            faults.push({ key, message: `expected ${what}, got "${ranges[key]}"` });
        }
    };
    for (const subnet of ["nodesSubnet", "endpointsSubnet"] as const) {
        expect(
            contains(ranges.addressSpace, ranges[subnet]),
            subnet,
            `a range inside addressSpace (${ranges.addressSpace})`,
        );
    }
    for (const [key, other] of APART) {
        expect(!overlap(ranges[key], ranges[other]), key, `a range apart from ${other} (${ranges[other]})`);
    }
    const nodesAtUpgrade = Math.ceil(nodes * (1 + SURGE));
    // One address more for the private endpoint of the cluster's API.
    const nodeAddresses = nodesAtUpgrade + 1 + RESERVED_BY_AZURE;
    const endpointAddresses = PRIVATE_ENDPOINT_ADDRESSES + RESERVED_BY_AZURE;
    expect(
        size(ranges.nodesSubnet) >= nodeAddresses,
        "nodesSubnet",
        `at least ${nodeAddresses.toString()} addresses for ${nodes.toString()} nodes`,
    );
    expect(
        size(ranges.endpointsSubnet) >= endpointAddresses,
        "endpointsSubnet",
        `at least ${endpointAddresses.toString()} addresses`,
    );
    expect(
        size(ranges.podCidr) >= nodesAtUpgrade * 256,
        "podCidr",
        `a /24 for each of ${nodesAtUpgrade.toString()} nodes`,
    );
    // Azure's own bound: a service range is smaller than a /12.
    expect(prefixLength(ranges.serviceCidr) > 12, "serviceCidr", "a range smaller than a /12");
    const first = ipaddr.IPv4.networkAddressFromCIDR(ranges.serviceCidr).toByteArray();
    const isApiAddress = ranges.dnsServiceIp === [...first.slice(0, 3), (first[3] ?? 0) + 1].join(".");
    expect(
        contains(ranges.serviceCidr, `${ranges.dnsServiceIp}/32`) && !isApiAddress,
        "dnsServiceIp",
        `an address of serviceCidr (${ranges.serviceCidr}) other than its first`,
    );
    return faults;
}
