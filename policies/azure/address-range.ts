import * as ipaddr from "ipaddr.js";

import { such } from "../expectation";

/** Most addresses that a service's own firewall may let in by one rule: a /24 of IPv4. */
const MOST = 256;

/** An address, or a block of few: of an office rather than of an operator. */
export const narrowBlock = such(
    `une adresse ou une plage d’au plus ${String(MOST)} adresses`,
    (value) => typeof value === "string" && (blockSize(value) ?? Infinity) <= MOST,
);

/** How many addresses lie from one to another, both included; undefined unless they make a range. */
export function rangeSize(first: string, last: string): number | undefined {
    if (!ipaddr.isValid(first) || !ipaddr.isValid(last)) {
        return undefined;
    }
    const [low, high] = [ipaddr.parse(first), ipaddr.parse(last)];
    const size = ordinal(high) - ordinal(low) + 1n;
    return low.kind() === high.kind() && size > 0n ? Number(size) : undefined;
}

/** How many addresses a block ("203.0.113.0/24") or a single address holds; undefined where it is neither. */
export function blockSize(block: string): number | undefined {
    if (!ipaddr.isValidCIDR(block)) {
        return ipaddr.isValid(block) ? 1 : undefined;
    }
    const [address, prefix] = ipaddr.parseCIDR(block);
    return 2 ** (8 * address.toByteArray().length - prefix);
}

function ordinal(address: ipaddr.IPv4 | ipaddr.IPv6): bigint {
    return address.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}
