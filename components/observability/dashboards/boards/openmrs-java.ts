import type { Dashboard } from "../kit/dashboard";
import { worseFrom } from "../kit/looks";
import { curves } from "../kit/metrics";

const JOB = 'job="openmrs-backend"';

const RATE = "$__rate_interval";

const byServer = (expr: string) => `sum by (instance) (${expr})`;

/** Memory, threads and connections of the Java under OpenMRS. */
export const javaSection = (): Dashboard["sections"][number] => ({
    title: "Java et la réserve de connexions",
    panels: [
        curves({
            title: "Tas occupé après nettoyage",
            description:
                "Ce que le ramasse-miettes n’a pas pu rendre. Rouge : fuite, ou mémoire trop petite (`openmrs.memory`).",
            alerts: ["OpenmrsHeapHigh"],
            queries: [
                {
                    expr: `${byServer(`jvm_memory_used_after_last_gc_bytes{${JOB}, jvm_memory_type="heap"}`)} / ${byServer(`jvm_memory_limit_bytes{${JOB}, jvm_memory_type="heap"} > 0`)}`,
                    legend: "{{instance}}",
                },
            ],
            unit: "percentunit",
            limits: worseFrom(0.75, 0.85),
            width: 8,
        }),
        curves({
            title: "Temps passé à nettoyer",
            description: "Part du temps dans le ramasse-miettes. Rouge : tout attend ; voir le tas.",
            alerts: ["OpenmrsGcTimeHigh"],
            queries: [
                {
                    expr: byServer(`rate(jvm_gc_duration_seconds_sum{${JOB}}[${RATE}])`),
                    legend: "{{instance}}",
                },
            ],
            unit: "percentunit",
            limits: worseFrom(0.05, 0.1),
            width: 8,
        }),
        curves({
            title: "Mémoire du conteneur",
            description:
                "Rapportée à sa limite. Rouge : le noyau tuera le serveur. Haute alors que le tas est calme : mémoire hors du tas.",
            alerts: ["OpenmrsOomKilled", "ContainerMemoryNearLimit"],
            queries: [
                {
                    expr: 'max by (pod) (container_memory_working_set_bytes{job="cadvisor", namespace="openmrs", container="backend"}) / max by (pod) (kube_pod_container_resource_limits{job="kube-state-metrics", namespace="openmrs", container="backend", resource="memory"})',
                    legend: "{{pod}}",
                },
            ],
            unit: "percentunit",
            limits: worseFrom(0.85, 0.95),
            width: 8,
        }),
        curves({
            title: "Fils de Tomcat occupés",
            description: "Rouge : les requêtes font la queue. Chercher ce qui est lent avant d’en ajouter.",
            alerts: ["OpenmrsThreadsBusy"],
            queries: [
                {
                    expr: `max by (instance, tomcat_thread_pool_name) (tomcat_thread_busy_count{${JOB}} / tomcat_thread_limit{${JOB}})`,
                    legend: "{{instance}} {{tomcat_thread_pool_name}}",
                },
            ],
            unit: "percentunit",
            limits: worseFrom(0.7, 0.9),
            width: 8,
        }),
        curves({
            title: "Connexions à la base",
            description: "Prises dans la réserve de 50 de chaque serveur. Au plafond : voir ce qui attend.",
            alerts: ["OpenmrsPoolNearMax"],
            queries: [
                {
                    expr: `sum by (instance, db_client_connection_state) (db_client_connection_count{${JOB}})`,
                    legend: "{{instance}} {{db_client_connection_state}}",
                },
            ],
            unit: "none",
            limits: worseFrom(40, 45),
            width: 8,
        }),
        curves({
            title: "Requêtes qui attendent une connexion",
            description:
                "Rouge dès la première qui dure : la base est lente, ou une opération garde sa connexion.",
            alerts: ["OpenmrsPoolPending"],
            queries: [
                {
                    expr: byServer(`db_client_connection_pending_requests{${JOB}}`),
                    legend: "{{instance}}",
                },
            ],
            unit: "none",
            limits: worseFrom(1, 5),
            width: 8,
        }),
    ],
});
