import { isRootStack, nameOf, typeOfUrn } from "../../policies/urn";
import type { Changes, Finding, ReportRule, Status } from "../model";
import { type Language, notation } from "../words/language";
import { requirementName } from "../words/requirement-name";
import { words } from "../words/words";
import type { Diff } from "./diff";
import { findingIndex } from "./finding-index";
import { isWorseStatus } from "./order";
import { WORDS } from "./words";

export interface Row {
    /** As many as there are columns; the first names the row. */
    readonly cells: readonly string[];
    /** What the rule says, in French. */
    readonly messages: readonly string[];
}

/** One list of changes. */
export interface Table {
    readonly id: string;
    readonly title: string;
    readonly note?: string;
    readonly columns: readonly string[];
    readonly rows: readonly Row[];
    /** Said in place of the rows where there are none. */
    readonly none: string;
}

/** What changed, the gravest first; only regressions are told when there are none. */
export function tablesOf(diff: Diff, language: Language): readonly Table[] {
    return [
        findingTable(diff, "regression", language),
        findingTable(diff, "unjudged", language),
        requirementTable(diff, language),
        resourceTable(diff, "removed", language),
        ruleTable(diff, language),
        findingTable(diff, "improvement", language),
        resourceTable(diff, "added", language),
    ].filter(({ rows, none }) => rows.length > 0 || none !== "");
}

function findingTable(
    { before, after, changes }: Diff,
    kind: Changes["findings"][number]["kind"],
    language: Language,
): Table {
    const { verdict, severity, origin } = words(language);
    const { column, nothing, kind: said, unjudgedNote, unknownOrigin, or } = WORDS[language];
    const rules = new Map([...before.report.rules, ...after.report.rules].map((rule) => [rule.id, rule]));
    const found = findingIndex((kind === "regression" ? after : before).report.findings);
    return {
        id: ID[kind],
        title: said[kind].title,
        none: said[kind].none,
        ...(kind === "unjudged" ? { note: unjudgedNote } : {}),
        columns: [column.resource, column.rule, column.before, column.after, column.severity, column.origin],
        rows: changes.findings
            .filter((change) => change.kind === kind)
            .map((change) => {
                const rule = rules.get(change.rule);
                return {
                    cells: [
                        resourceText(change.resource, language),
                        ruleText(change.rule, rule, language),
                        change.before === undefined ? nothing : verdict[change.before],
                        change.after === undefined ? nothing : verdict[change.after],
                        rule === undefined ? "" : severity[rule.severity],
                        change.origins.length === 0
                            ? unknownOrigin
                            : change.origins.map((each) => origin[each]).join(or),
                    ],
                    messages: messagesOf(found.get(change.rule)?.get(change.resource)),
                };
            }),
    };
}

const ID = { regression: "degradations", unjudged: "non-juges", improvement: "ameliorations" } as const;

function messagesOf(finding: Finding | undefined): readonly string[] {
    return finding === undefined ? [] : [...finding.messages, ...finding.undecided];
}

function ruleText(id: string, rule: ReportRule | undefined, language: Language): string {
    return rule === undefined ? id : `${notation(language).typeset(rule.title[language])} (${id})`;
}

function resourceText(urn: string, language: Language): string {
    return isRootStack(urn) ? WORDS[language].wholeStack : `${nameOf(urn)} (${typeOfUrn(urn)})`;
}

function requirementTable({ before, after, changes }: Diff, language: Language): Table {
    const { status } = words(language);
    const { column, nothing, requirements } = WORDS[language];
    const titles = new Map(
        [before, after].flatMap(({ report }) =>
            report.frameworks.flatMap((framework) =>
                framework.requirements.map(({ id, title }) => [key(framework.id, id), title] as const),
            ),
        ),
    );
    const said = (value: Status | undefined): string => (value === undefined ? nothing : status[value]);
    const worse = changes.requirements.filter((each) => isWorseStatus(each.after, each.before));
    const others = changes.requirements.filter((each) => !isWorseStatus(each.after, each.before));
    return {
        id: "exigences",
        title: requirements,
        none: "",
        columns: [column.requirement, column.before, column.after],
        rows: [...worse, ...others].map((change) => {
            const title = titles.get(key(change.framework, change.requirement))?.[language] ?? "";
            return {
                cells: [
                    `${requirementName(change.framework, change.requirement)} – ${notation(language).typeset(title)}`,
                    said(change.before),
                    said(change.after),
                ],
                messages: [],
            };
        }),
    };
}

function key(framework: string, requirement: string): string {
    return JSON.stringify([framework, requirement]);
}

function resourceTable(
    { before, after, changes }: Diff,
    which: "added" | "removed",
    language: Language,
): Table {
    const { column, addedResources, removedResources } = WORDS[language];
    const written = notation(language);
    const judged = new Map<string, number>();
    for (const { resource } of (which === "added" ? after : before).report.findings) {
        judged.set(resource, (judged.get(resource) ?? 0) + 1);
    }
    return {
        id: which === "added" ? "ressources-ajoutees" : "ressources-retirees",
        title: which === "added" ? addedResources : removedResources,
        none: "",
        columns: [column.resource, column.findings, column.urn],
        rows: changes.resources[which].map((urn) => ({
            cells: [resourceText(urn, language), written.number(judged.get(urn) ?? 0), urn],
            messages: [],
        })),
    };
}

function ruleTable({ before, after, changes }: Diff, language: Language): Table {
    const { column, rules: title, ruleChange } = WORDS[language];
    const { severity } = words(language);
    const rules = new Map([...before.report.rules, ...after.report.rules].map((rule) => [rule.id, rule]));
    return {
        id: "regles",
        title,
        none: "",
        columns: [column.rule, column.change, column.severity],
        rows: (["disabled", "removed", "added", "enabled"] as const).flatMap((which) =>
            changes.rules[which].map((id) => {
                const rule = rules.get(id);
                return {
                    cells: [
                        ruleText(id, rule, language),
                        ruleChange[which],
                        rule === undefined ? "" : severity[rule.severity],
                    ],
                    messages: [],
                };
            }),
        ),
    };
}
