import { type ResourceValidationArgs, Secret } from "@pulumi/policy";

import { judge } from "../judge";
import type { Remedy, ResourceRule } from "../rule";
import { normaliseToken } from "../token";
import { isUnknown, unknownCheckingProxy } from "../unknown";
import { bare } from "./bare";

type Remediable = ResourceRule & Required<Pick<ResourceRule, "remedies">>;

/**
 * Sets the remedies of a rule on a resource that violates it. Returns the resource when that changed anything, which
 * the engine then tells of, and nothing otherwise.
 *
 * A value that is unknown or secret is left as it is, and so is a resource with files in it: the SDK cannot send these
 * back whole.
 */
export function remediate(
    rule: Remediable,
    {
        type,
        name,
        urn,
        props,
        opts,
    }: Pick<ResourceValidationArgs, "type" | "name" | "urn" | "props" | "opts">,
    config: object,
): Record<string, unknown> | undefined {
    const properties = bare(props);
    if (!isPlain(properties)) {
        return undefined;
    }
    const judged = unknownCheckingProxy(unwrapped(properties) as object);
    if (judge(rule, { type, name, urn, props: judged, opts }, { config }).status !== "violation") {
        return undefined;
    }
    const changed = rule
        .remedies(normaliseToken(type))
        .map(({ path, value }) => set(properties, path.replaceAll("[*]", ".*").split("."), value));
    return changed.includes(true) ? props : undefined;
}

/** Sets a value wherever its path leads. Returns whether that changed anything. */
function set(holder: unknown, [key = "", ...rest]: readonly string[], value: Remedy["value"]): boolean {
    if (key === "*") {
        return Array.isArray(holder) && holder.map((item) => set(item, rest, value)).includes(true);
    }
    if (!isRecord(holder)) {
        return false;
    }
    const present = holder[key] ?? undefined;
    if (rest.length > 0) {
        const inner = present ?? {};
        const changed = set(inner, rest, value);
        if (changed) {
            holder[key] = inner;
        }
        return changed;
    }
    if (present === value || isUnknown(present) || present instanceof Secret) {
        return false;
    }
    holder[key] = value;
    return true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** A copy with secrets in it replaced by what they hold, as rules know them. */
function unwrapped(value: unknown): unknown {
    if (value instanceof Secret) {
        return unwrapped(value.value);
    }
    if (Array.isArray(value)) {
        return value.map(unwrapped);
    }
    return isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key, unwrapped(held)]))
        : value;
}

/** Whether a value holds nothing but plain values and secrets. */
function isPlain(value: unknown): boolean {
    if (typeof value !== "object" || value === null || value instanceof Secret) {
        return true;
    }
    return (Array.isArray(value) || isRecord(value)) && Object.values(value).every(isPlain);
}
