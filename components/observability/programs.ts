import type { Images } from "../images";
import type { Endpoint } from "../kubernetes/flows";
import { endpointOf, type Storage, type WorkloadArgs } from "../kubernetes/workload-args";
import { alertmanager } from "./alerting/alertmanager";
import { grafana } from "./dashboards/grafana";
import { logAgent } from "./logs/log-agent";
import { logCollector } from "./logs/log-collector";
import { loki } from "./logs/loki";
import { blackboxExporter } from "./metrics/blackbox-exporter";
import type { Targets } from "./metrics/jobs";
import { kubeStateMetrics } from "./metrics/kube-state-metrics";
import { nodeExporter } from "./metrics/node-exporter";
import { probesOf } from "./metrics/probes";
import { prometheus, prometheusEndpoint } from "./metrics/prometheus";
import { rulesFiles } from "./rules/render";
import type { RuleSettings } from "./rules/rule-settings";
import type { ObservabilitySettings } from "./settings";
import { tempo } from "./traces/tempo";
import { traceCollector } from "./traces/trace-collector";

/** Namespace of the one program that reads its node, and may do so there alone. */
export const NODE_EXPORTER_NAMESPACE = "node-exporter";

export interface ProgramsArgs {
    readonly namespace: string;
    readonly images: Images;
    readonly settings: ObservabilitySettings;

    /** Name of the cluster, and range of its nodes' addresses as CIDR. */
    readonly cluster: string;
    readonly nodes: string;

    /** Nodes that the cluster grows to at most. */
    readonly mostNodes: number;

    /** Entra tenant that Grafana's users are of. */
    readonly tenantId: string;

    /** Where OpenMRS and its database have their metrics, by job. */
    readonly targets: Omit<Targets, "alertmanager" | "blackbox-exporter">;

    /** Public name of OpenMRS, and its parts that are asked whether they work. */
    readonly openmrs: {
        readonly host: string;
        readonly backend: Endpoint;
        readonly entry: Endpoint;
        readonly frontend: Endpoint;
    };

    readonly databaseMode: RuleSettings["databaseMode"];

    /** The write-once account, and its container for the cluster's audit logs. */
    readonly archive: { readonly accountName: string; readonly container: string };

    /** The account of logs and traces. */
    readonly telemetryAccount: string;

    /** A disk of so many GiB. */
    readonly disk: (sizeGiB: number) => Storage;

    readonly credentialsRotatedOn: string;
}

/** GiB for what Alertmanager has sent and what is silenced, and for logs that could not be handed on yet. */
const ALERTMANAGER_GIB = 4;
const LOG_QUEUE_GIB = 10;

/** Everything that runs, in the order in which it is of use to the next. */
export function programsOf(args: ProgramsArgs): readonly WorkloadArgs[] {
    const { namespace, images, settings, cluster, mostNodes, disk, telemetryAccount, openmrs } = args;
    const { metrics, logs, traces } = settings;
    const { auditRetentionDays, applicationRetentionDays } = logs;
    const revision = args.credentialsRotatedOn;
    const ruleSettings = {
        ...settings,
        databaseMode: args.databaseMode,
        credentialsRotatedOn: args.credentialsRotatedOn,
        centres: Object.keys(settings.centres),
    };

    const logStore = loki({
        namespace,
        image: images.loki,
        blobs: { accountName: telemetryAccount, container: "loki" },
        replicas: logs.replicas,
        retention: { auditRetentionDays, applicationRetentionDays },
        compute: logs,
        storage: disk(logs.storageGiB),
    });
    const logGate = logCollector({
        namespace,
        image: images.otelCollector,
        cluster,
        loki: endpointOf(logStore, "http"),
        archive: args.archive,
        storage: disk(LOG_QUEUE_GIB),
    });
    const traceStore = tempo({
        namespace,
        image: images.tempo,
        blobs: { accountName: telemetryAccount, container: "tempo" },
        retentionDays: traces.retentionDays,
        compute: traces,
        storage: disk(traces.storageGiB),
    });
    const traceGate = traceCollector({
        namespace,
        image: images.otelCollector,
        tempo: endpointOf(traceStore, "otlp"),
        centres: settings.centres,
        samplePercent: traces.samplePercent,
    });
    const agent = logAgent({
        namespace,
        image: images.alloy,
        namespaces: [
            ...new Set([
                ...Object.values(args.targets).map((target) => target.namespace),
                namespace,
                NODE_EXPORTER_NAMESPACE,
            ]),
        ],
        mostNodes,
        collector: endpointOf(logGate, "otlp"),
    });
    const alerts = alertmanager({
        namespace,
        image: images.alertmanager,
        heartbeatHost: settings.heartbeatHost,
        grafanaHost: settings.host,
        storage: disk(ALERTMANAGER_GIB),
        revision,
    });
    const pages = grafana({
        namespace,
        image: images.grafana,
        host: settings.host,
        tenantId: args.tenantId,
        clientId: settings.grafanaClientId,
        settings: ruleSettings,
        sources: {
            prometheus: prometheusEndpoint(namespace),
            loki: endpointOf(logStore, "http"),
            tempo: endpointOf(traceStore, "http"),
            alertmanager: endpointOf(alerts, "http"),
        },
        revision,
    });
    const objects = kubeStateMetrics({ namespace, image: images.kubeStateMetrics });
    const nodes = nodeExporter({
        namespace: NODE_EXPORTER_NAMESPACE,
        image: images.nodeExporter,
        mostNodes,
    });
    const probes = probesOf({
        ...openmrs,
        grafana: endpointOf(pages, "https"),
        logs: endpointOf(logGate, "otlp"),
    });
    const prober = blackboxExporter({
        namespace,
        image: images.blackboxExporter,
        probes,
        names: { openmrs: openmrs.host, grafana: settings.host },
    });
    const server = prometheus({
        namespace,
        image: images.prometheus,
        cluster,
        nodes: args.nodes,
        targets: {
            ...args.targets,
            alertmanager: endpointOf(alerts, "http"),
            "kube-state-metrics": endpointOf(objects, "metrics"),
            "node-exporter": endpointOf(nodes, "metrics"),
            "blackbox-exporter": endpointOf(prober, "http"),
            "log-agent": endpointOf(agent, "metrics"),
            "log-collector": endpointOf(logGate, "telemetry"),
            "log-metrics": endpointOf(logGate, "metrics"),
            "trace-collector": endpointOf(traceGate, "telemetry"),
            "span-metrics": endpointOf(traceGate, "metrics"),
            loki: endpointOf(logStore, "http"),
            tempo: endpointOf(traceStore, "http"),
            grafana: endpointOf(pages, "https"),
        },
        probes,
        rules: rulesFiles(ruleSettings),
        retentionDays: metrics.retentionDays,
        compute: metrics,
        storage: disk(metrics.storageGiB),
    });
    return [logStore, logGate, agent, traceStore, traceGate, alerts, nodes, objects, prober, server, pages];
}
