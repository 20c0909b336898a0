import * as ipaddr from "ipaddr.js";
import { z } from "zod";
import { SURGE_PERCENT } from "../components/cluster/hardened-nodes";
import { ADDRESS_SPACE_PREFIX, type ChosenRanges, sizeOf } from "../components/network/address-plan";
import { expected } from "./expect";

/** Range that AKS keeps for itself; no network of a cluster may meet it. */
const RESERVED_BY_AKS = "172.30.0.0/15";

/** A fault of one key of the network; `key` is relative to it. */
export interface RangeFault {
    readonly key: keyof ChosenRanges;
    readonly message: string;
}

const parsed = (text: string) => ipaddr.IPv4.parseCIDR(text);

/** Whether a text is a range whose host bits are zero, as Azure writes it. */
function isRange(text: string): boolean {
    return (
        ipaddr.IPv4.isValidCIDR(text) &&
        `${ipaddr.IPv4.networkAddressFromCIDR(text).toString()}/${parsed(text)[1].toString()}` === text
    );
}

const cidrText = "a private IPv4 range that starts on its own boundary, such as 10.40.0.0/16";

/** A private IPv4 range whose host bits are zero. */
export const cidr = z
    .string(expected(cidrText))
    .refine((text) => isRange(text) && parsed(text)[0].range() === "private", expected(cidrText));

/** Whether a range is of the outside world; the library calls the addresses of examples (RFC 5737) reserved. */
function isPublic([address]: [ipaddr.IPv4, number]): boolean {
    const kind = address.range();
    return kind === "unicast" || (kind === "reserved" && !address.match(ipaddr.IPv4.parse("240.0.0.0"), 4));
}

const isSomebodys = (text: string) => isRange(text) && parsed(text)[1] >= 16 && isPublic(parsed(text));

const publicRangeText =
    "a public IPv4 range of /16 or smaller that starts on its own boundary, such as 192.0.2.0/24";

/** A public IPv4 range that is small enough to be somebody's own. */
export const publicRange = z.string(expected(publicRangeText)).refine(isSomebodys, expected(publicRangeText));

const sourceText = `${publicRangeText}, or "Internet"`;

/** Who may come from outside: everybody ("Internet"), or somebody by a public range. */
const source = z
    .string(expected(sourceText))
    .refine((text) => text === "Internet" || isSomebodys(text), expected(sourceText));

/** Far more than the centres are, and far from the 4000 that Azure takes in the rules of a security group. */
const MOST_SOURCES = 200;

/** Ranges of one security rule: Azure refuses those that overlap. */
function sources<Item extends z.ZodType<string>>(item: Item) {
    const what = "public IPv4 ranges";
    return z
        .array(item, expected(`a list of ${what}`))
        .max(MOST_SOURCES, expected(`at most ${MOST_SOURCES.toString()} ${what}`))
        .refine(apart, expected(`${what} that do not overlap`));
}

/** Whether no two of the ranges meet; what is none has a fault of its own. */
export function apart(texts: readonly string[]): boolean {
    const ranges = texts.filter(isRange);
    return ranges.every((one, index) => ranges.slice(index + 1).every((other) => !overlap(one, other)));
}

/** Who may reach the edge: everybody, or these public ranges of the centres. */
export const allowedSources = sources(source)
    .min(1, expected("at least one of public IPv4 ranges"))
    .refine(
        (texts) => !texts.includes("Internet") || texts.length === 1,
        expected('"Internet" alone, or public IPv4 ranges without it'),
    );

/** Who may reach Bastion, if anybody. */
export const administratorSources = sources(publicRange);

function contains(outer: string, inner: string): boolean {
    const [innerAddress, innerBits] = parsed(inner);
    const [outerAddress, outerBits] = parsed(outer);
    return innerBits >= outerBits && innerAddress.match(outerAddress, outerBits);
}

function overlap(a: string, b: string): boolean {
    return contains(a, b) || contains(b, a);
}

const prefixLength = (range: string) => parsed(range)[1];

/** Pairs of ranges that must not meet. */
const APART: readonly (readonly [keyof ChosenRanges, keyof ChosenRanges])[] = [
    ["podCidr", "addressSpace"],
    ["serviceCidr", "addressSpace"],
    ["serviceCidr", "podCidr"],
];

/** Collects the faults of ranges: calls with what must hold, the key at fault and what is expected of it. */
function judge(ranges: ChosenRanges) {
    const faults: RangeFault[] = [];
    const expect = (holds: boolean, key: keyof ChosenRanges, what: string) => {
        if (!holds) {
            faults.push({ key, message: `expected ${what}, got "${ranges[key]}"` });
        }
    };
    return { faults, expect };
}

/** What is wrong with ranges that are each well formed: overlap, Azure's own bounds, room for the address plan. */
export function checkRanges(ranges: ChosenRanges): readonly RangeFault[] {
    const { faults, expect } = judge(ranges);
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
    const { min, max } = ADDRESS_SPACE_PREFIX;
    const spacePrefix = prefixLength(ranges.addressSpace);
    expect(
        spacePrefix >= min && spacePrefix <= max,
        "addressSpace",
        `a range from /${min.toString()} to /${max.toString()}, to hold the subnets`,
    );
    const servicePrefix = prefixLength(ranges.serviceCidr);
    // AKS refuses a /12 and larger; below a /24 the platform's services and the cluster's own would run out.
    expect(servicePrefix >= 13 && servicePrefix <= 24, "serviceCidr", "a range from /13 to /24");
    return faults;
}

/** Nodes that pools of these sizes have at most, those of an upgrade included. */
export const mostNodes = (pools: readonly number[]) =>
    pools.reduce((sum, count) => sum + count + Math.ceil((count * SURGE_PERCENT) / 100), 0);

/**
 * The ranges that are too small, upgrades included. The subnet of the nodes holds as many as all pools may have.
 *
 * @param nodes that the cluster grows to at most.
 */
export function checkCapacity(ranges: ChosenRanges, nodes: number): readonly RangeFault[] {
    const { faults, expect } = judge(ranges);
    expect(sizeOf(ranges.podCidr) >= nodes * 256, "podCidr", `a /24 for each of ${nodes.toString()} nodes`);
    return faults;
}

/** Whether the edge lets in a whole range. */
export const isAllowed = (range: string, allowed: readonly string[]) =>
    allowed.some((source) => source === "Internet" || contains(source, range));
