import { printable } from "./printable";

/** What a leaf property may hold; `undefined` where it is not set. */
export type Scalar = string | number | boolean | undefined;

export function isScalar(value: unknown): value is Exclude<Scalar, undefined> {
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** A test on one leaf property, and the words for it in a message ("attendu …"). */
export interface Expectation {
    readonly text: string;
    readonly accepts: (value: Scalar) => boolean;
}

/** Longest value that a message quotes, in characters. */
const QUOTE_LIMIT = 80;

/** A value as a message shows it. */
export function show(value: unknown): string {
    if (value === undefined) {
        return "non défini";
    }
    if (!isScalar(value)) {
        return kindOf(value);
    }
    const text = String(value);
    const short = text.length > QUOTE_LIMIT ? `${text.slice(0, QUOTE_LIMIT)}…` : text;
    return typeof value === "string" ? `« ${oneLine(short)} »` : short;
}

/** What a message says of a value that is not the expected one; `what` is in words of its own. */
export function mismatch(what: string, value: unknown): string {
    return `attendu ${what}, ${value === undefined ? "non défini" : `obtenu ${show(value)}`}`;
}

/** What a message says of a value of the wrong shape: its kind alone, for it may be a secret that is out of place. */
export function wrongShape(what: string, value: unknown): string {
    return `attendu ${what}, ${value === undefined ? "non défini" : `obtenu ${kindOf(value)}`}`;
}

function kindOf(value: unknown): string {
    switch (typeof value) {
        case "string":
            return "une chaîne";
        case "number":
            return "un nombre";
        case "boolean":
            return "un booléen";
        default:
            return value === null ? "null" : Array.isArray(value) ? "une liste" : "un objet";
    }
}

function oneLine(text: string): string {
    return printable(text.replace(/\s+/g, " "));
}

/** Exactly this value. */
export function exactly(expected: string | number | boolean): Expectation {
    return { text: show(expected), accepts: (value) => value === expected };
}

/** One of these strings, compared as Azure compares free strings: without regard to case. */
export function anyCase(...expected: readonly [string, ...string[]]): Expectation {
    return oneOf(expected);
}

/** One of the strings that users chose, compared likewise; of none of them, nothing is accepted. */
export function oneOf(expected: readonly string[]): Expectation {
    const accepted = new Set(expected.map((text) => text.toLowerCase()));
    return {
        text: expected.map(show).join(" ou "),
        accepts: (value) => typeof value === "string" && accepted.has(value.toLowerCase()),
    };
}

/** `false`, or not set where the platform's own default is false. */
export const falseOrUnset: Expectation = {
    text: "false",
    accepts: (value) => value === undefined || value === false,
};

/** `true`, or not set where the platform's own default is true. */
export const trueOrUnset: Expectation = {
    text: "true",
    accepts: (value) => value === undefined || value === true,
};

/** A number between two bounds, both included. */
export function between(low: number, high: number): Expectation {
    return {
        text: `un nombre de ${String(low)} à ${String(high)}`,
        accepts: (value) => typeof value === "number" && value >= low && value <= high,
    };
}

/** Any text but the empty one. */
export const nonEmpty: Expectation = {
    text: "une valeur non vide",
    accepts: (value) => typeof value === "string" && value.trim() !== "",
};

/** The id, URI or name of something else; `text` says of what. */
export function reference(text: string): Expectation {
    return such(text, nonEmpty.accepts);
}

/** A test of its own; `text` completes "attendu". */
export function such(text: string, accepts: (value: Scalar) => boolean): Expectation {
    return { text, accepts };
}

/** An address in https, however the scheme is written. */
export const httpsAddress: Expectation = such(
    "une adresse https://",
    (value) => typeof value === "string" && /^https:\/\/[^/]/i.test(value),
);
