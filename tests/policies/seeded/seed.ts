import * as assert from "node:assert/strict";

import type { StackName } from "../../../architecture/stack-config";
import type { Rule } from "../../../policies/rule";
import type { Properties } from "../../support/evaluate";
import { urnOf } from "../../support/evaluate";
import type { Declaration } from "./program";

/** A resource of the program: its type token as the program writes it, and its name. */
export interface Target {
    readonly type: string;
    readonly name: string;
}

/** Dotted, or segment by segment where a key itself holds dots; a number is a place in a list. */
export type Path = string | readonly string[];

/** A fault put into our own program, and the resource on which it must be found. */
export type Seed =
    | {
          readonly kind: "changed";
          readonly target: Target;
          readonly change: (subject: Declaration) => Declaration;
          readonly on: Target;
      }
    | { readonly kind: "removed"; readonly target: Target; readonly on: Target }
    /** Of a resource of the program a copy is declared beside it, with other inputs. */
    | { readonly kind: "copied"; readonly target: Target; readonly inputs: Properties }
    /** The program has no resource of the types that the rule judges: the rule's example of a violation is declared beside it. */
    | { readonly kind: "added" };

/** Seeds by the rule that must find them: in the program of prod, unless they name another stack. */
export type Seeds = Readonly<Record<string, Seed | { readonly stack: StackName; readonly seed: Seed }>>;

/** A fault of what only the stack dev has. */
export const inDev = (seed: Seed) => ({ stack: "dev", seed }) as const;

/** The rule's own example of a violation, where the program has no resource of the types that it judges. */
export const added: Seed = { kind: "added" };

/** An input with another value; the holder of the input must be there. */
export function set(target: Target, path: Path, value: unknown, on: Target = target): Seed {
    return changed(target, on, ({ inputs, propertyDependencies }) => ({
        inputs: edited(inputs, path, value),
        // What is written in another's place comes from no resource.
        propertyDependencies: without(propertyDependencies, segments(path).join(".")),
    }));
}

/** An input left out. */
export function omit(target: Target, path: Path, on: Target = target): Seed {
    return set(target, path, undefined, on);
}

/** A text of an input with a part replaced. */
export function replace(target: Target, path: Path, from: string, to: string): Seed {
    return changed(target, target, ({ inputs }) => {
        const text = valueAt(inputs, segments(path));
        assert.ok(typeof text === "string" && text.includes(from), `expected "${from}" at ${String(path)}`);
        return { inputs: edited(inputs, path, text.replace(from, to)) };
    });
}

/** Other options. */
export function options(target: Target, given: Partial<Declaration["options"]>): Seed {
    return changed(target, target, (subject) => ({ options: { ...subject.options, ...given } }));
}

/** Another type: with an API version, or one that no rule names. */
export function retyped(target: Target, type: string): Seed {
    return changed(target, { type, name: target.name }, ({ urn }) => ({
        type,
        urn: urn.replace(target.type, type),
    }));
}

/** A resource left out, which is found on another. */
export function remove(target: Target, on: Target): Seed {
    return { kind: "removed", target, on };
}

/** A second resource like one of the program, with some inputs of its own. */
export function copy(target: Target, inputs: Properties): Seed {
    return { kind: "copied", target, inputs };
}

/** The program with the fault, and the URNs of the resources on which it must be found. */
export interface Faulty {
    readonly program: readonly Declaration[];
    readonly suspects: readonly string[];
}

export function apply(seed: Seed, program: readonly Declaration[], rule: Rule): Faulty {
    if (seed.kind === "added") {
        const examples = examplesOf(rule);
        return { program: [...program, ...examples], suspects: examples.map(({ urn }) => urn) };
    }
    const subject = find(program, seed.target);
    const others = program.filter((resource) => resource !== subject);
    switch (seed.kind) {
        case "removed":
            return { program: others, suspects: [find(others, seed.on).urn] };
        case "changed": {
            const faulty = program.map((resource) =>
                resource === subject ? seed.change(subject) : resource,
            );
            return { program: faulty, suspects: [find(faulty, seed.on).urn] };
        }
        case "copied": {
            const twin = {
                ...subject,
                name: "added",
                urn: urnOf(subject.type, "added"),
                inputs: { ...subject.inputs, ...seed.inputs },
            };
            return { program: [...program, twin], suspects: [twin.urn] };
        }
    }
}

function examplesOf(rule: Rule): readonly Declaration[] {
    return rule.examples.violation.map(({ type, name = "example", properties, options: given }) => ({
        type,
        name,
        urn: urnOf(type, name),
        inputs: properties as Properties,
        options: { protect: false, ignoreChanges: [], ...given },
        propertyDependencies: {},
    }));
}

function changed(target: Target, on: Target, change: (subject: Declaration) => Partial<Declaration>): Seed {
    return { kind: "changed", target, on, change: (subject) => ({ ...subject, ...change(subject) }) };
}

function find(program: readonly Declaration[], { type, name }: Target): Declaration {
    const found = program.filter((resource) => resource.type === type && resource.name === name);
    const [resource] = found;
    assert.ok(resource !== undefined && found.length === 1, `${type} ${name}: got ${String(found.length)}`);
    return resource;
}

function without<T>(map: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
    return Object.fromEntries(Object.entries(map).filter(([each]) => each !== key));
}

const segments = (path: Path): readonly string[] => (typeof path === "string" ? path.split(".") : path);

function valueAt(holder: unknown, path: readonly string[]): unknown {
    return path.reduce<unknown>((at, key) => {
        assert.ok(typeof at === "object" && at !== null, `${path.join(".")}: nothing holds ${key}`);
        return Reflect.get(at, key);
    }, holder);
}

/** A copy of the inputs in which a value is another, or left out where that is undefined. A seed that changes nothing fails. */
function edited(inputs: Properties, path: Path, value: unknown): Properties {
    const copied = structuredClone(inputs);
    const keys = segments(path);
    assert.notDeepEqual(valueAt(copied, keys), value, `${keys.join(".")}: the program has this value`);
    const last = keys.slice(-1).join("");
    const holder = valueAt(copied, keys.slice(0, -1));
    assert.ok(typeof holder === "object" && holder !== null, `${keys.join(".")}: nothing holds it`);
    if (value !== undefined) {
        Reflect.set(holder, last, value);
    } else if (Array.isArray(holder)) {
        holder.splice(Number(last), 1);
    } else {
        Reflect.deleteProperty(holder, last);
    }
    return copied;
}
