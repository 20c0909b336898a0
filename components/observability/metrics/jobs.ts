import type { Endpoint } from "../../kubernetes/flows";
import { TELEMETRY_PORT } from "./kube-state-metrics";

/** What sets a job apart from one whose targets are the replicas of a service and speak of themselves, in clear. */
export interface JobTraits {
    /** One target on each node: they are found through the API, which tells the node's name too. */
    readonly everyNode?: true;

    /**
     * Whose series these are: `others` names the objects that its series are about, `derived` counts what others wrote,
     * under the namespace and workload of these. Defaults to the target's own.
     */
    readonly about?: "others" | "derived";

    /** A second port of the same pods. */
    readonly otherPort?: number;

    /** Metric that is not kept, with all that its name begins: it has a series for each question put to the database. */
    readonly drops?: string;

    /** Whether the pod speaks TLS itself, inside the mesh's. */
    readonly tls?: true;

    /** Why Prometheus connects there, in French. Defaults to its metrics. */
    readonly purpose?: string;
}

/** Every job whose targets are services of the platform; those of a stack are some of them. */
const ALL_JOBS = {
    prometheus: { purpose: "Relever les métriques des deux serveurs Prometheus" },
    alertmanager: { purpose: "Envoyer les alertes, et relever les métriques du service alertmanager" },
    "kube-state-metrics": { about: "others", otherPort: TELEMETRY_PORT },
    "node-exporter": { everyNode: true },
    "blackbox-exporter": {
        purpose:
            "Faire vérifier les parcours des utilisateurs, et relever les métriques du service blackbox-exporter",
    },
    mariadb: {},
    mysql: {},
    "openmrs-gateway": {},
    "openmrs-frontend": {},
    "openmrs-backend": { drops: "db_client_operation_duration_seconds" },
    "log-agent": { everyNode: true },
    "log-collector": {},
    "log-metrics": { about: "derived" },
    "trace-collector": {},
    "span-metrics": { about: "derived" },
    loki: {},
    tempo: {},
    grafana: { tls: true },
} as const satisfies Readonly<Record<string, JobTraits>>;

export type Job = keyof typeof ALL_JOBS;

export const JOBS: Readonly<Record<Job, JobTraits>> = ALL_JOBS;

/** Where each job of a stack finds its metrics, Prometheus's own apart. */
export type Targets = Readonly<Partial<Record<Exclude<Job, "prometheus">, Endpoint>>> &
    Readonly<Record<"alertmanager" | "blackbox-exporter", Endpoint>>;

/** The jobs of a stack, in the order of the table. */
export const jobsOf = (targets: Partial<Record<Job, Endpoint>>): readonly (readonly [Job, Endpoint])[] =>
    (Object.keys(ALL_JOBS) as Job[]).flatMap((job) => {
        const endpoint = targets[job];
        return endpoint === undefined ? [] : [[job, endpoint] as const];
    });
