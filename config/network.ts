import * as ipaddr from "ipaddr.js";
import { z } from "zod";
import { SURGE_PERCENT } from "../components/cluster/node-pool";
import { expected } from "./expect";

/** Addresses that Azure keeps for itself in every subnet: the first four and the last. */
const RESERVED_BY_AZURE = 5;

/** Private endpoints that the platform places in the endpoints subnet: Key Vault, and two of the registry. */
const PRIVATE_ENDPOINT_ADDRESSES = 3;

/** Range that AKS keeps for itself; no network of a cluster may meet it. */
const RESERVED_BY_AKS = "172.30.0.0/15";

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
const numberOf = (address: string) =>
    ipaddr.IPv4.parse(address)
        .toByteArray()
        .reduce((number, byte) => number * 256 + byte, 0);

/** How many addresses an address lies behind the first of a range; negative before it. */
const offsetIn = (range: string, address: string) =>
    numberOf(address) - numberOf(range.split("/", 1)[0] ?? "");

/** Pairs of ranges that must not meet. The subnets lie inside the address space, so that one covers them for the rest. */
const APART: readonly (readonly [keyof NetworkRanges, keyof NetworkRanges])[] = [
    ["endpointsSubnet", "nodesSubnet"],
    ["podCidr", "addressSpace"],
    ["serviceCidr", "addressSpace"],
    ["serviceCidr", "podCidr"],
];

/** Collects the faults of ranges: calls with what must hold, the key at fault and what is expected of it. */
function judge(ranges: NetworkRanges) {
    const faults: RangeFault[] = [];
    const expect = (holds: boolean, key: keyof NetworkRanges, what: string) => {
        if (!holds) {
            faults.push({ key, message: `expected ${what}, got "${ranges[key]}"` });
        }
    };
    return { faults, expect };
}

/** What is wrong with ranges that are each well formed: containment, overlap, Azure's own bounds. */
export function checkRanges(ranges: NetworkRanges): readonly RangeFault[] {
    const { faults, expect } = judge(ranges);
    const { addressSpace, serviceCidr, dnsServiceIp } = ranges;
    for (const subnet of ["nodesSubnet", "endpointsSubnet"] as const) {
        expect(
            contains(addressSpace, ranges[subnet]),
            subnet,
            `a range inside addressSpace (${addressSpace})`,
        );
    }
    for (const [key, other] of APART) {
        expect(!overlap(ranges[key], ranges[other]), key, `a range apart from ${other} (${ranges[other]})`);
    }
    for (const key of ["addressSpace", "podCidr", "serviceCidr"] as const) {
        expect(
            !overlap(ranges[key], RESERVED_BY_AKS),
            key,
            `a range apart from ${RESERVED_BY_AKS}, which AKS keeps`,
        );
    }
    const servicePrefix = prefixLength(serviceCidr);
    // AKS refuses a /12 and larger; below a /24 the platform's services and the cluster's own would run out.
    expect(servicePrefix >= 13 && servicePrefix <= 24, "serviceCidr", "a range from /13 to /24");
    const offset = offsetIn(serviceCidr, dnsServiceIp);
    expect(
        // The first names the range, the second is the API's, the last is for broadcasts.
        offset >= 2 && offset <= size(serviceCidr) - 2,
        "dnsServiceIp",
        `an address of serviceCidr (${serviceCidr}) other than its first two and its last`,
    );
    return faults;
}

/**
 * The ranges that are too small, upgrades included.
 *
 * @param pools most nodes that each pool may have.
 */
export function checkCapacity(ranges: NetworkRanges, pools: readonly number[]): readonly RangeFault[] {
    const { faults, expect } = judge(ranges);
    const nodes = pools.reduce((sum, count) => sum + count + Math.ceil((count * SURGE_PERCENT) / 100), 0);
    // One address more for the private endpoint of the cluster's API.
    const nodeAddresses = nodes + 1 + RESERVED_BY_AZURE;
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
    expect(size(ranges.podCidr) >= nodes * 256, "podCidr", `a /24 for each of ${nodes.toString()} nodes`);
    return faults;
}
