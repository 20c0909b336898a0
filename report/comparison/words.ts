import type { Changes, Report } from "../model";
import { type Language, type Text, notation } from "../words/language";

const fr = notation("fr");
const en = notation("en");

type Kind = Changes["findings"][number]["kind"];

interface DiffWords {
    readonly title: string;
    readonly summary: string;
    readonly stack: (report: Report) => string;
    readonly before: string;
    readonly after: string;
    readonly report: (report: Report, decision: string) => string;
    readonly attention: string;
    readonly tally: (
        kinds: Readonly<Record<Kind, number>>,
        requirements: number,
        removedResources: number,
    ) => string;
    readonly origins: (origins: readonly string[]) => string;
    readonly unknownOrigin: string;
    /** Between origins of which one did it. */
    readonly or: string;
    readonly kind: Readonly<Record<Kind, { readonly title: string; readonly none: string }>>;
    readonly unjudgedNote: string;
    readonly requirements: string;
    readonly removedResources: string;
    readonly addedResources: string;
    readonly rules: string;
    readonly ruleChange: Readonly<Record<keyof Changes["rules"], string>>;
    readonly column: Readonly<
        Record<
            | "rule"
            | "resource"
            | "severity"
            | "origin"
            | "requirement"
            | "change"
            | "findings"
            | "urn"
            | "before"
            | "after",
            string
        >
    >;
    /** A verdict or a status where there is none. */
    readonly nothing: string;
    readonly wholeStack: string;
    readonly more: (rows: number) => string;
}

export const WORDS: Readonly<Record<Language, DiffWords>> = {
    fr: {
        title: "Écarts entre deux rapports de conformité",
        summary: "Synthèse",
        stack: ({ project, stack }) => `Projet ${project}, pile ${stack}`,
        before: "Avant",
        after: "Après",
        report: ({ generatedAt, commit, engine, simulated, source }, decision) =>
            [
                `rapport du ${fr.dateTime(generatedAt)}`,
                ...(commit === undefined ? [] : [`version ${commit.id.slice(0, 12)}`]),
                ...(engine === undefined ? [] : [`Pulumi ${engine.version}`]),
                ...(simulated ? ["Azure simulé"] : []),
                ...(source === "state" ? ["état exporté"] : []),
                `réponse : ${decision}`,
            ].join(", "),
        attention: "Attention",
        tally: ({ regression, unjudged, improvement }, requirements, removed) =>
            `${fr.counted(regression, "dégradation", "dégradations")}, ` +
            `${fr.counted(unjudged, "constat qui n’est plus jugé", "constats qui ne sont plus jugés")}, ` +
            `${fr.counted(improvement, "amélioration", "améliorations")} ; ` +
            `${fr.counted(requirements, "exigence change", "exigences changent")} d’état ; ` +
            `${fr.counted(removed, "ressource retirée", "ressources retirées")}.`,
        origins: (origins) =>
            origins.length === 0
                ? "Rien ne diffère dans ce que le rapport sait de ses entrées."
                : `Ce qui diffère : ${fr.list(origins)}.`,
        unknownOrigin: "inconnue",
        or: " ou ",
        kind: {
            regression: { title: "Dégradations", none: "Aucune dégradation." },
            unjudged: { title: "Constats qui ne sont plus jugés", none: "" },
            improvement: { title: "Améliorations", none: "" },
        },
        unjudgedNote:
            "Leur règle a été retirée ou désactivée, ou ne peut plus conclure : rien ne dit que la non-conformité a été corrigée.",
        requirements: "Exigences dont l’état change",
        removedResources: "Ressources retirées, avec leurs constats",
        addedResources: "Ressources ajoutées",
        rules: "Règles",
        ruleChange: { added: "ajoutée", removed: "retirée", disabled: "désactivée", enabled: "réactivée" },
        column: {
            rule: "Règle",
            resource: "Ressource",
            severity: "Criticité proposée",
            origin: "Origine",
            requirement: "Exigence",
            change: "Changement",
            findings: "Constats",
            urn: "URN",
            before: "Avant",
            after: "Après",
        },
        nothing: "sans objet",
        wholeStack: "la pile entière",
        more: (rows) => `… et ${fr.counted(rows, "autre", "autres")} (tous : --format json)`,
    },
    en: {
        title: "Difference between two compliance reports",
        summary: "Summary",
        stack: ({ project, stack }) => `Project ${project}, stack ${stack}`,
        before: "Before",
        after: "After",
        report: ({ generatedAt, commit, engine, simulated, source }, decision) =>
            [
                `report of ${en.dateTime(generatedAt)}`,
                ...(commit === undefined ? [] : [`commit ${commit.id.slice(0, 12)}`]),
                ...(engine === undefined ? [] : [`Pulumi ${engine.version}`]),
                ...(simulated ? ["Azure simulated"] : []),
                ...(source === "state" ? ["exported state"] : []),
                `answer: ${decision}`,
            ].join(", "),
        attention: "Caution",
        tally: ({ regression, unjudged, improvement }, requirements, removed) =>
            `${en.counted(regression, "regression", "regressions")}, ` +
            `${en.counted(unjudged, "finding no longer judged", "findings no longer judged")}, ` +
            `${en.counted(improvement, "improvement", "improvements")}; ` +
            `${en.counted(requirements, "requirement changes", "requirements change")} status; ` +
            `${en.counted(removed, "resource removed", "resources removed")}.`,
        origins: (origins) =>
            origins.length === 0
                ? "Nothing differs in what the report knows of its inputs."
                : `What differs: ${en.list(origins)}.`,
        unknownOrigin: "unknown",
        or: " or ",
        kind: {
            regression: { title: "Regressions", none: "No regression." },
            unjudged: { title: "Findings no longer judged", none: "" },
            improvement: { title: "Improvements", none: "" },
        },
        unjudgedNote:
            "Their rule was removed or disabled, or can no longer conclude: nothing says that the violation was mended.",
        requirements: "Requirements whose status changes",
        removedResources: "Resources removed, with their findings",
        addedResources: "Resources added",
        rules: "Rules",
        ruleChange: { added: "added", removed: "removed", disabled: "disabled", enabled: "enabled again" },
        column: {
            rule: "Rule",
            resource: "Resource",
            severity: "Proposed severity",
            origin: "Origin",
            requirement: "Requirement",
            change: "Change",
            findings: "Findings",
            urn: "URN",
            before: "Before",
            after: "After",
        },
        nothing: "does not apply",
        wholeStack: "the whole stack",
        more: (rows) => `… and ${en.number(rows)} more (all of them: --format json)`,
    },
};

/** Why a comparison may mislead. */
export const CAVEATS = {
    order: {
        fr: "le premier rapport est plus récent que le second : les dégradations et les améliorations sont inversées",
        en: "the first report is later than the second: regressions and improvements are the wrong way round",
    },
    simulated: {
        fr: "Azure est simulé pour un seul des deux rapports : des valeurs diffèrent sans que le programme ait changé",
        en: "Azure is simulated for one of the two reports alone: values differ though the program did not change",
    },
    source: {
        fr: "un rapport porte sur un aperçu, l’autre sur un état exporté : ils ne voient pas les mêmes valeurs",
        en: "one report is on a preview, the other on an exported state: they do not see the same values",
    },
    same: {
        fr: "les deux rapports sont le même",
        en: "the two reports are the same",
    },
} as const satisfies Readonly<Record<string, Text>>;
