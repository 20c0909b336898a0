import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import type * as z from "zod";
import { printable } from "../../policies/printable";
import { UserError } from "../../sandbox/user-error";
import { type Registers, processing, responsibilities, subcontractors } from "./model";
import { publicationOf, sentenceOf } from "./publication";

const FOLDER = join(__dirname, "..", "..", "registers");

/** How the files say that people have yet to declare something. */
export const TO_COMPLETE = "à compléter";

/** Longest quote of a faulty value. */
const QUOTE = 60;

/** Reads and validates the registers. @throws UserError with every fault of the three files, one a line. */
export function readRegisters(folder = FOLDER): Registers {
    const faults: string[] = [];
    const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
        const value = valueOf(readFileSync(join(folder, file), "utf8"), file, faults);
        if (value === undefined) {
            return undefined;
        }
        const { data, error } = schema.safeParse(value.value);
        faults.push(...(error?.issues ?? []).flatMap((issue) => describe(issue, file, value.value)));
        return data;
    };
    const files = {
        subcontractors: read("sous-traitants.yaml", subcontractors),
        responsibilities: read("responsabilites.yaml", responsibilities),
        processing: read("traitements.yaml", processing),
    };
    if (
        files.subcontractors === undefined ||
        files.responsibilities === undefined ||
        files.processing === undefined
    ) {
        throw new UserError(faults.join("\n"));
    }
    const publication = publicationOf(files.subcontractors.actors);
    const sentence = sentenceOf(publication);
    return {
        publication,
        ...(sentence && { sentence: { ...sentence } }),
        subcontractors: files.subcontractors,
        responsibilities: files.responsibilities,
        processing: files.processing,
    };
}

/** What a file says; undefined, with faults added, where it is no YAML. */
function valueOf(text: string, file: string, faults: string[]): { readonly value: unknown } | undefined {
    const document = parseDocument(text);
    const errors = [...document.errors, ...document.warnings];
    try {
        if (errors.length === 0) {
            return { value: completed(document.toJS()) };
        }
        faults.push(
            ...errors.map(({ message }) => `${file} : attendu du YAML, obtenu : ${firstLine(message)}`),
        );
    } catch (error) {
        // An alias that names no anchor, or aliases that multiply without end.
        if (!(error instanceof ReferenceError)) {
            throw error;
        }
        faults.push(`${file} : attendu du YAML, obtenu : ${firstLine(error.message)}`);
    }
    return undefined;
}

/** The value with null for « à compléter »; what the file leaves empty is left out, which the schema calls a fault. */
function completed(value: unknown): unknown {
    if (value === null) {
        return undefined;
    }
    if (typeof value === "string") {
        return value.trim() === TO_COMPLETE ? null : value;
    }
    if (Array.isArray(value)) {
        return value.map(completed);
    }
    return typeof value === "object"
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, completed(item)]))
        : value;
}

function describe(issue: z.core.$ZodIssue, file: string, root: unknown): readonly string[] {
    const at = (path: readonly PropertyKey[]): string =>
        printable(`${file} : ${path.map(String).join(".") || "(racine)"}`);
    if (issue.code === "unrecognized_keys") {
        return issue.keys.map(
            (key) => `${at([...issue.path, key])} : attendu une clé connue, obtenu une autre`,
        );
    }
    return [`${at(issue.path)} : attendu ${expected(issue)}, obtenu ${got(root, issue.path)}`];
}

const TYPES: Readonly<Record<string, string>> = {
    string: "un texte",
    object: "un objet",
    array: "une liste",
    int: "un entier",
    number: "un nombre",
    boolean: "true ou false",
};

function expected(issue: z.core.$ZodIssue): string {
    switch (issue.code) {
        case "invalid_type":
            return TYPES[issue.expected] ?? issue.expected;
        case "invalid_value":
            return issue.values.map((value) => `« ${String(value)} »`).join(" ou ");
        case "too_small":
            return issue.origin === "array" ? "au moins un élément" : `au moins ${issue.minimum.toString()}`;
        case "too_big":
            return `au plus ${issue.maximum.toString()}`;
        case "invalid_format":
            return issue.format === "date" ? "une date AAAA-MM-JJ" : issue.message;
        default:
            return issue.message;
    }
}

function got(root: unknown, path: readonly PropertyKey[]): string {
    const value = path.reduce<unknown>(
        (holder, key) =>
            typeof holder === "object" && holder !== null && Object.hasOwn(holder, key)
                ? (holder as Readonly<Record<PropertyKey, unknown>>)[key]
                : undefined,
        root,
    );
    if (value === undefined) {
        return "rien";
    }
    const text = printable(
        value === null ? TO_COMPLETE : typeof value === "string" ? value : JSON.stringify(value),
    );
    return `« ${text.length > QUOTE ? `${text.slice(0, QUOTE)}…` : text} »`;
}

function firstLine(message: string): string {
    return printable(message.split("\n", 1)[0] ?? "").replace(/:$/, "");
}
