import { printable } from "../../policies/printable";
import { SIGNATURE } from "../../policies/secret-paths";
import { normaliseToken } from "../../policies/token";
import { isUnknown } from "../../policies/unknown";
import type { Fact } from "../model";
import { FACT_PROPERTIES } from "./fact-properties";

/** Longest value kept, in characters: real ones are words, numbers and ids. */
const LONGEST = 100;

/** Most items of a list that are read. */
const MOST_ITEMS = 50;

/** What the engine's events show of a secret. */
const HIDDEN = "[secret]";

/**
 * The settings of a resource that the record of processing activities tells. Of its inputs, as the engine sends or keeps
 * them, only listed properties are read, and only plain values: what is secret or not known yet is left out.
 */
export function factsOf(resource: {
    readonly urn: string;
    readonly type: string;
    readonly inputs: unknown;
}): readonly Fact[] {
    const { urn, type, inputs } = resource;
    const token = normaliseToken(type);
    const properties = Object.hasOwn(FACT_PROPERTIES, token) ? FACT_PROPERTIES[token] : undefined;
    return (properties ?? []).flatMap(({ kind, path, idEnd }) =>
        valuesAt(inputs, path.split(".")).map((value) => ({
            kind,
            resource: urn,
            property: path,
            value: short(idEnd === true ? value.slice(value.lastIndexOf("/") + 1) : value),
        })),
    );
}

/** The facts of resources, by URN, in an order that does not depend on the run. */
export function sortedFacts(facts: ReadonlyMap<string, readonly Fact[]>): readonly Fact[] {
    return [...facts].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, of]) => of);
}

function valuesAt(value: unknown, [step, ...rest]: readonly string[]): readonly string[] {
    if (step === undefined) {
        return plainValue(value);
    }
    if (step === "*") {
        return Array.isArray(value)
            ? value.slice(0, MOST_ITEMS).flatMap((item: unknown) => valuesAt(item, rest))
            : [];
    }
    return typeof value === "object" &&
        value !== null &&
        Object.hasOwn(value, step) &&
        !Object.hasOwn(value, SIGNATURE)
        ? valuesAt(Reflect.get(value, step), rest)
        : [];
}

function plainValue(value: unknown): readonly string[] {
    if (typeof value === "number" || typeof value === "boolean") {
        return [value.toString()];
    }
    return typeof value !== "string" || value === "" || isUnknown(value) || value.includes(HIDDEN)
        ? []
        : [value];
}

function short(value: string): string {
    const characters = Array.from(printable(value.slice(0, 4 * LONGEST)));
    return characters.length > LONGEST
        ? `${characters.slice(0, LONGEST).join("")}… (${value.length.toString()} caractères)`
        : characters.join("");
}
