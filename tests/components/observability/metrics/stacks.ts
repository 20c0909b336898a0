import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { PrometheusArgs } from "../../../../components/observability/metrics/prometheus";
import { rulesFiles } from "../../../../components/observability/rules/render";
import type { RuleSettings } from "../../../../components/observability/rules/rule-settings";
import type { ObservabilitySettings } from "../../../../components/observability/settings";
import { prometheusArgs } from "./arguments";

export const STACKS = ["dev", "prod"] as const;

export type Stack = (typeof STACKS)[number];

interface StackValues {
    readonly credentialsRotatedOn: string;
    readonly database: { readonly mode: "inCluster" | "managed" };
    readonly openmrs: { readonly host: string };
    readonly observability: ObservabilitySettings;
}

function valuesOf(stack: Stack): StackValues {
    const file = join(__dirname, `../../../../Pulumi.${stack}.yaml`);
    const { config } = parse(readFileSync(file, "utf8")) as { readonly config: Record<string, unknown> };
    const project = "audioprothese-plus:";
    return Object.fromEntries(
        Object.entries(config).map(([key, value]) => [key.replace(project, ""), value]),
    ) as unknown as StackValues;
}

const here = (workload: string, port: number) => ({ namespace: "observability", workload, port });
const openmrs = (workload: string, port: number) => ({ namespace: "openmrs", workload, port });

/** What the rules and the dashboards of a stack depend on. */
export function ruleSettingsOf(stack: Stack): RuleSettings {
    const { database, credentialsRotatedOn, observability } = valuesOf(stack);
    const { centres, documentationUrl, prices } = observability;
    return {
        documentationUrl,
        prices,
        databaseMode: database.mode,
        credentialsRotatedOn,
        centres: Object.keys(centres),
    };
}

/** Prometheus with every job of a stack, and its rules. */
export function prometheusOf(stack: Stack): PrometheusArgs {
    const { database, observability } = valuesOf(stack);
    const { metrics } = observability;
    return {
        ...prometheusArgs,
        cluster: `aks-aplus-core-${stack}-frc`,
        targets: {
            alertmanager: here("alertmanager", 9093),
            "kube-state-metrics": here("kube-state-metrics", 8080),
            "node-exporter": { namespace: "node-exporter", workload: "node-exporter", port: 9100 },
            "blackbox-exporter": here("blackbox-exporter", 9115),
            "log-metrics": here("log-collector", 8889),
            grafana: here("grafana", 3000),
            ...(database.mode === "inCluster"
                ? { mariadb: { namespace: "database", workload: "mariadb", port: 9104 } }
                : { mysql: { namespace: "database", workload: "mysqld-exporter", port: 9104 } }),
            "openmrs-gateway": openmrs("openmrs-gateway", 9113),
            "openmrs-frontend": openmrs("openmrs-frontend", 9113),
            "openmrs-backend": openmrs("openmrs-backend", 9464),
            "log-agent": here("log-agent", 12345),
            "log-collector": here("log-collector", 8888),
            "trace-collector": here("trace-collector", 8888),
            "span-metrics": here("trace-collector", 8889),
            loki: here("loki", 3100),
            tempo: here("tempo", 3200),
        },
        rules: rulesFiles(ruleSettingsOf(stack)),
        retentionDays: metrics.retentionDays,
        compute: metrics,
        storage: { ...prometheusArgs.storage, sizeGiB: metrics.storageGiB },
    };
}

/** Names that pages of a stack are asked for under. */
export function publicNamesOf(stack: Stack) {
    const { openmrs: release, observability } = valuesOf(stack);
    return { openmrs: release.host, grafana: observability.host };
}
