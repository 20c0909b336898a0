import { typeset } from "../../policies/typography";
import type { Report } from "../model";
import { notation } from "./language";
import type { Words } from "./words";

const { counted, number, list } = notation("fr");

export const FR: Words = {
    status: {
        nonCompliant: "non conforme",
        undetermined: "indéterminée",
        exempted: "conforme avec dérogation",
        evidenceRequired: "preuve à fournir",
        compliant: "conforme",
        notApplicable: "non applicable",
    },
    tally: {
        nonCompliant: ["non conforme", "non conformes"],
        undetermined: ["indéterminée", "indéterminées"],
        exempted: ["conforme avec dérogation", "conformes avec dérogation"],
        evidenceRequired: ["preuve à fournir", "preuves à fournir"],
        compliant: ["conforme", "conformes"],
        notApplicable: ["non applicable", "non applicables"],
    },
    requirements: {
        nonCompliant: ["exigence non conforme", "exigences non conformes"],
        undetermined: ["exigence indéterminée", "exigences indéterminées"],
        exempted: ["exigence conforme avec dérogation", "exigences conformes avec dérogation"],
        evidenceRequired: ["exigence dont la preuve est à fournir", "exigences dont la preuve est à fournir"],
        compliant: ["exigence conforme", "exigences conformes"],
        notApplicable: ["exigence non applicable", "exigences non applicables"],
    },
    cause: {
        undecidedValue: "une valeur dont une règle a besoin est inconnue",
        disabledRule: "une règle est désactivée",
        nothingToJudge: "aucune règle n’a trouvé à s’appliquer",
    },
    verdict: {
        violation: "non conforme",
        undecided: "indéterminé",
        exempted: "sous dérogation",
        compliant: "conforme",
    },
    severity: { critical: "critique", high: "élevée", medium: "moyenne", low: "faible" },
    origin: {
        infrastructure: "l’infrastructure",
        rules: "les règles",
        levels: "la configuration des règles",
        exemptions: "les dérogations",
        engine: "le moteur",
    },
    source: {
        preview: "aperçu Pulumi, avant déploiement",
        state: "état exporté de la pile, à la dernière mise à jour",
    },
    question: {
        preview: typeset("Cette version peut-elle être déployée ?"),
        state: typeset("L’état exporté respecte-t-il les règles ?"),
    },
    decision: {
        refused: {
            answer: "Non",
            sentence: "Cette version ne peut pas être déployée en l’état.",
            ofState: "L’état exporté ne respecte pas les règles.",
        },
        inconclusive: {
            answer: "Impossible de conclure",
            sentence: typeset(
                "Aucune règle n’a trouvé à s’appliquer : ce rapport ne permet aucune conclusion.",
            ),
        },
        reserved: {
            answer: "Oui, sous réserve",
            sentence:
                "Aucune règle ne s’oppose à cette version, mais des réserves sont à lever ou à accepter.",
            ofState:
                "Aucune règle ne s’oppose à l’état exporté, mais des réserves sont à lever ou à accepter.",
        },
        accepted: {
            answer: "Oui",
            sentence: "Aucune règle ne s’oppose à cette version, dans ce que les règles examinent.",
            ofState: "Aucune règle ne s’oppose à l’état exporté, dans ce que les règles examinent.",
        },
    },
    reason: ({ code, count }) => {
        switch (code) {
            case "violations":
                return counted(count, "non-conformité relevée", "non-conformités relevées");
            case "undecidedRefused":
                return `${counted(count, "constat indéterminé", "constats indéterminés")}, que la configuration de cette pile refuse`;
            case "registerFaults":
                return `${counted(count, "défaut", "défauts")} dans le registre des dérogations`;
            case "nothingJudged":
                return "aucun constat";
            case "simulated":
                return "Azure est simulé, et ce rapport n’autorise aucun déploiement réel";
            case "undecided":
                return counted(count, "constat indéterminé", "constats indéterminés");
            case "exempted":
                return `${counted(count, "non-conformité couverte", "non-conformités couvertes")} par une dérogation`;
            case "disabledRules":
                return counted(count, "règle désactivée", "règles désactivées");
        }
    },
    headline: ({ summary: { findings, requirements } }) => {
        const of = (count: number, one: string, several: string): string[] =>
            count > 0 ? [counted(count, one, several)] : [];
        if (findings.violation > 0) {
            const total = Object.values(requirements).reduce((sum, count) => sum + count, 0);
            const failed = counted(
                requirements.nonCompliant,
                "exigence n’est pas conforme",
                "exigences ne sont pas conformes",
            );
            return typeset(
                `${failed}, sur ${number(total)} : ${counted(findings.violation, "non-conformité relevée", "non-conformités relevées")}.`,
            );
        }
        if (findings.compliant + findings.undecided + findings.exempted === 0) {
            return FR.decision.inconclusive.sentence;
        }
        const open = [
            ...of(
                requirements.undetermined,
                "exigence reste indéterminée",
                "exigences restent indéterminées",
            ),
            ...of(
                requirements.exempted,
                "exigence n’est conforme que par dérogation",
                "exigences ne sont conformes que par dérogation",
            ),
            ...of(
                requirements.evidenceRequired,
                "exigence appelle une preuve à fournir",
                "exigences appellent une preuve à fournir",
            ),
        ];
        const none = "Aucune non-conformité relevée";
        return typeset(open.length === 0 ? `${none}.` : `${none} ; ${list(open)}.`);
    },
    coverage: ({ summary: { resources, rules } }) => {
        const opaque =
            resources.opaque > 0
                ? `${counted(resources.opaque, "opaque (ce qu’elle contient", "opaques (ce qu’elles contiennent")} échappe aux règles), `
                : "";
        return typeset(
            `Couverture : ${counted(resources.declared, "ressource déclarée", "ressources déclarées")}, dont ` +
                `${counted(resources.examined, "examinée sur ses réglages", "examinées sur leurs réglages")}, ` +
                `${counted(
                    resources.genericOnly,
                    "sur son seul type, sa région, ses étiquettes ou ses options",
                    "sur leur seul type, leur région, leurs étiquettes ou leurs options",
                )}, ` +
                `${opaque}et ${number(resources.unexamined)} par aucune règle. ` +
                `${counted(rules.judged, "règle", "règles")} sur ${number(rules.total)} ${rules.judged < 2 ? "a" : "ont"} rendu un verdict.`,
        );
    },
    found: ({ summary: { findings } }) => {
        const exempted = findings.exempted > 0 ? `${number(findings.exempted)} sous dérogation, ` : "";
        return typeset(
            `Constats : ${counted(findings.violation, "non conforme", "non conformes")}, ` +
                `${counted(findings.undecided, "indéterminé", "indéterminés")}, ${exempted}${counted(findings.compliant, "conforme", "conformes")}.`,
        );
    },
    notice: "Ce rapport n’est ni une certification, ni un audit, et ne préjuge pas de la décision de l’organisme certificateur.",
    limits: (report) => limits(report).map(typeset),
};

function limits(report: Report): readonly string[] {
    return [
        (report.source === "preview"
            ? "Ce rapport évalue la configuration décrite par un aperçu Pulumi à la date indiquée, avant déploiement. "
            : "Ce rapport évalue l’état exporté d’une pile Pulumi : ce que le moteur a enregistré à la dernière mise à jour. " +
              "Ce qui a changé depuis hors de Pulumi n’y figure pas, ni le contenu des secrets chiffrés. ") +
            FR.notice.replace("Ce rapport", "Il"),
        ...(report.simulated
            ? [
                  "L’aperçu a été réalisé dans le bac à sable : Azure y est simulé, et rien n’y est créé. " +
                      "Ce qu’Azure seul peut refuser ou compléter n’a pas été vérifié.",
              ]
            : []),
        "Une exigence est dite conforme lorsque ses règles automatiques la couvrent en entier et sont respectées partout où elles s’appliquent. " +
            "Pour les autres, les preuves d’organisation (contrats, procédures, habilitations, essais) restent à fournir.",
        "La criticité d’un constat est proposée par la règle : sa qualification revient à l’auditeur.",
    ];
}
