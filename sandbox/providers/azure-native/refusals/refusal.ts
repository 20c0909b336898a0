import type { Properties } from "../../protocol/values";

/**
 * What Azure answers instead of doing what is asked. Code and message are Azure's own where a public source stands beside
 * the rule. Elsewhere the limit is known but not how Azure words it: code and message then say what is wrong in its manner.
 */
export interface Refusal {
    readonly code: string;
    readonly message: string;
}

/** What is asked of Azure: to make a resource, or to change one. */
export interface Attempt {
    /** Azure resource id. */
    readonly id: string;
    readonly name: string;
    readonly inputs: Properties;
    /** The inputs so far; undefined for a new resource. */
    readonly oldInputs?: Properties;
    readonly neighbours: Neighbours;
}

/** The inputs of the other resources of a type, by token. */
export type Neighbours = (type: string) => readonly Properties[];

/** One reason to refuse. Pure. */
export type Rule = (attempt: Attempt) => Refusal | undefined;

/** The rules of each type, by token. */
export type Rules = Readonly<Record<string, readonly Rule[]>>;

export function refuseIf(condition: boolean, code: string, message: string): Refusal | undefined {
    return condition ? { code, message } : undefined;
}

/** The first refusal among the items. */
export function refuseAny<T>(
    items: Iterable<T>,
    rule: (item: T) => Refusal | undefined,
): Refusal | undefined {
    for (const item of items) {
        const refusal = rule(item);
        if (refusal !== undefined) {
            return refusal;
        }
    }
    return undefined;
}

/** Refuses a number that is given but not between two others. */
export function refuseOutside(
    value: number | undefined,
    [least, most]: readonly [number, number],
    code: string,
    what: string,
): Refusal | undefined {
    return refuseIf(
        value !== undefined && (value < least || value > most),
        code,
        `${what} must be between ${least.toString()} and ${most.toString()}. Value provided: ${String(value)}.`,
    );
}
