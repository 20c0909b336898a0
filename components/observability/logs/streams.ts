import { quoted } from "./ottl";

/** A kind of logs, which is kept, read and archived as one. */
export type Stream = "audit" | "access" | "application";

/** Which of the two retentions of a stack's settings a stream has. */
export type Retention = "auditRetentionDays" | "applicationRetentionDays";

export interface StreamTraits {
    /** What is in it, in French. */
    readonly content: string;

    readonly retention: Retention;

    /** Why it is kept that long, in French, with the text that says so. */
    readonly reason: string;

    /** Whether it goes to the immutable archive too. */
    readonly archived: boolean;

    /** Which lines are of it, in OTTL; one of them is enough. The stream that names none has all others. */
    readonly conditions: readonly string[];
}

const CNIL = "délibération CNIL n° 2021-122 du 14 octobre 2021 (journalisation : de six mois à un an)";

const from = (workload: string, container: string) =>
    `log.attributes["workload"] == ${quoted(workload)} and log.attributes["container"] == ${quoted(container)}`;
const says = (pattern: string) => `IsMatch(log.body, ${quoted(pattern)})`;

/** Lines of OpenMRS's server, which come from its Java agent. */
export const FROM_BACKEND = `log.attributes["workload"] == "openmrs-backend"`;

/** What OpenMRS writes when it refuses a name and password. */
export const LOGIN_FAILURE = `${FROM_BACKEND} and ${says("Failed login attempt")}`;

/** What Grafana writes of each page and each question that somebody asks it for. */
export const CONSULTATION = `log.attributes["workload"] == "grafana" and ${says("Request Completed")}`;

/** In the order in which they are asked: the first whose condition holds. */
export const STREAMS: Readonly<Record<Stream, StreamTraits>> = {
    audit: {
        content:
            "Qui s’est connecté à la base et ce qu’il y a fait (MariaDB), connexions refusées et authentification d’OpenMRS, " +
            "consultations dans Grafana",
        retention: "auditRetentionDays",
        reason: `Imputer un accès ou une modification : ${CNIL}`,
        archived: true,
        conditions: [
            from("mariadb", "audit"),
            `${FROM_BACKEND} and instrumentation_scope.name == "org.openmrs.api.db.hibernate.HibernateContextDAO"`,
            LOGIN_FAILURE,
            CONSULTATION,
        ],
    },
    access: {
        content:
            "Requêtes reçues par nginx : adresse, méthode, chemin, statut et durée, sans la chaîne de requête",
        retention: "auditRetentionDays",
        reason: `Retrouver d’où venait un accès : ${CNIL}`,
        archived: false,
        conditions: [from("openmrs-gateway", "gateway"), from("openmrs-frontend", "frontend")],
    },
    application: {
        content: "Tout le reste : messages d’OpenMRS, de la base, de l’observabilité et du maillage",
        retention: "applicationRetentionDays",
        reason: "Diagnostiquer une panne, sans garder plus que nécessaire (article 5, 1, e du RGPD)",
        archived: false,
        conditions: [],
    },
};
