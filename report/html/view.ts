import type {
    Report,
    ReportEvidence,
    ReportFramework,
    ReportResource,
    ReportRule,
    ReportSource,
} from "../model";
import { type Language, type Notation, type Text, notation } from "../words/language";
import { type Words, words } from "../words/words";
import { type Anchors, anchorsOf } from "./anchors";
import { readable } from "./text";

/** The report as one page in one language shows it. */
export interface View extends Notation {
    readonly report: Report;
    readonly language: Language;
    readonly words: Words;
    readonly anchors: Anchors;
    readonly frameworks: ReadonlyMap<string, ReportFramework>;
    readonly rules: ReadonlyMap<string, ReportRule>;
    readonly sources: ReadonlyMap<string, ReportSource>;
    readonly evidence: ReadonlyMap<string, ReportEvidence>;
    /** By URN. */
    readonly resources: ReadonlyMap<string, ReportResource>;
    /** A text of rules or frameworks in the language, with its no-break spaces. */
    readonly said: (text: Text) => string;
}

export function viewOf(whole: Report, language: Language): View {
    const report = readable(whole, language);
    const written = notation(language);
    const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
        new Map(items.map((item) => [item.id, item]));
    return {
        ...written,
        report,
        language,
        words: words(language),
        anchors: anchorsOf(report),
        frameworks: byId(report.frameworks),
        rules: byId(report.rules),
        sources: byId(report.sources),
        evidence: byId(report.evidence),
        resources: new Map(report.resources.map((resource) => [resource.urn, resource])),
        said: (text) => written.typeset(text[language]),
    };
}
