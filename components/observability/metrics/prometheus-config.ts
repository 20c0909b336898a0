import type { Endpoint } from "../../kubernetes/flows";
import type { Job } from "./jobs";
import { type ProbedService, probeJob } from "./probes";
import { replicasBehind, scrapeJobs } from "./scrape";

/** Where Prometheus finds its files of rules. */
export const RULES = "/etc/prometheus/rules";

export interface PrometheusConfigArgs {
    /** The cluster's name, which every alert carries. */
    readonly cluster: string;

    readonly targets: Readonly<Partial<Record<Job, Endpoint>>> &
        Readonly<Record<"alertmanager" | "blackbox-exporter", Endpoint>>;

    readonly probes: readonly ProbedService[];

    /** Names of the files of rules. */
    readonly ruleFiles: readonly string[];
}

/** Against a target that goes wrong: what one scrape may bring, after relabelling. */
const LIMITS = {
    body_size_limit: "32MB",
    sample_limit: 50_000,
    label_limit: 40,
    label_name_length_limit: 128,
    label_value_length_limit: 1024,
    target_limit: 500,
    keep_dropped_targets: 100,
};

/** prometheus.yml, as JSON: YAML includes it, and nothing needs escaping. */
export function prometheusConfig({ cluster, targets, probes, ruleFiles }: PrometheusConfigArgs): string {
    const config = {
        global: {
            scrape_interval: "30s",
            scrape_timeout: "10s",
            evaluation_interval: "30s",
            // Else the collectors' own metrics come under names with dots, which no rule has.
            metric_name_validation_scheme: "legacy",
            // Each replica evaluates the rules, and says which one it is; Prometheus fills in the variable.
            external_labels: { cluster, replica: "${POD_NAME}" },
            ...LIMITS,
        },
        rule_files: ruleFiles.map((file) => `${RULES}/${file}`),
        alerting: {
            // So that what both replicas send is one alert.
            alert_relabel_configs: [{ regex: "replica", action: "labeldrop" }],
            // Every one of them: they tell one another what they have sent already.
            alertmanagers: [{ dns_sd_configs: [replicasBehind(targets.alertmanager)] }],
        },
        scrape_configs: [...scrapeJobs(targets), probeJob(probes, targets["blackbox-exporter"])],
    };
    return `${JSON.stringify(config, null, 2)}\n`;
}
