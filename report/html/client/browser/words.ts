import type { Verdict } from "../../../model";
import type { Language } from "../../../words/language";

/** What the explorer alone says. */
export interface ExplorerWords {
    readonly form: string;
    readonly text: string;
    readonly framework: string;
    readonly component: string;
    readonly severity: string;
    readonly verdict: string;
    readonly view: string;
    /** The two views. */
    readonly byRule: string;
    readonly byResource: string;
    /** First choice of a list: masculine, then feminine in French. */
    readonly all: readonly [string, string];
    readonly reset: string;
    readonly none: string;
    readonly noFinding: string;
    readonly finding: readonly [one: string, several: string];
    readonly shownFinding: readonly [one: string, several: string];
    readonly rule: readonly [one: string, several: string];
    readonly resourceNoun: readonly [one: string, several: string];
    /** Findings of each verdict. */
    readonly counted: Readonly<Record<Verdict, readonly [one: string, several: string]>>;
    readonly of: string;
    readonly inside: string;
    readonly more: (count: string) => string;
    readonly rows: (shown: string, all: string) => string;
    readonly resource: string;
    readonly ruleTitle: string;
    readonly state: string;
    readonly found: string;
    readonly stack: string;
    readonly within: string;
    readonly proposed: string;
    readonly why: string;
    readonly remediation: string;
    readonly documentation: string;
    readonly unknown: Readonly<Record<"preview" | "state", string>>;
    readonly nothing: string;
    readonly exemption: (id: string, until: string, days: string) => string;
    readonly day: readonly [one: string, several: string];
    readonly since: (date: string) => string;
    readonly captionOfRule: (title: string) => string;
    readonly captionOfResource: (name: string) => string;
    readonly printed: (open: string, all: string, compliant: string) => string;
    readonly oldBrowser: string;
    readonly damaged: string;
}

const WORDS: Readonly<Record<Language, ExplorerWords>> = {
    fr: {
        form: "Filtrer les constats",
        text: "Rechercher",
        framework: "Référentiel ou exigence",
        component: "Composant",
        severity: "Criticité proposée",
        verdict: "État",
        view: "Grouper par",
        byRule: "règle",
        byResource: "ressource",
        all: ["tous", "toutes"],
        reset: "Effacer les filtres",
        none: "Aucun constat ne répond à ces filtres.",
        noFinding: "Ce rapport ne contient aucun constat : il n’atteste rien.",
        finding: ["constat", "constats"],
        shownFinding: ["constat affiché", "constats affichés"],
        rule: ["règle", "règles"],
        resourceNoun: ["ressource", "ressources"],
        counted: {
            violation: ["non conforme", "non conformes"],
            undecided: ["indéterminé", "indéterminés"],
            exempted: ["sous dérogation", "sous dérogation"],
            compliant: ["conforme", "conformes"],
        },
        of: "sur",
        inside: "dans",
        more: (count) => `Afficher ${count} de plus`,
        rows: (shown, all) => `${shown} sur ${all}`,
        resource: "Ressource",
        ruleTitle: "Règle",
        state: "État",
        found: "Constat",
        stack: "la pile entière",
        within: "dans",
        proposed: "criticité proposée :",
        why: "Risque",
        remediation: "Remédiation",
        documentation: "Documentation du réglage",
        unknown: { preview: "Inconnu avant déploiement :", state: "Inconnu de l’état exporté :" },
        nothing: "Rien à signaler.",
        exemption: (id, until, days) => `Dérogation ${id}, jusqu’au ${until} (${days}).`,
        day: ["jour restant", "jours restants"],
        since: (date) => `Ouvert depuis le ${date}.`,
        captionOfRule: (title) => `Constats de la règle « ${title} »`,
        captionOfResource: (name) => `Constats sur ${name}`,
        printed: (open, all, compliant) =>
            `Constats ouverts imprimés : ${open} sur ${all}. Les constats conformes (${compliant}) sont comptés règle par règle ; report.json et findings.csv les nomment.`,
        oldBrowser:
            "Ce navigateur est trop ancien pour afficher les constats. Un navigateur à jour les affiche ; report.json et findings.csv les contiennent en entier.",
        damaged:
            "Les constats n’ont pas pu être lus : ce fichier est incomplet ou abîmé. Redemandez-le à qui vous l’a remis.",
    },
    en: {
        form: "Filter the findings",
        text: "Search",
        framework: "Framework or requirement",
        component: "Component",
        severity: "Proposed severity",
        verdict: "State",
        view: "Group by",
        byRule: "rule",
        byResource: "resource",
        all: ["all", "all"],
        reset: "Clear the filters",
        none: "No finding matches these filters.",
        noFinding: "This report holds no finding: it attests nothing.",
        finding: ["finding", "findings"],
        shownFinding: ["finding shown", "findings shown"],
        rule: ["rule", "rules"],
        resourceNoun: ["resource", "resources"],
        counted: {
            violation: ["non-compliant", "non-compliant"],
            undecided: ["undetermined", "undetermined"],
            exempted: ["exempted", "exempted"],
            compliant: ["compliant", "compliant"],
        },
        of: "of",
        inside: "in",
        more: (count) => `Show ${count} more`,
        rows: (shown, all) => `${shown} of ${all}`,
        resource: "Resource",
        ruleTitle: "Rule",
        state: "State",
        found: "Finding",
        stack: "the whole stack",
        within: "in",
        proposed: "proposed severity:",
        why: "Risk",
        remediation: "Remediation",
        documentation: "Documentation of the setting",
        unknown: { preview: "Unknown before deployment:", state: "Unknown from the exported state:" },
        nothing: "Nothing to report.",
        exemption: (id, until, days) => `Exemption ${id}, until ${until} (${days}).`,
        day: ["day left", "days left"],
        since: (date) => `Open since ${date}.`,
        captionOfRule: (title) => `Findings of the rule “${title}”`,
        captionOfResource: (name) => `Findings on ${name}`,
        printed: (open, all, compliant) =>
            `Open findings printed: ${open} of ${all}. Compliant findings (${compliant}) are counted rule by rule; report.json and findings.csv name them.`,
        oldBrowser:
            "This browser is too old to show the findings. An up-to-date one shows them; report.json and findings.csv hold the whole of them.",
        damaged:
            "The findings could not be read: this file is incomplete or damaged. Ask whoever gave it to you for another copy.",
    },
};

export function explorerWords(language: Language): ExplorerWords {
    return WORDS[language];
}
