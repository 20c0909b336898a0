import type { Requirement } from "../../framework";
import { automated, byEvidence, evidence, notApplicable, owner } from "../assessments";
import * as topic from "../topics";

/** Articles 5, 17 and 25. */
export const principles: readonly Requirement[] = [
    {
        id: "art. 5(1)(a)",
        title: { fr: "Licéité, loyauté, transparence", en: "Lawfulness, fairness, transparency" },
        ...byEvidence(
            owner.dpo,
            "base légale de chaque traitement et mentions d’information",
            "legal basis of each processing and privacy notices",
        ),
    },
    {
        id: "art. 5(1)(b)",
        title: { fr: "Finalités déterminées", en: "Purposes set beforehand" },
        ...byEvidence(owner.dpo, "finalités inscrites au registre", "purposes entered in the register"),
    },
    {
        id: "art. 5(1)(c)",
        title: { fr: "Données réduites au nécessaire", en: "Data kept to what is needed" },
        ...byEvidence(owner.dpo, "revue des données recueillies", "review of the data collected"),
    },
    {
        id: "art. 5(1)(d)",
        title: { fr: "Données exactes et à jour", en: "Data accurate and current" },
        ...byEvidence(owner.dpo, "procédure de rectification", "rectification procedure"),
    },
    {
        id: "art. 5(1)(e)",
        title: { fr: "Conservation limitée dans le temps", en: "Retention limited in time" },
        ...automated(
            [topic.logRetention, topic.erasure],
            evidence(
                owner.dpo,
                "durées de conservation par traitement et preuve d’effacement des dossiers échus",
                "retention period of each processing and proof that expired records are erased",
            ),
        ),
    },
    {
        id: "art. 5(1)(f)",
        title: { fr: "Intégrité et confidentialité", en: "Integrity and confidentiality" },
        ...automated(
            [
                topic.secrets,
                topic.isolation,
                topic.software,
                topic.patching,
                topic.authentication,
                topic.interventions,
            ],
            evidence(
                owner.ciso,
                "politique de sécurité et rapport de test d’intrusion",
                "security policy and penetration test report",
            ),
        ),
    },
    {
        id: "art. 5(2)",
        title: { fr: "Respect des principes démontrable", en: "Respect of the principles demonstrable" },
        ...automated(
            [topic.inventory, topic.configuration],
            evidence(
                owner.dpo,
                "registre des traitements, analyses d’impact et documentation de conformité",
                "record of processing activities, impact assessments and compliance documentation",
            ),
        ),
    },
    {
        id: "art. 17(1)",
        title: { fr: "Effacement à la demande de la personne", en: "Erasure at the request of the person" },
        ...automated(
            [topic.erasure],
            evidence(
                owner.dpo,
                "registre des demandes et suites données, sauvegardes comprises",
                "register of requests and what was done, backups included",
            ),
        ),
    },
    {
        id: "art. 17(2)",
        title: { fr: "Effacement annoncé aux autres détenteurs", en: "Erasure announced to other holders" },
        ...byEvidence(owner.dpo, "liste des destinataires à prévenir", "list of recipients to tell"),
    },
    {
        id: "art. 25(1)",
        title: { fr: "Protection dès la conception", en: "Protection by design" },
        ...automated(
            [topic.configuration, topic.partition, topic.leaks],
            evidence(owner.development, "dossier de conception et arbitrages", "design file and trade-offs"),
        ),
    },
    {
        id: "art. 25(2)",
        title: { fr: "Protection par défaut", en: "Protection by default" },
        ...automated(
            [topic.exposure, topic.webShield],
            evidence(
                owner.development,
                "réglages par défaut de l’application : données, durée, profils d’accès",
                "default settings of the application: data, period, access profiles",
            ),
        ),
    },
    {
        id: "art. 25(3)",
        title: { fr: "Certification, élément de preuve possible", en: "Certification, a possible proof" },
        ...notApplicable(
            "faculté offerte par le texte, sans obligation",
            "an option that the text gives, not a duty",
        ),
    },
];
