import { such } from "../expectation";
import { blockSize } from "./address-range";

/** Most addresses that a service's own firewall may let in by one rule: a /24 of IPv4. */
const MOST = 256;

/** An address, or a block of few: of an office rather than of an operator. */
export const narrowBlock = such(
    `une adresse ou une plage d’au plus ${String(MOST)} adresses`,
    (value) => typeof value === "string" && (blockSize(value) ?? Infinity) <= MOST,
);
