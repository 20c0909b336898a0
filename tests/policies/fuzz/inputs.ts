import fc from "fast-check";

import { rules } from "../../../policies/catalogue";
import { judge } from "../../../policies/judge";
import { judgeStack } from "../../../policies/judge-stack";
import type { DeclaredResource, Example, ResourceOptions, Rule, Status } from "../../../policies/rule";
import { secretPaths } from "../../../policies/secret-paths";
import { type Properties, received, urnOf } from "../../support/evaluate";

/** Of every run, so that one that fails can be repeated. */
export const SEED = 20261121;

/** What stands between the properties of a resource and one of their values. */
export type Place = readonly (string | number)[];

export interface Input {
    readonly type: string;
    readonly name: string;
    readonly props: Properties;
    readonly options: Partial<ResourceOptions>;
}

/** A resource under a resource rule, or a stack under a stack rule. */
export type Inputs = readonly Input[];

/** Every place under a value, the nearest first. */
export function* placesIn(value: unknown, at: Place = []): Generator<Place> {
    if (at.length > 0) {
        yield at;
    }
    for (const [key, item] of fieldsOf(value)) {
        yield* placesIn(item, [...at, key]);
    }
}

function fieldsOf(value: unknown): readonly (readonly [string | number, unknown])[] {
    if (Array.isArray(value)) {
        return [...(value as unknown[]).entries()];
    }
    return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

export function valueAt(value: unknown, place: Place): unknown {
    return place.reduce<unknown>((holder, key) => new Map(fieldsOf(holder)).get(key), value);
}

/** A copy that holds `item` at a place. */
export function withValue(value: unknown, [key, ...rest]: Place, item: unknown): unknown {
    if (key === undefined) {
        return item;
    }
    const held = withValue(new Map(fieldsOf(value)).get(key), rest, item);
    return Array.isArray(value)
        ? (value as unknown[]).with(Number(key), held)
        : Object.fromEntries([...fieldsOf(value), [key, held]]);
}

export function edited(inputs: Inputs, index: number, place: Place, item: unknown): Inputs {
    return inputs.map((input, at) =>
        at === index ? { ...input, props: withValue(input.props, place, item) as Properties } : input,
    );
}

/** The examples of a rule, each of which is judged by itself. */
export function examplesOf(rule: Rule): readonly Inputs[] {
    const { compliant, violation } = rule.examples;
    return rule.kind === "stack"
        ? [compliant.map(inputOf), violation.map(inputOf)]
        : [...compliant, ...violation].map((example) => [inputOf(example)]);
}

function inputOf({ type, name = "example", properties, options = {} }: Example): Input {
    return { type, name, props: properties as Properties, options };
}

/** Inputs of a rule: one of its examples, and a place in it. */
export function somewhereIn(
    inputs: Inputs,
): fc.Arbitrary<{ readonly index: number; readonly place: Place }> {
    return fc.constantFrom(
        ...inputs.flatMap(({ props }, index) => [...placesIn(props)].map((place) => ({ index, place }))),
    );
}

export interface Outcome {
    readonly status: Status;
    readonly messages: readonly string[];
    readonly unknowns: readonly string[];
}

/** What a rule finds. */
export function outcome(rule: Rule, inputs: Inputs): Outcome {
    const resources = inputs.map(declared);
    const [subject] = resources;
    if (rule.kind === "stack" || subject === undefined) {
        const { status, violations, unknowns } = judgeStack(rule as Rule & { kind: "stack" }, resources);
        return { status, messages: violations.map(({ message }) => message), unknowns };
    }
    const { status, violations, unknowns } = judge(rule, subject);
    return { status, messages: violations, unknowns };
}

function declared({ type, name, props, options }: Input): DeclaredResource {
    return {
        type,
        name,
        urn: urnOf(type, name),
        props: received(props),
        opts: { ignoreChanges: [], protect: false, ...options },
        secrets: secretPaths(props),
    };
}

/** Values by the key that they stand under in some example, as a program might write them. */
export const lexicon: ReadonlyMap<string, readonly unknown[]> = (() => {
    const found = new Map<string, Map<string, unknown>>();
    for (const example of rules.flatMap((rule) => [...rule.examples.compliant, ...rule.examples.violation])) {
        for (const place of placesIn(example.properties)) {
            const value = valueAt(example.properties, place);
            const values = found.get(lexiconKey(place, value)) ?? new Map<string, unknown>();
            found.set(lexiconKey(place, value), values.set(JSON.stringify(value), value));
        }
    }
    return new Map([...found].map(([key, values]) => [key, [...values.values()]]));
})();

/** By the nearest key, and the kind of value there. */
export function lexiconKey(place: Place, value: unknown): string {
    const key = place.findLast((segment) => typeof segment === "string") ?? "";
    const kind = Array.isArray(value) ? "list" : typeof value;
    return `${key}${typeof place.at(-1) === "number" ? "[]" : ""}:${kind}`;
}
