import { type Language, notation } from "../words/language";

const fr = notation("fr");
const en = notation("en");

interface JunitWords {
    readonly found: (violations: number) => string;
    readonly more: (findings: number) => string;
    readonly rules: (count: number) => string;
    readonly evidence: (id: string, document: string, owner: string) => string;
    readonly separator: string;
    readonly until: (expires: string) => string;
}

export const WORDS: Readonly<Record<Language, JunitWords>> = {
    fr: {
        found: (violations) => fr.counted(violations, "non-conformité relevée", "non-conformités relevées"),
        more: (findings) => `… et ${fr.counted(findings, "autre", "autres")}, dans le rapport complet.`,
        rules: (count) => fr.counted(count, "règle", "règles"),
        evidence: (id, document, owner) => `Preuve ${id}\u00a0: ${document} (${owner})`,
        separator: "\u00a0; ",
        until: (expires) => `jusqu’au ${fr.date(expires)} inclus`,
    },
    en: {
        found: (violations) => en.counted(violations, "violation found", "violations found"),
        more: (findings) => `… and ${en.number(findings)} more, in the whole report.`,
        rules: (count) => en.counted(count, "rule", "rules"),
        evidence: (id, document, owner) => `Evidence ${id}: ${document} (${owner})`,
        separator: "; ",
        until: (expires) => `until ${en.date(expires)} included`,
    },
};
