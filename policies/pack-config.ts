import { readFileSync } from "node:fs";

import { type Schema, Validator } from "@cfworker/json-schema";
import { closest } from "fastest-levenshtein";

import { UserError } from "../sandbox/user-error";
import { VALUE_UNDECIDED } from "./pack/names";
import type { Rule } from "./rule";
import { configOf } from "./rule-config";

const LEVELS = ["advisory", "mandatory", "remediate", "disabled"] as const;

/** What the violation of a rule amounts to. */
export type Level = (typeof LEVELS)[number];

/** The configuration of the packs for a stack. */
export interface PackConfig {
    /** The level of a rule, or of the policy `value-undecided`. */
    level(id: string): Level;
    /** The choices made for a rule, with its own where none was made. */
    config(rule: Rule): object;
}

/** What the file gives for a rule. */
interface Entry {
    readonly level?: Level;
    readonly config: Readonly<Record<string, unknown>>;
}

/**
 * Reads a file for `--policy-pack-config`, which one file gives to all packs. Unlike the engine it takes no rule or key
 * that does not exist.
 *
 * @throws UserError that names each fault.
 */
export function readPackConfig(file: string, rules: readonly Rule[]): PackConfig {
    const entries = new Map<string, Entry>();
    const faults: string[] = [];
    const content = parse(file);
    const known = new Map(rules.map((rule) => [rule.id, rule]));
    const names = ["all", VALUE_UNDECIDED, ...known.keys()];
    for (const [name, value] of Object.entries(content)) {
        if (!names.includes(name)) {
            faults.push(
                `${name} : attendu une règle des paquets, la plus proche est « ${closest(name, names)} »`,
            );
            continue;
        }
        const { enforcementLevel, ...config } = isObject(value) ? value : { enforcementLevel: value };
        if (enforcementLevel !== undefined && !isLevel(enforcementLevel)) {
            faults.push(mismatch(`${name}.enforcementLevel`, LEVELS.join(" ou "), enforcementLevel));
        }
        faults.push(...configFaults(name, known.get(name), config));
        entries.set(name, { ...(isLevel(enforcementLevel) && { level: enforcementLevel }), config });
    }
    if (faults.length > 0) {
        throw new UserError([`${file} : configuration des paquets refusée`, ...faults].join("\n  "));
    }
    return new Entries(entries);
}

class Entries implements PackConfig {
    constructor(private readonly entries: ReadonlyMap<string, Entry>) {}

    level(id: string): Level {
        const own = id === VALUE_UNDECIDED ? "advisory" : "mandatory";
        return this.entries.get(id)?.level ?? this.entries.get("all")?.level ?? own;
    }

    config(rule: Rule): object {
        return configOf(rule, this.entries.get(rule.id)?.config ?? {});
    }
}

function parse(file: string): Record<string, unknown> {
    let content: unknown;
    try {
        content = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
        const why = error instanceof SyntaxError ? "un texte qui n’en est pas" : "un fichier illisible";
        throw new UserError(`${file} : attendu un objet JSON, obtenu ${why}`);
    }
    if (!isObject(content)) {
        throw new UserError(`${file} : attendu un objet JSON, obtenu ${JSON.stringify(content)}`);
    }
    return content;
}

function configFaults(name: string, rule: Rule | undefined, config: Record<string, unknown>): string[] {
    const schemas: Readonly<Record<string, Schema>> = { ...rule?.config };
    return Object.entries(config).flatMap(([key, value]) => {
        const schema = Object.hasOwn(schemas, key) ? schemas[key] : undefined;
        const path = `${name}.${key}`;
        if (schema === undefined) {
            return mismatch(path, ["enforcementLevel", ...Object.keys(schemas)].join(" ou "), value);
        }
        const { valid } = new Validator(schema, "7").validate(value);
        return valid ? [] : mismatch(path, inWords(schema), value);
    });
}

function mismatch(path: string, expected: string, got: unknown): string {
    return `${path} : attendu ${expected}, obtenu ${JSON.stringify(got)}`;
}

/** A schema in a few words. */
function inWords({ type, enum: values, minimum, maximum }: Schema): string {
    return [
        ...(values === undefined
            ? [String(type)]
            : [values.map((value) => JSON.stringify(value)).join(" ou ")]),
        ...(minimum === undefined ? [] : [`≥ ${String(minimum)}`]),
        ...(maximum === undefined ? [] : [`≤ ${String(maximum)}`]),
    ].join(" ");
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isLevel(value: unknown): value is Level {
    return LEVELS.some((level) => level === value);
}
