import { groupBy } from "../group-by";
import { compareText } from "../compare-text";
import type { Finding, Report, ReportResource, ReportRule } from "../model";
import { type Language, type Notation, type Text, notation } from "../words/language";
import { SEVERITIES, VERDICTS, type Words, words } from "../words/words";
import type { Content, Piece } from "./blocks";
import { type PdfWords, pdfWords } from "./words";
import { requirementName } from "../words/requirement-name";

/** What every section is made from. */
export interface Context {
    readonly report: Report;
    readonly language: Language;
    readonly shared: Words;
    readonly own: PdfWords;
    readonly say: Notation;
    readonly rules: ReadonlyMap<string, ReportRule>;
    readonly resources: ReadonlyMap<string, ReportResource>;
    /** Those that are not compliant, the gravest first. */
    readonly open: readonly Finding[];
}

export function contextOf(report: Report, language: Language): Context {
    const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
    const rank = ({ verdict, rule }: Finding) =>
        VERDICTS.indexOf(verdict) * SEVERITIES.length + severityRank(rules.get(rule));
    return {
        report,
        language,
        shared: words(language),
        own: pdfWords(language),
        say: notation(language),
        rules,
        resources: new Map(report.resources.map((resource) => [resource.urn, resource])),
        open: report.findings
            .filter(({ verdict }) => verdict !== "compliant")
            .sort((a, b) => rank(a) - rank(b) || compareText(a.rule, b.rule)),
    };
}

export function severityRank(rule?: ReportRule): number {
    return rule === undefined ? SEVERITIES.length : SEVERITIES.indexOf(rule.severity);
}

interface Cited {
    readonly framework: string;
    readonly requirement: string;
}

/** Requirements, those of each framework on a line: `HDS EXI 15, EXI 16`. */
export function requirementLines(cited: readonly Cited[]): readonly (readonly Piece[])[] {
    const byFramework = groupBy(cited, ({ framework }) => framework);
    return [...byFramework].map(([framework, of]) => [
        requirementName(framework, of.map(({ requirement }) => requirement).join(", ")),
    ]);
}

/** Of a rule; of none where the report does not describe it. */
export function requirementsOf({ rules, own }: Context, rule: string): Content {
    const cited = rules.get(rule)?.requirements ?? [];
    return cited.length === 0 ? own.none : requirementLines(cited);
}

export function titleOf({ rules, language }: Context, rule: string): string {
    return rules.get(rule)?.title[language] ?? rule;
}

/** A resource by its name and its URN, which has its type. */
export function resourceLines({ resources, own }: Context, urn: string): Content {
    const resource = resources.get(urn);
    if (resource === undefined) {
        return { code: urn };
    }
    return [[{ strong: resource.kind === "stack" ? own.wholeStack : resource.name }], [{ code: urn }]];
}

/** Text of the language of record, which messages have no other than. */
export function french({ language }: Context, text: string): Piece {
    return language === "fr" ? text : { french: text };
}

export function inLanguage({ language }: Context, text: Text): string {
    return text[language];
}
