import { UnknownValueError } from "./unknown";

/** A property path: dotted, or segment by segment where a key itself holds dots. "" is the inspected value itself. */
export type Path = string | readonly string[];

/** What stands at a path. `path` tells where an unknown or a value of the wrong shape was met, perhaps above. */
export type Reading =
    | { readonly state: "unset" }
    | { readonly state: "known"; readonly value: unknown }
    | { readonly state: "unknown"; readonly path: string }
    | { readonly state: "misshapen"; readonly path: string; readonly value: unknown };

/** Segments by path: rules name few paths, for each of many resources. */
const split = new Map<string, readonly string[]>([["", []]]);

/** The segments of a path. */
export function segmentsOf(path: Path): readonly string[] {
    if (typeof path !== "string") {
        return path;
    }
    const known = split.get(path) ?? path.split(".");
    split.set(path, known);
    return known;
}

/** The path of a field; keys that are not identifiers are quoted. */
export function join(base: string, segment: string): string {
    if (!/^[A-Za-z_$][\w$-]*$/.test(segment)) {
        return `${base}["${segment}"]`;
    }
    return base === "" ? segment : `${base}.${segment}`;
}

/** Reads one own field; an unknown value is a reading like another. */
export function readField(holder: object, key: string | number, path: string): Reading {
    if (!Object.hasOwn(holder, key)) {
        return { state: "unset" };
    }
    try {
        return toReading((holder as Record<string | number, unknown>)[key]);
    } catch (error) {
        if (error instanceof UnknownValueError) {
            return { state: "unknown", path };
        }
        throw error;
    }
}

export function toReading(value: unknown): Reading {
    return value === undefined || value === null ? { state: "unset" } : { state: "known", value };
}

export function isRecord(value: unknown): value is object {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
