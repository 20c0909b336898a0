import { randomInt } from "node:crypto";
import type { Properties } from "../protocol/values";

/** The inputs of a random text with their defaults; `number` is an old name of `numeric`. */
export function completeText(inputs: Properties): Properties {
    const numeric = inputs.numeric ?? inputs.number ?? true;
    return {
        lower: true,
        minLower: 0,
        minNumeric: 0,
        minSpecial: 0,
        minUpper: 0,
        special: true,
        upper: true,
        ...inputs,
        number: numeric,
        numeric,
    };
}

interface CharacterClass {
    readonly use: string;
    readonly minimum: string;
    readonly characters: string;
}

function characterClasses(inputs: Properties): CharacterClass[] {
    const override = inputs.overrideSpecial;
    const special = typeof override === "string" && override !== "" ? override : "!@#$%&*()-_=+[]{}<>:?";
    return [
        { use: "lower", minimum: "minLower", characters: "abcdefghijklmnopqrstuvwxyz" },
        { use: "upper", minimum: "minUpper", characters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ" },
        { use: "numeric", minimum: "minNumeric", characters: "0123456789" },
        { use: "special", minimum: "minSpecial", characters: special },
    ].filter(({ use }) => inputs[use] !== false);
}

/** Why no text can be made of these inputs, if none can. */
export function textFailure(inputs: Properties): string | undefined {
    const classes = characterClasses(inputs);
    if (classes.length === 0) {
        return "expected at least one of lower, upper, numeric and special, got none";
    }
    const least = classes.reduce((sum, { minimum }) => sum + numberAt(inputs, minimum), 0);
    const length = inputs.length;
    return typeof length === "number" && length < least
        ? `expected at least ${least.toString()}, the sum of the minimums, got ${length.toString()}`
        : undefined;
}

/** A text of the wanted length and classes; each place and each character is equally likely. */
export function randomText(inputs: Properties): string {
    const classes = characterClasses(inputs);
    const all = classes.map(({ characters }) => characters).join("");
    const wanted = classes.flatMap(({ minimum, characters }) =>
        Array.from({ length: numberAt(inputs, minimum) }, () => pick(characters)),
    );
    const rest = Array.from({ length: numberAt(inputs, "length") - wanted.length }, () => pick(all));
    return shuffle([...wanted, ...rest]).join("");
}

function pick(characters: string): string {
    return characters.charAt(randomInt(characters.length));
}

function shuffle(items: readonly string[]): string[] {
    const shuffled: string[] = [];
    for (const item of items) {
        shuffled.splice(randomInt(shuffled.length + 1), 0, item);
    }
    return shuffled;
}

function numberAt(inputs: Properties, key: string): number {
    const value = inputs[key];
    return typeof value === "number" ? value : 0;
}
