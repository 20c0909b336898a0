import type { Requirement } from "../../framework";
import { automated, byEvidence, evidence, notApplicable, owner } from "../assessments";
import * as topic from "../topics";

/** Articles 32 to 35. */
export const security: readonly Requirement[] = [
    {
        id: "art. 32(1)(a)",
        title: { fr: "Pseudonymisation et chiffrement", en: "Pseudonymisation and encryption" },
        ...automated(
            [topic.inTransit, topic.certificates, topic.meshEncryption, topic.atRest, topic.keys],
            evidence(
                owner.ciso,
                "étude de la pseudonymisation et politique de gestion des clés",
                "study of pseudonymisation and key management policy",
            ),
        ),
    },
    {
        id: "art. 32(1)(b)",
        title: {
            fr: "Confidentialité, intégrité, disponibilité et résilience durables",
            en: "Lasting confidentiality, integrity, availability and resilience",
        },
        ...automated(
            [
                topic.leastPrivilege,
                topic.authentication,
                topic.entrances,
                topic.partition,
                topic.nameResolution,
                topic.outbound,
                topic.webShield,
                topic.meshAuthorization,
                topic.configuration,
                topic.interventions,
                topic.malware,
                topic.intrusions,
                topic.capacity,
                topic.availability,
                topic.logImmutability,
            ],
            evidence(
                owner.ciso,
                "revue des habilitations, suivi des correctifs, plan de continuité",
                "review of access rights, follow-up of patches, continuity plan",
            ),
        ),
    },
    {
        id: "art. 32(1)(c)",
        title: {
            fr: "Données et accès rétablis après un incident",
            en: "Data and access restored after an incident",
        },
        ...automated(
            [topic.backups, topic.deletion, topic.keySurvival],
            evidence(
                owner.operations,
                "plan de reprise et comptes rendus de restauration, avec délais mesurés",
                "recovery plan and restoration reports, with times measured",
            ),
        ),
    },
    {
        id: "art. 32(1)(d)",
        title: {
            fr: "Mesures essayées et évaluées régulièrement",
            en: "Measures tried and assessed regularly",
        },
        ...automated(
            [topic.compliance],
            evidence(
                owner.ciso,
                "programme d’essais, tests d’intrusion et suites données",
                "test programme, penetration tests and what was done about them",
            ),
        ),
    },
    {
        id: "art. 32(2)",
        title: {
            fr: "Niveau de sécurité à la mesure des risques",
            en: "Level of security in proportion to risks",
        },
        ...byEvidence(owner.ciso, "appréciation des risques", "risk assessment"),
    },
    {
        id: "art. 32(3)",
        title: { fr: "Code de conduite ou certification", en: "Code of conduct or certification" },
        ...notApplicable(
            "faculté offerte par le texte, sans obligation",
            "an option that the text gives, not a duty",
        ),
    },
    {
        id: "art. 32(4)",
        title: { fr: "Accès du personnel sur instruction seulement", en: "Staff access on instruction only" },
        ...automated(
            [topic.leastPrivilege],
            evidence(
                owner.people,
                "instructions et engagements de confidentialité",
                "instructions and confidentiality undertakings",
            ),
        ),
    },
    {
        id: "art. 33(1)",
        title: {
            fr: "Violation notifiée à la CNIL sous 72 heures",
            en: "Breach notified to the CNIL within 72 hours",
        },
        ...automated(
            [
                topic.auditLogs,
                topic.logRetention,
                topic.logImmutability,
                topic.logIsolation,
                topic.intrusions,
                topic.alerts,
            ],
            evidence(
                owner.dpo,
                "procédure de notification, contact du DPO et notifications faites",
                "notification procedure, contact of the DPO and notifications made",
            ),
        ),
    },
    {
        id: "art. 33(2)",
        title: { fr: "Violation signalée par le sous-traitant", en: "Breach reported by the processor" },
        ...byEvidence(
            owner.legal,
            "clause d’alerte des contrats, dans les deux sens : vers les clients et depuis les sous-traitants",
            "alert clause of contracts, both ways: to clients and from processors",
        ),
    },
    {
        id: "art. 33(3)",
        title: { fr: "Contenu de la notification", en: "Content of the notification" },
        ...byEvidence(owner.dpo, "modèle de notification rempli", "notification template, filled in"),
    },
    {
        id: "art. 33(5)",
        title: { fr: "Violations documentées", en: "Breaches documented" },
        ...byEvidence(owner.dpo, "registre des violations", "register of breaches"),
    },
    {
        id: "art. 34(1)",
        title: {
            fr: "Personnes informées d’une violation à risque élevé",
            en: "People told of a breach of high risk",
        },
        ...byEvidence(
            owner.dpo,
            "modèles de message et critères de gravité",
            "message templates and criteria of gravity",
        ),
    },
    {
        id: "art. 34(2)",
        title: { fr: "Contenu du message aux personnes", en: "Content of the message to people" },
        ...byEvidence(owner.dpo, "modèle de message, en termes simples", "message template, in plain words"),
    },
    {
        id: "art. 35(1)",
        title: { fr: "Analyse d’impact avant le traitement", en: "Impact assessment before processing" },
        ...byEvidence(owner.dpo, "analyse d’impact (AIPD) validée", "approved impact assessment (DPIA)"),
    },
    {
        id: "art. 35(2)",
        title: { fr: "Avis du DPO sur l’analyse", en: "Opinion of the DPO on the assessment" },
        ...byEvidence(owner.dpo, "avis daté", "dated opinion"),
    },
    {
        id: "art. 35(3)",
        title: { fr: "Cas où l’analyse est obligatoire", en: "Cases where the assessment is mandatory" },
        ...byEvidence(
            owner.dpo,
            "décision motivée, dont le traitement de données de santé à grande échelle",
            "reasoned decision, on the processing of health data on a large scale among others",
        ),
    },
    {
        id: "art. 35(7)",
        title: { fr: "Contenu minimal de l’analyse", en: "Minimum content of the assessment" },
        ...byEvidence(
            owner.dpo,
            "description, nécessité, risques et mesures de l’analyse",
            "description, necessity, risks and measures of the assessment",
        ),
    },
    {
        id: "art. 35(11)",
        title: {
            fr: "Analyse revue quand le risque change",
            en: "Assessment reviewed when the risk changes",
        },
        ...byEvidence(owner.dpo, "date et motif de la dernière revue", "date and reason of the last review"),
    },
];
