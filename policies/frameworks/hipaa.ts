import { defineFramework } from "../framework";
import { automated, byEvidence, evidence, owner } from "./assessments";
import * as topic from "./topics";

/** The technical safeguards of the HIPAA Security Rule, for readers outside the Union: standards and their specifications. */
export const hipaa = defineFramework({
    id: "hipaa",
    title: {
        fr: "HIPAA, mesures techniques",
        en: "HIPAA, technical safeguards",
    },
    version: "45 CFR 164.312",
    url: "https://www.ecfr.gov/current/title-45/section-164.312",
    pack: false,
    requirements: [
        {
            id: "164.312(a)(1)",
            title: { fr: "Accès réservé à qui en a le droit", en: "Access kept to those who have the right" },
            ...automated(
                [topic.leastPrivilege, topic.dataExposure, topic.meshAuthorization],
                evidence(
                    owner.ciso,
                    "politique d’accès et revue des habilitations",
                    "access policy and review of rights",
                ),
            ),
        },
        {
            id: "164.312(a)(2)(i)",
            title: {
                fr: "Une identité propre à chaque utilisateur",
                en: "An identity of their own for each user",
            },
            ...automated(
                [topic.authentication],
                evidence(
                    owner.people,
                    "règle d’attribution des identifiants",
                    "rule on the granting of identifiers",
                ),
            ),
        },
        {
            id: "164.312(a)(2)(ii)",
            title: { fr: "Accès en urgence", en: "Access in an emergency" },
            ...byEvidence(
                owner.operations,
                "procédure d’accès d’urgence et journal de ses emplois",
                "emergency access procedure and record of its uses",
            ),
        },
        {
            id: "164.312(a)(2)(iii)",
            title: { fr: "Fin des sessions inactives", en: "End of idle sessions" },
            ...byEvidence(
                owner.development,
                "durée des sessions de l’application",
                "session length of the application",
            ),
        },
        {
            id: "164.312(a)(2)(iv)",
            title: { fr: "Chiffrement des données conservées", en: "Encryption of stored data" },
            ...automated(
                [topic.atRest, topic.keys],
                evidence(owner.ciso, "politique de gestion des clés", "key management policy"),
            ),
        },
        {
            id: "164.312(b)",
            title: {
                fr: "Enregistrement et examen de l’activité",
                en: "Recording and examination of activity",
            },
            ...automated(
                [
                    topic.auditLogs,
                    topic.logRetention,
                    topic.logImmutability,
                    topic.logIsolation,
                    topic.intrusions,
                ],
                evidence(
                    owner.ciso,
                    "comptes rendus d’examen des journaux",
                    "reports on the examination of logs",
                ),
            ),
        },
        {
            id: "164.312(c)(1)",
            title: {
                fr: "Données ni altérées ni détruites à tort",
                en: "Data neither altered nor destroyed wrongly",
            },
            ...automated(
                [topic.deletion, topic.keySurvival, topic.backups, topic.software],
                evidence(
                    owner.operations,
                    "procédures de protection de l’intégrité",
                    "procedures to protect integrity",
                ),
            ),
        },
        {
            id: "164.312(c)(2)",
            title: { fr: "Moyen de constater une altération", en: "A means to notice an alteration" },
            ...byEvidence(
                owner.development,
                "contrôles d’intégrité de l’application",
                "integrity checks of the application",
            ),
        },
        {
            id: "164.312(d)",
            title: { fr: "Identité vérifiée avant l’accès", en: "Identity checked before access" },
            ...automated(
                [topic.authentication, topic.secrets],
                evidence(
                    owner.development,
                    "authentification des utilisateurs de l’application",
                    "authentication of the users of the application",
                ),
            ),
        },
        {
            id: "164.312(e)(1)",
            title: { fr: "Transmission protégée", en: "Transmission protected" },
            ...automated(
                [topic.inTransit, topic.certificates, topic.meshEncryption, topic.partition],
                evidence(owner.operations, "cartographie des flux", "map of flows"),
            ),
        },
        {
            id: "164.312(e)(2)(i)",
            title: { fr: "Altération en chemin décelée", en: "Alteration on the way detected" },
            ...automated(
                [topic.inTransit, topic.meshEncryption],
                evidence(
                    owner.development,
                    "contrôle des messages échangés",
                    "checks on the messages exchanged",
                ),
            ),
        },
        {
            id: "164.312(e)(2)(ii)",
            title: { fr: "Chiffrement en chemin", en: "Encryption on the way" },
            ...automated(
                [topic.inTransit, topic.meshEncryption],
                evidence(
                    owner.operations,
                    "flux que ce code ne déclare pas",
                    "flows that this code does not declare",
                ),
            ),
        },
    ],
});
