import type { Path, PropertyChange } from "./provider";
import { entriesOf, isList, isProperties, reveal, type Properties, type Value } from "./values";

/** The changes between two input maps; `mustReplace` says which paths cannot be updated in place. */
export function diffInputs(
    oldInputs: Properties,
    inputs: Properties,
    mustReplace: (path: Path) => boolean,
): PropertyChange[] {
    return compare(reveal(oldInputs), reveal(inputs), []).map((change) => ({
        ...change,
        replace: mustReplace(change.path),
    }));
}

type Difference = Pick<PropertyChange, "path" | "kind">;

/** Null counts as absent, as it does for the engine. */
function compare(before: Value | undefined, after: Value | undefined, path: Path): Difference[] {
    const was = before ?? undefined;
    const is = after ?? undefined;
    if (was === is) {
        return [];
    }
    if (was === undefined) {
        return [{ path, kind: "add" }];
    }
    if (is === undefined) {
        return [{ path, kind: "delete" }];
    }
    if (isList(was) && isList(is)) {
        const longest = was.length > is.length ? was : is;
        return longest.flatMap((_, index) => compare(was[index], is[index], [...path, index]));
    }
    if (isProperties(was) && isProperties(is)) {
        const keys = new Set([...entriesOf(was), ...entriesOf(is)].map(([key]) => key));
        return [...keys].flatMap((key) => compare(was[key], is[key], [...path, key]));
    }
    return [{ path, kind: "update" }];
}

/**
 * Whether a path lies at or under a pattern such as `spec.containers[*].image`.
 */
export function isUnder(path: Path, pattern: string): boolean {
    const wanted = pattern.replaceAll("[*]", ".*").split(".");
    return (
        wanted.length <= path.length &&
        wanted.every((key, index) => key === path[index] || (key === "*" && typeof path[index] === "number"))
    );
}

/** The path as the engine writes it: `spec.ports[0].port`, `data["my.cnf"]`. */
export function formatPath(path: Path): string {
    return path
        .map((key, index) => {
            if (typeof key === "number") {
                return `[${key.toString()}]`;
            }
            return /^[A-Za-z_$][\w$]*$/.test(key)
                ? `${index === 0 ? "" : "."}${key}`
                : `[${JSON.stringify(key)}]`;
        })
        .join("");
}
