import type { Severity, Text } from "../rule";

export const WORDS = {
    rules: { fr: "Règles", en: "Rules" },
    why: { fr: "Pourquoi", en: "Why" },
    judged: { fr: "Ce qui est jugé", en: "What is judged" },
    types: { fr: "Types", en: "Types" },
    typesByTest: {
        fr: "les types qui ont ce que la règle lit",
        en: "the types that have what the rule reads",
    },
    properties: { fr: "Propriétés", en: "Properties" },
    reads: { fr: "À la lumière de", en: "In the light of" },
    nothing: { fr: "rien d’autre", en: "nothing else" },
    together: {
        fr: "La règle juge une pile entière : elle répond une fois toutes ses ressources déclarées.",
        en: "The rule judges a whole stack: it answers once all its resources are declared.",
    },
    compliant: { fr: "Exemple conforme", en: "Compliant example" },
    violation: { fr: "Exemple non conforme", en: "Example of a violation" },
    says: { fr: "La règle répond", en: "The rule answers, in French" },
    remediation: { fr: "Remédiation", en: "Remediation" },
    remedies: {
        fr: "Au niveau `remediate`, la règle met elle-même :",
        en: "At the level `remediate`, the rule itself sets:",
    },
    config: { fr: "Réglages", en: "Settings" },
    key: { fr: "Clé", en: "Key" },
    meaning: { fr: "Sens", en: "Meaning (in French)" },
    byDefault: { fr: "Par défaut", en: "Default" },
    requirements: { fr: "Exigences", en: "Requirements" },
    framework: { fr: "Référentiel", en: "Framework" },
    requirement: { fr: "Exigence", en: "Requirement" },
    sources: { fr: "Source du seuil", en: "Source of the threshold" },
    itself: { fr: "l’exigence elle-même", en: "the requirement itself" },
    severity: { fr: "Criticité proposée", en: "Proposed severity" },
    documentation: { fr: "Documentation du réglage", en: "Documentation of the setting" },
    other: { fr: "In English", en: "En français" },
    rule: { fr: "Règle", en: "Rule" },
    title: { fr: "Titre", en: "Title" },
} as const satisfies Readonly<Record<string, Text>>;

export const SEVERITIES: Readonly<Record<Severity, Text>> = {
    low: { fr: "faible", en: "low" },
    medium: { fr: "moyenne", en: "medium" },
    high: { fr: "élevée", en: "high" },
    critical: { fr: "critique", en: "critical" },
};
