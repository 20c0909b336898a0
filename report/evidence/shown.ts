import { printable } from "../../policies/printable";

const LONGEST = 120;

/** A foreign text on one line of a console, cut where it is long. */
export function shown(text: string): string {
    const line = printable(text.slice(0, LONGEST * 2)).replaceAll(/\s+/g, " ");
    return line.length > LONGEST || text.length > LONGEST * 2 ? `${line.slice(0, LONGEST)}…` : line;
}
