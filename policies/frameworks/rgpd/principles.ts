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
                topic.authentication,
                topic.secrets,
                topic.dataExposure,
                topic.leaks,
                topic.interventions,
                topic.podSecurity,
                topic.hardening,
                topic.software,
                topic.suppliers,
                topic.patching,
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
        title: { fr: "Conformité démontrable", en: "Compliance that can be shown" },
        ...automated(
            [topic.inventory, topic.compliance],
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
        title: {
            fr: "Effacement signalé aux responsables qui ont repris les données",
            en: "Erasure made known to controllers that took over the data",
        },
        ...byEvidence(owner.dpo, "liste des destinataires à prévenir", "list of recipients to tell"),
    },
    {
        id: "art. 17(3)",
        title: { fr: "Cas où l’effacement peut être refusé", en: "Cases where erasure may be refused" },
        ...byEvidence(
            owner.dpo,
            "motifs de refus, dont la conservation légale du dossier médical (CSP, art. R.1112-7)",
            "grounds for refusal, such as the statutory retention of medical records (CSP, art. R.1112-7)",
        ),
    },
    {
        id: "art. 25(1)",
        title: { fr: "Protection dès la conception", en: "Protection by design" },
        ...automated(
            [topic.partition, topic.leaks],
            evidence(owner.development, "dossier de conception et arbitrages", "design file and trade-offs"),
        ),
    },
    {
        id: "art. 25(2)",
        title: { fr: "Protection par défaut", en: "Protection by default" },
        ...automated(
            [topic.dataExposure],
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
