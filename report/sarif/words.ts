import type { Language } from "../words/language";

/** The tool that SARIF names. */
export const DRIVER = "AudioProthèse+ conformité";

export const WORDS = {
    fr: {
        why: "Pourquoi",
        remediation: "Correction",
        severity: "Criticité proposée",
        undecided: "valeurs inconnues",
        idle: "Aucune ressource de cette pile n’appelle cette règle.",
        disabled: "La configuration des règles la désactive : elle n’a rien jugé.",
        evidence: "Preuves que des personnes doivent fournir, car aucune règle ne peut les montrer",
        owner: "Qui la fournit",
        until: "jusqu’au",
        measure: "Mesure compensatoire",
        fault: "Registre des dérogations",
        cut: (kept: string, of: string) =>
            `Ce fichier porte ${kept} constats sur ${of}, les plus graves : GitHub n’en garde pas davantage. Le rapport complet les a tous.`,
        open: "Ce fichier ne porte que les constats qui s’opposent à la version : il ne dit pas ce qui est conforme.",
    },
    en: {
        why: "Why",
        remediation: "Remediation",
        severity: "Proposed severity",
        undecided: "unknown values",
        idle: "No resource of this stack calls for this rule.",
        disabled: "The configuration of the rules disables it: it judged nothing.",
        evidence: "Evidence that people must provide, because no rule can show it",
        owner: "Who provides it",
        until: "until",
        measure: "Compensating measure",
        fault: "Register of exemptions",
        cut: (kept: string, of: string) =>
            `This file has ${kept} of ${of} findings, the gravest: GitHub keeps no more. The whole report has them all.`,
        open: "This file has only the findings that stand against the release: it does not tell what is compliant.",
    },
} as const satisfies Record<Language, unknown>;
