import type { Endpoint } from "../../kubernetes/flows";
import type { ProbeModule } from "./blackbox-config";
import { addressOf, type ScrapeConfig } from "./scrape";

/** What is asked of a service from inside, as its users ask it. */
export interface ProbedService {
    readonly to: Endpoint;

    /** Why, in French. */
    readonly purpose: string;

    readonly questions: readonly {
        /** The label `probe`. */
        readonly probe: string;
        readonly scheme: "http" | "https";
        readonly path: string;
        readonly module: ProbeModule;
    }[];
}

export interface ProbeArgs {
    readonly backend: Endpoint;

    /** Where browsers' requests go in. */
    readonly entry: Endpoint;

    readonly frontend: Endpoint;
    readonly grafana: Endpoint;

    /** Where logs are sent to, by OTLP/HTTP. */
    readonly logs: Endpoint;
}

/** The users' ways through the platform, and the redaction of its logs. */
export function probesOf({ backend, entry, frontend, grafana, logs }: ProbeArgs): readonly ProbedService[] {
    const http = { scheme: "http", module: "page" } as const;
    const https = "https" as const;
    return [
        {
            to: backend,
            purpose: "Vérifier que le serveur OpenMRS a démarré et qu’il répond",
            questions: [
                { ...http, probe: "openmrs-backend", path: "/openmrs/health/started" },
                { ...http, probe: "openmrs-backend", path: "/openmrs/health/alive" },
            ],
        },
        {
            to: entry,
            purpose: "Suivre les parcours des utilisateurs, et relever l’échéance du certificat",
            questions: [
                { probe: "home", scheme: https, path: "/openmrs/spa/home", module: "home" },
                { probe: "session", scheme: https, path: "/openmrs/ws/rest/v1/session", module: "session" },
            ],
        },
        {
            to: frontend,
            purpose: "Vérifier que les pages d’OpenMRS sont servies",
            questions: [{ ...http, probe: "frontend", path: "/healthz" }],
        },
        {
            to: grafana,
            purpose:
                "Vérifier que la page de connexion de Grafana répond, et relever l’échéance de son certificat",
            questions: [{ probe: "grafana", scheme: https, path: "/login", module: "grafana" }],
        },
        {
            to: logs,
            purpose:
                "Vérifier que les journaux sont expurgés, par une ligne qui porte des identifiants inventés",
            questions: [{ probe: "redaction", scheme: "http", path: "/v1/logs", module: "redaction" }],
        },
    ];
}

/** The job that has the blackbox exporter ask: the page becomes a parameter, and stays the instance's name. */
export function probeJob(probes: readonly ProbedService[], blackbox: Endpoint): ScrapeConfig {
    return {
        job_name: "blackbox",
        metrics_path: "/probe",
        static_configs: probes.flatMap(({ to, questions }) =>
            questions.map(({ probe, scheme, path, module }) => ({
                targets: [`${scheme}://${addressOf(to)}${path}`],
                labels: { probe, module, namespace: to.namespace, workload: to.workload },
            })),
        ),
        relabel_configs: [
            { source_labels: ["module"], target_label: "__param_module" },
            { source_labels: ["__address__"], target_label: "__param_target" },
            { source_labels: ["__param_target"], target_label: "instance" },
            { target_label: "__address__", replacement: addressOf(blackbox) },
        ],
    };
}
