import { typeset } from "../policies/typography";
import type { Severity } from "../policies/rule";
import type { Report, Status, StatusCounts, Verdict } from "./model";

const NUMBER = new Intl.NumberFormat("fr-FR");
const LIST = new Intl.ListFormat("fr-FR");
const DATE = new Intl.DateTimeFormat("fr-FR", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Paris",
});

/** A number and its noun; French counts 0 and 1 as singular. */
export function counted(count: number, singular: string, plural: string): string {
    return `${NUMBER.format(count)}\u00a0${count < 2 ? singular : plural}`;
}

export function number(value: number): string {
    return NUMBER.format(value);
}

/** A UTC instant as a date and time of Paris. */
export function dateTime(iso: string): string {
    return `${DATE.format(new Date(iso))} (heure de Paris)`;
}

/** In the order in which a reader needs them. */
export const STATUSES: readonly Status[] = [
    "nonCompliant",
    "undetermined",
    "exempted",
    "evidenceRequired",
    "compliant",
    "notAssessed",
    "notApplicable",
];

/** Of a requirement, hence feminine. */
export const STATUS: Readonly<Record<Status, string>> = {
    nonCompliant: "non conforme",
    undetermined: "indéterminée",
    exempted: "conforme avec dérogation",
    evidenceRequired: "preuve à fournir",
    compliant: "conforme",
    notAssessed: "non évaluée",
    notApplicable: "sans objet",
};

/** Requirements of a status, one and several. */
export const REQUIREMENTS: Readonly<Record<Status, readonly [one: string, several: string]>> = {
    nonCompliant: ["exigence non conforme", "exigences non conformes"],
    undetermined: ["exigence indéterminée", "exigences indéterminées"],
    exempted: ["exigence conforme avec dérogation", "exigences conformes avec dérogation"],
    evidenceRequired: ["exigence dont la preuve est à fournir", "exigences dont la preuve est à fournir"],
    compliant: ["exigence conforme", "exigences conformes"],
    notAssessed: ["exigence non évaluée", "exigences non évaluées"],
    notApplicable: ["exigence sans objet", "exigences sans objet"],
};

/** Of a finding, hence masculine. */
export const VERDICT: Readonly<Record<Verdict, string>> = {
    violation: "non conforme",
    undecided: "indéterminé",
    exempted: "sous dérogation",
    compliant: "conforme",
};

/** The gravest first. */
export const SEVERITIES = ["critical", "high", "medium", "low"] as const satisfies readonly Severity[];

export const SEVERITY: Readonly<Record<Severity, string>> = {
    critical: "critique",
    high: "élevée",
    medium: "moyenne",
    low: "faible",
};

/** The report in one sentence or two. It never concludes from what was not looked at. */
export function headline({ summary }: Report): string {
    const { findings, requirements } = summary;
    if (findings.violation > 0) {
        const failed = counted(
            requirements.nonCompliant,
            "exigence n’est pas conforme",
            "exigences ne sont pas conformes",
        );
        return typeset(
            `${failed}, sur ${number(total(requirements))} : ${counted(findings.violation, "non-conformité relevée", "non-conformités relevées")}.`,
        );
    }
    if (findings.compliant + findings.undecided + findings.exempted === 0) {
        return typeset("Aucune règle n’a trouvé à s’appliquer : ce rapport ne permet aucune conclusion.");
    }
    const open = [
        requirements.undetermined > 0
            ? counted(
                  requirements.undetermined,
                  "exigence reste indéterminée",
                  "exigences restent indéterminées",
              )
            : "",
        requirements.exempted > 0
            ? counted(
                  requirements.exempted,
                  "exigence n’est conforme que par dérogation",
                  "exigences ne sont conformes que par dérogation",
              )
            : "",
        requirements.notAssessed > 0
            ? counted(
                  requirements.notAssessed,
                  "exigence n’est pas évaluée",
                  "exigences ne sont pas évaluées",
              )
            : "",
        requirements.evidenceRequired > 0
            ? counted(
                  requirements.evidenceRequired,
                  "exigence appelle une preuve à fournir",
                  "exigences appellent une preuve à fournir",
              )
            : "",
    ].filter((part) => part !== "");
    const none = "Aucune non-conformité relevée";
    return typeset(open.length === 0 ? `${none}.` : `${none} ; ${LIST.format(open)}.`);
}

function total(counts: StatusCounts): number {
    return STATUSES.reduce((sum, status) => sum + counts[status], 0);
}

/** What the report does not say, one paragraph each. */
export function limits(report: Report): readonly string[] {
    return [
        (report.source === "preview"
            ? "Ce rapport évalue la configuration décrite par un aperçu Pulumi à la date indiquée, avant déploiement. "
            : "Ce rapport évalue l’état exporté d’une pile Pulumi : ce que le moteur a enregistré à la dernière mise à jour. " +
              "Ce qui a changé depuis hors de Pulumi n’y figure pas, ni le contenu des secrets chiffrés. ") +
            "Il ne constitue ni une certification, ni un audit, et ne préjuge pas de la décision de l’organisme certificateur.",
        ...(report.simulated
            ? [
                  "L’aperçu a été réalisé dans le bac à sable : Azure y est simulé, et rien n’y est créé. " +
                      "Ce qu’Azure seul peut refuser ou compléter n’a pas été vérifié.",
              ]
            : []),
        "Une exigence est dite conforme lorsque ses règles automatiques la couvrent en entier et sont respectées partout où elles s’appliquent. " +
            "Pour les autres, les preuves d’organisation (contrats, procédures, habilitations, essais) restent à fournir.",
    ].map(typeset);
}

/** How much was looked at, and what was found, in two sentences. */
export function coverage({ summary: { resources, findings } }: Report): string {
    const declared = counted(resources.declared, "ressource déclarée", "ressources déclarées");
    const examined = counted(resources.examined, "examinée", "examinées");
    const unseen = resources.declared - resources.examined - resources.genericOnly - resources.opaque;
    const opaque =
        resources.opaque > 0
            ? `${counted(resources.opaque, "opaque", "opaques")} (ce qu’elles contiennent échappe aux règles), `
            : "";
    const exempted = findings.exempted > 0 ? `${number(findings.exempted)} sous dérogation, ` : "";
    return typeset(
        `Couverture : ${declared}, dont ${examined} sur leurs réglages, ` +
            `${number(resources.genericOnly)} sur leur seul type, leur région, leurs étiquettes ou leurs options, ` +
            `${opaque}et ${number(unseen)} par aucune règle. ` +
            `Constats : ${counted(findings.violation, "non conforme", "non conformes")}, ` +
            `${counted(findings.undecided, "indéterminé", "indéterminés")}, ${exempted}${counted(findings.compliant, "conforme", "conformes")}.`,
    );
}
