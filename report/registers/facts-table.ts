import type { Fact, Report } from "../model";
import { type Language, notation } from "../words/language";
import { type Cell, type RegisterTable, line } from "./cells";
import { labelOf } from "./fact-properties";
import { REPORT_WORDS, WORDS } from "./page-words";
import { roleName } from "./role-names";

/** In the order of a record of processing activities. */
const KINDS: readonly Fact["kind"][] = ["location", "retention", "encryption", "access", "backup"];

/** Most resources that are named where one value stands for many; how many there are is said. */
const MOST_NAMED = 5;

interface Row {
    readonly kind: Fact["kind"];
    readonly label: string;
    readonly value: string;
    readonly names: string[];
}

/** What the names and the types of resources are, by URN. */
export type Resources = ReadonlyMap<string, Report["resources"][number]>;

/** The settings, each value once with the resources that have it. */
export function factsTable(
    caption: string,
    facts: readonly Fact[],
    resources: Resources,
    language: Language,
): RegisterTable {
    const words = REPORT_WORDS[language];
    return {
        caption,
        columns: [words.subject, words.setting, words.value, words.resources],
        rows: rowsOf(facts, resources, language).map(({ kind, label, value, names }) => [
            line(kind === "retention" ? words.retentionKind : words[kind]),
            line(label),
            line(value),
            resourceNames(names, language),
        ]),
    };
}

function rowsOf(facts: readonly Fact[], resources: Resources, language: Language): readonly Row[] {
    const written = notation(language);
    const rows = new Map<string, Row>();
    for (const { kind, resource, property, value } of facts) {
        const { type = "", name = resource } = resources.get(resource) ?? {};
        const label = written.typeset(labelOf(type, property)[language]);
        const key = JSON.stringify([kind, label, value]);
        const row = rows.get(key) ?? { kind, label, value: shown(property, value, language), names: [] };
        rows.set(key, row);
        row.names.push(name);
    }
    return [...rows]
        .sort(
            ([a, { kind: some }], [b, { kind: other }]) =>
                KINDS.indexOf(some) - KINDS.indexOf(other) || (a < b ? -1 : 1),
        )
        .map(([, row]) => row);
}

function shown(property: string, value: string, language: Language): string {
    const { yes, no } = WORDS[language];
    if (value === "true" || value === "false") {
        return value === "true" ? yes : no;
    }
    return property === "roleDefinitionId" ? roleName(value) : value;
}

function resourceNames(names: readonly string[], language: Language): Cell {
    const unnamed = names.length - MOST_NAMED;
    return [
        ...names.slice(0, MOST_NAMED),
        ...(unnamed > 0 ? [REPORT_WORDS[language].more(notation(language).number(unnamed))] : []),
    ].map((name) => [name]);
}
