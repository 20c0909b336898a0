import { type Connection, type Endpoint, hostOf } from "../kubernetes/flows";
import type { InitContainerArgs } from "../kubernetes/pod";
import type { VolumeArgs } from "../kubernetes/volumes";

/** Where the server's agent sends what it sees, as OTLP over HTTP. Meanwhile nobody there is no fault: it tries again. */
export interface TelemetryArgs {
    readonly traces: Endpoint;
    readonly logs: Endpoint;
}

/** Where it tells its metrics. */
export const AGENT_PORT = 9464;

const MOUNT = "/agent";
const JAR = `${MOUNT}/opentelemetry-javaagent.jar`;

/** Option of Java that starts the agent before the server. */
export const AGENT_OPTION = `-javaagent:${JAR}`;

const VOLUME = "agent";

export const agentVolumes: Readonly<Record<string, VolumeArgs>> = {
    [VOLUME]: { kind: "scratch", sizeMiB: 64 },
};

export const agentMounts: Readonly<Record<string, string>> = { [MOUNT]: VOLUME };

/** Lays out the agent, which the image holds. */
export const agentInstaller = (image: string): InitContainerArgs => ({
    image,
    // Not the server's group 0, which its own image alone needs.
    group: 1001,
    command: ["cp", "/javaagent.jar", JAR],
    compute: { cpu: "100m", memory: "64Mi" },
    mounts: agentMounts,
});

/** Name of the pod, which the other variables may use. */
export const agentFieldEnv = { POD_NAME: "metadata.name" } as const;

const urlOf = (to: Endpoint, path: string) => `http://${hostOf(to)}:${to.port.toString()}${path}`;

/**
 * Settings of the agent. By default it tells neither headers nor bodies, but the query of a request and, of SQL that was
 * prepared, the whole text: the collector of traces keeps neither.
 */
export function agentEnv(
    { namespace, workload }: Pick<Endpoint, "namespace" | "workload">,
    { traces, logs }: TelemetryArgs,
) {
    return {
        OTEL_SERVICE_NAME: workload,
        OTEL_RESOURCE_ATTRIBUTES: [
            `service.namespace=${namespace}`,
            `k8s.namespace.name=${namespace}`,
            "k8s.pod.name=$(POD_NAME)",
        ].join(","),
        OTEL_RESOURCE_DISABLED_KEYS: "process.command_args,process.command_line",
        OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: urlOf(traces, "/v1/traces"),
        OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: urlOf(logs, "/v1/logs"),
        // The collector chooses, when it has seen the whole trace.
        OTEL_TRACES_SAMPLER: "parentbased_always_on",
        OTEL_PROPAGATORS: "tracecontext",
        OTEL_METRICS_EXPORTER: "prometheus",
        OTEL_EXPORTER_PROMETHEUS_HOST: "0.0.0.0",
        OTEL_EXPORTER_PROMETHEUS_PORT: AGENT_PORT.toString(),
        // They would bring along what a metric leaves out on purpose: queries, addresses, SQL.
        OTEL_METRICS_EXEMPLAR_FILTER: "always_off",
        OTEL_SEMCONV_STABILITY_OPT_IN: "database",
        // Threads, sessions and requests, which Tomcat tells by JMX alone.
        OTEL_JMX_METRICS_EXPERIMENTAL_INCLUDED: "tomcat.*",
    };
}

/** What the agent connects to. */
export const agentFlows = ({ traces, logs }: TelemetryArgs): readonly Connection[] => [
    { to: traces, purpose: "Envoyer les traces des requêtes" },
    { to: logs, purpose: "Envoyer les journaux d’OpenMRS" },
];
