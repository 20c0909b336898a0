import { type Endpoint, hostOf } from "../kubernetes/flows";

/** A page that is asked for from inside, to tell whether a service without metrics is up. */
export interface HealthProbe {
    readonly endpoint: Endpoint;
    /** Such as /healthz. */
    readonly path: string;
}

const addressOf = (endpoint: Endpoint) => `${hostOf(endpoint)}:${endpoint.port.toString()}`;

/**
 * prometheus.yml, as JSON: YAML includes it, and nothing needs escaping. Targets are services of the platform, named
 * one by one, so Prometheus needs no right in the cluster's API.
 */
export function prometheusConfig(args: {
    /** Metrics of each job. */
    readonly targets: Readonly<Record<string, Endpoint>>;

    /** Pages that the blackbox exporter asks for, by job. */
    readonly probes: Readonly<Record<string, HealthProbe>>;
    readonly blackbox: Endpoint;
}): string {
    const scrapes = Object.entries(args.targets).map(([job, endpoint]) => ({
        job_name: job,
        // The name of a headless service: each replica is a target.
        dns_sd_configs: [{ names: [hostOf(endpoint)], type: "A", port: endpoint.port }],
    }));
    const probes = Object.entries(args.probes).map(([job, { endpoint, path }]) => ({
        job_name: job,
        metrics_path: "/probe",
        params: { module: ["http_2xx"] },
        static_configs: [{ targets: [`http://${addressOf(endpoint)}${path}`] }],
        // The page becomes a parameter of the question put to the exporter, and stays the instance's name.
        relabel_configs: [
            { source_labels: ["__address__"], target_label: "__param_target" },
            { source_labels: ["__param_target"], target_label: "instance" },
            { target_label: "__address__", replacement: addressOf(args.blackbox) },
        ],
    }));
    const config = {
        global: { scrape_interval: "30s", scrape_timeout: "10s", evaluation_interval: "30s" },
        scrape_configs: [
            { job_name: "prometheus", static_configs: [{ targets: ["localhost:9090"] }] },
            ...scrapes,
            ...probes,
        ],
    };
    return `${JSON.stringify(config, null, 2)}\n`;
}

/** The blackbox exporter's configuration, as JSON for the same reason. */
export const BLACKBOX_CONFIG = `${JSON.stringify(
    {
        modules: {
            http_2xx: { prober: "http", timeout: "5s", http: { preferred_ip_protocol: "ip4" } },
        },
    },
    null,
    2,
)}\n`;
