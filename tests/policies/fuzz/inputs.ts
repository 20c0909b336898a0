import fc from "fast-check";

import { rules } from "../../../policies/catalogue";
import { appliesTo, judge } from "../../../policies/judge";
import { judgeStack } from "../../../policies/judge-stack";
import type { DeclaredResource, Example, ResourceOptions, Rule, Status } from "../../../policies/rule";
import { isSecret, secretPaths } from "../../../policies/secret-paths";
import { normaliseToken } from "../../../policies/token";
import { type Properties, received, urnOf } from "../../support/evaluate";

/** Of every run, so that each is the same. */
export const SEED = 20_261_121;

/** The keys that lead to a value. */
export type Place = readonly (string | number)[];

export interface Input {
    readonly type: string;
    readonly name: string;
    readonly props: Properties;
    readonly options: Partial<ResourceOptions>;
}

/** The resource that a resource rule judges, or the stack that a stack rule does. */
export type Inputs = readonly Input[];

export interface Spot {
    /** Of the input. */
    readonly index: number;
    readonly place: Place;
}

/** Every place in a value but the value's own, and what is inside secrets. */
function* placesIn(value: unknown, at: Place = []): Generator<Place> {
    for (const [key, item] of fieldsOf(value)) {
        yield [...at, key];
        if (!isSecret(item)) {
            yield* placesIn(item, [...at, key]);
        }
    }
}

export function spotsIn(inputs: Inputs): readonly Spot[] {
    return inputs.flatMap(({ props }, index) => [...placesIn(props)].map((place) => ({ index, place })));
}

export function valueAt(inputs: Inputs, { index, place }: Spot): unknown {
    return place.reduce<unknown>((holder, key) => fieldAt(holder, key), inputs[index]?.props);
}

/** The inputs with another value at a spot. */
export function edited(inputs: Inputs, { index, place }: Spot, value: unknown): Inputs {
    return inputs.map((input, at) =>
        at === index ? { ...input, props: withValue(input.props, place, value) as Properties } : input,
    );
}

function withValue(holder: unknown, [key, ...rest]: Place, value: unknown): unknown {
    if (key === undefined) {
        return value;
    }
    const held = withValue(fieldAt(holder, key), rest, value);
    return Array.isArray(holder)
        ? (holder as unknown[]).with(Number(key), held)
        : Object.fromEntries([...fieldsOf(holder), [key, held]]);
}

function fieldAt(holder: unknown, key: string | number): unknown {
    return typeof holder === "object" && holder !== null && Object.hasOwn(holder, key)
        ? (Reflect.get(holder, key) as unknown)
        : undefined;
}

function fieldsOf(value: unknown): readonly (readonly [string | number, unknown])[] {
    if (Array.isArray(value)) {
        return [...(value as unknown[]).entries()];
    }
    return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

const allExamples = rules.flatMap(({ examples }) => [...examples.compliant, ...examples.violation]);

/** What a rule is to judge: its own examples, and those of other rules on the types that it names. */
export function samplesOf(rule: Rule): readonly Inputs[] {
    const { compliant, violation } = rule.examples;
    if (rule.kind === "stack") {
        return [compliant.map(inputOf), violation.map(inputOf)];
    }
    const others =
        typeof rule.appliesTo === "function"
            ? []
            : allExamples.filter(({ type }) => appliesTo(rule, normaliseToken(type)));
    return [...new Set([...compliant, ...violation, ...others])].map((example) => [inputOf(example)]);
}

function inputOf({ type, name = "example", properties, options = {} }: Example): Input {
    return { type, name, props: properties as Properties, options };
}

/** The values that examples give under a key: what a program might write there. */
const lexicon = new Map<string, unknown[]>();
for (const { properties } of allExamples) {
    for (const place of placesIn(properties)) {
        const value = place.reduce<unknown>(fieldAt, properties);
        const slot = slotOf(place, value);
        lexicon.set(slot, [...(lexicon.get(slot) ?? []), value]);
    }
}

/** Values of the kind that stands at a spot: what examples give under the same key, and what none gives. */
export function plausible(inputs: Inputs, spot: Spot): fc.Arbitrary<unknown> {
    const value = valueAt(inputs, spot);
    const alike = lexicon.get(slotOf(spot.place, value)) ?? [];
    return fc.constantFrom(...alike, ...(STRANGE[kindOf(value)] ?? []), null);
}

const STRANGE: Readonly<Record<string, readonly unknown[]>> = {
    boolean: [true, false],
    number: [0, 1, 7, 30, 90, 365, 100_000],
    string: ["Enabled", "Disabled", "*", "x", "0.0.0.0/0", "uksouth"],
    list: [[]],
    object: [{}],
};

function slotOf(place: Place, value: unknown): string {
    const key = place.findLast((segment) => typeof segment === "string") ?? "";
    return `${key}/${typeof place.at(-1)}/${kindOf(value)}`;
}

function kindOf(value: unknown): string {
    if (value === null) {
        return "null";
    }
    return Array.isArray(value) ? "list" : typeof value;
}

export interface Outcome {
    readonly status: Status;
    readonly messages: readonly string[];
    readonly unknowns: readonly string[];
}

/** What a rule finds, the inputs being sent as the engine sends them. */
export function outcomeOf(rule: Rule, inputs: Inputs): Outcome {
    return outcomeOn(
        rule,
        inputs.map((input) => ({
            ...declared(input),
            props: received(input.props),
            secrets: secretPaths(input.props),
        })),
    );
}

export function outcomeOn(rule: Rule, resources: readonly DeclaredResource[]): Outcome {
    if (rule.kind === "stack") {
        const { status, violations, unknowns } = judgeStack(rule, resources);
        return { status, messages: violations.map(({ message }) => message), unknowns };
    }
    const [{ status, violations, unknowns }] = resources.map((resource) => judge(rule, resource)) as [
        ReturnType<typeof judge>,
    ];
    return { status, messages: violations, unknowns };
}

export function declared({ type, name, props, options }: Input): DeclaredResource {
    return {
        type,
        name,
        urn: urnOf(type, name),
        props,
        opts: { ignoreChanges: [], protect: false, ...options },
        secrets: new Set(),
    };
}
