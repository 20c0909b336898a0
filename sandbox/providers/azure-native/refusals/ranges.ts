import * as ipaddr from "ipaddr.js";

/** A range of IPv4 addresses, as numbers. */
export interface Range {
    readonly first: number;
    readonly last: number;
    /** Length of the prefix. */
    readonly prefix: number;
}

function numberOf(address: string): number {
    return ipaddr.IPv4.parse(address)
        .toByteArray()
        .reduce((number, byte) => number * 256 + byte, 0);
}

/** The range of a CIDR, wherever in it the address before the slash lies; undefined for what is none. */
export function rangeOf(cidr: string): Range | undefined {
    if (!ipaddr.IPv4.isValidCIDR(cidr)) {
        return undefined;
    }
    const [address, prefix] = ipaddr.IPv4.parseCIDR(cidr);
    const size = 2 ** (32 - prefix);
    const first = Math.floor(numberOf(address.toString()) / size) * size;
    return { first, last: first + size - 1, prefix };
}

/** The CIDR with the range's first address before the slash, as Azure wants it. */
export function canonical(cidr: string): string | undefined {
    return rangeOf(cidr) === undefined
        ? undefined
        : `${ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()}/${cidr.split("/")[1] ?? ""}`;
}

export function overlap(one: string, other: string): boolean {
    const [a, b] = [rangeOf(one), rangeOf(other)];
    return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
}

export function contains(outer: string, inner: string): boolean {
    const [a, b] = [rangeOf(outer), rangeOf(inner)];
    return a !== undefined && b !== undefined && a.first <= b.first && b.last <= a.last;
}

/** The place of an address in a range, from 0; undefined outside. */
export function offsetIn(cidr: string, address: string): number | undefined {
    const range = rangeOf(cidr);
    if (range === undefined || !ipaddr.IPv4.isValid(address)) {
        return undefined;
    }
    const number = numberOf(address);
    return number < range.first || number > range.last ? undefined : number - range.first;
}

/** Whether it is one IPv4 address, or a range of them. */
export function isAddress(value: string): boolean {
    return ipaddr.IPv4.isValidFourPartDecimal(value) || rangeOf(value) !== undefined;
}
