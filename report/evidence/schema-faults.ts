import * as z from "zod";
import { type Language, notation } from "../words/language";
import { shown } from "./shown";

/** Faults that are told; the others are counted. */
const SHOWN = 5;

const LOCALES = { fr: z.locales.fr(), en: z.locales.en() };

/** What is wrong with a value by a schema: each key, what was expected and what was got. Empty where nothing is. */
export function faultOf(schema: z.ZodType, value: unknown, language: Language): string {
    const issues = schema.safeParse(value, { error: LOCALES[language].localeError }).error?.issues ?? [];
    const words = notation(language);
    const rest = issues.length - SHOWN;
    return words.typeset(
        [
            ...issues.slice(0, SHOWN).map((issue) => told(issue, value, language)),
            ...(rest > 0
                ? [
                      language === "fr"
                          ? words.counted(rest, "autre défaut", "autres défauts")
                          : words.counted(rest, "other fault", "other faults"),
                  ]
                : []),
        ].join(" ; "),
    );
}

function told({ path, message }: z.core.$ZodIssue, value: unknown, language: Language): string {
    const key = path.length === 0 ? "" : `${path.map(String).join(".")} : `;
    const got = language === "fr" ? "obtenu" : "got";
    return `${shown(key + message)}, ${got} ${shown(textOf(valueAt(value, path)))}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
    return path.reduce<unknown>(
        (found, key) =>
            typeof found === "object" && found !== null
                ? (found as Record<PropertyKey, unknown>)[key]
                : undefined,
        value,
    );
}

function textOf(value: unknown): string {
    switch (typeof value) {
        case "string":
        case "number":
        case "boolean":
            return JSON.stringify(value);
        case "undefined":
            return "∅";
        default:
            return value === null ? "null" : Array.isArray(value) ? "[…]" : "{…}";
    }
}
