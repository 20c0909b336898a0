import { type Endpoint, hostOf } from "../../kubernetes/flows";
import { anyAddress, COLLECTOR_PORTS, OWN_TELEMETRY } from "../collector-telemetry";
import {
    CANARY_RESULT,
    canaryStatements,
    COUNTER_STATEMENTS,
    ORIGIN,
    originStatements,
    redactionCounter,
    USER,
} from "./collector-statements";
import { quoted } from "./ottl";
import { redactionStatements, REPLACEMENTS, userNameStatements } from "./redaction";
import { FROM_BACKEND, LOGIN_FAILURE, type Stream, STREAMS } from "./streams";

/** On its disk: what is not sent yet. */
export const QUEUE = "/var/lib/otelcol";

export interface LogCollectorConfigArgs {
    /** Name of the cluster, a label of every line. */
    readonly cluster: string;

    readonly loki: Endpoint;

    /** Where the audit logs go as well: the write-once account, and its container. */
    readonly archive: { readonly host: string; readonly container: string };

    /** Size of the disk. */
    readonly storageGiB: number;
}

const GIB = 1024 ** 3;

/** Loki's queue may take this share of the disk, and the archive's the same. */
const QUEUE_SHARE = 0.4;

/** Retries never end, since what is given up is lost: the queue's size is the limit, and alerts come long before. */
const PATIENT = { enabled: true, initial_interval: "1s", max_interval: "30s", max_elapsed_time: "0s" };

const logAttribute = (name: string) => `log.attributes[${quoted(name)}]`;
const isOf = (stream: Stream) => `resource.attributes["stream"] == ${quoted(stream)}`;
const labels = (keys: readonly string[]) => keys.map((key) => ({ key }));

/** The condition as it is asked once a line's origin is its resource's. */
const grouped = (condition: string) =>
    ORIGIN.reduce(
        (text, name) => text.replaceAll(logAttribute(name), `resource.attributes[${quoted(name)}]`),
        condition,
    );

/** The counters of log-metrics, each without the "_total" that the exporter adds. */
function counters() {
    const at = ["namespace", "workload"];
    const says = (pattern: string) => `IsMatch(log.body, ${quoted(pattern)})`;
    return {
        log_lines: {
            description: "Lines kept",
            attributes: labels(["stream", ...at, "container"]),
        },
        ...Object.fromEntries(
            Object.entries(REPLACEMENTS).map(([kind, replacement]) => [
                redactionCounter(kind),
                {
                    description: "Lines in which identifiers of the kind were masked",
                    conditions: [says(replacement.replace(/[[\]]/g, "\\$&"))],
                    attributes: labels(at),
                },
            ]),
        ),
        openmrs_login_failures: {
            description: "Sign-ins to OpenMRS that were refused",
            conditions: [grouped(LOGIN_FAILURE)],
        },
        openmrs_privilege_errors: {
            description: "Requests to OpenMRS that the user's rights do not allow",
            conditions: [
                grouped(`${FROM_BACKEND} and ${says("Privileges? required|APIAuthenticationException")}`),
            ],
        },
        database_access_denied: {
            description: "Connections and statements that the database refused",
            conditions: [
                // The last field of MariaDB's audit log is the error: of connections, then of rights.
                `${isOf("audit")} and ${says(",FAILED_CONNECT,|,(?:1044|1045|1142|1143|1227|1370)$")}`,
            ],
            attributes: labels(at),
        },
    };
}

/** The exporters of the logs, each with a queue on the disk. */
function exporters({ loki, archive, storageGiB }: LogCollectorConfigArgs) {
    const queue = (batch: object) => ({
        storage: "file_storage",
        sizer: "bytes",
        queue_size: Math.floor(storageGiB * QUEUE_SHARE * GIB),
        // Full, it refuses, and the agents wait.
        block_on_overflow: false,
        batch: { sizer: "bytes", ...batch },
    });
    return {
        "otlp_http/loki": {
            endpoint: `http://${hostOf(loki)}:${loki.port.toString()}/otlp`,
            compression: "gzip",
            timeout: "30s",
            retry_on_failure: PATIENT,
            sending_queue: queue({ flush_timeout: "1s", min_size: 262_144, max_size: 2_097_152 }),
        },
        "azure_blob/archive": {
            url: `https://${archive.host}/`,
            container: { logs: archive.container },
            auth: {
                type: "workload_identity",
                tenant_id: "${env:AZURE_TENANT_ID}",
                client_id: "${env:AZURE_CLIENT_ID}",
                federated_token_file: "${env:AZURE_FEDERATED_TOKEN_FILE}",
            },
            blob_name_format: {
                logs_format: "2006/01/02/15/audit_04_05.json",
                timezone: "UTC",
                // Nothing is overwritten: the identity may add blobs alone, and two collectors write.
                serial_num_enabled: true,
                serial_num_range: 1_000_000_000,
                serial_num_before_extension: true,
            },
            format: "json",
            compression: "gzip",
            timeout: "60s",
            retry_on_failure: PATIENT,
            // Of less than a mebibyte, a blob is written in one call, the only one that the identity may make.
            sending_queue: queue({ flush_timeout: "30s", min_size: 262_144, max_size: 524_288 }),
        },
        prometheus: {
            endpoint: anyAddress(COLLECTOR_PORTS.metrics),
            without_scope_info: true,
            // By default a counter is forgotten after five minutes, and begins anew with the next event.
            metric_expiration: "8760h",
        },
    };
}

const transform = (
    ...groups: readonly { statements: readonly string[]; conditions?: readonly string[] }[]
) => ({
    // A line whose treatment fails goes nowhere: its sender is refused, and keeps it.
    error_mode: "propagate",
    log_statements: groups.map((group) => ({ context: "log", ...group })),
});

const filter = (dropped: string) => ({ error_mode: "propagate", log_conditions: [dropped] });

/** The configuration of the collector of logs, as JSON, which YAML includes. */
export function logCollectorConfig(args: LogCollectorConfigArgs): string {
    const archived = Object.entries(STREAMS).flatMap(([stream, traits]) => (traits.archived ? [stream] : []));
    const config = {
        extensions: {
            health_check: { endpoint: anyAddress(COLLECTOR_PORTS.health) },
            file_storage: { directory: QUEUE, fsync: true },
        },
        receivers: {
            otlp: { protocols: { http: { endpoint: anyAddress(COLLECTOR_PORTS.otlp) } } },
        },
        processors: {
            memory_limiter: { check_interval: "1s", limit_percentage: 75, spike_limit_percentage: 20 },
            "transform/origin": transform({ statements: originStatements(args.cluster) }),
            "transform/redaction": transform(
                { statements: [...redactionStatements("log.body"), ...canaryStatements()] },
                { conditions: [`${USER} != nil`], statements: userNameStatements(USER) },
            ),
            // Of what describes the process nothing is needed, and its command line may hold secrets.
            "transform/resource": {
                error_mode: "propagate",
                log_statements: ["resource", "scope"].map((context) => ({
                    context,
                    statements: [`keep_keys(${context}.attributes, [])`],
                })),
            },
            groupbyattrs: { keys: [...ORIGIN, "stream"] },
            "filter/canaries": filter(`${logAttribute(CANARY_RESULT)} == nil`),
            "filter/lines": filter(`${logAttribute(CANARY_RESULT)} != nil`),
            "filter/archived": filter(
                `not (${archived.map((stream) => isOf(stream as Stream)).join(" or ")})`,
            ),
            "transform/counters": { error_mode: "propagate", metric_statements: COUNTER_STATEMENTS },
            // One writer at a time: the exporter adds up without a lock.
            batch: { timeout: "1s" },
        },
        connectors: {
            "forward/canaries": {},
            "forward/lines": {},
            "forward/archived": {},
            "count/canaries": {
                logs: {
                    log_canaries: {
                        description: "Made-up identifiers that came through, by what became of them",
                        attributes: labels([CANARY_RESULT]),
                    },
                },
            },
            "count/lines": { logs: counters() },
        },
        exporters: exporters(args),
        service: {
            extensions: ["health_check", "file_storage"],
            telemetry: OWN_TELEMETRY,
            pipelines: {
                logs: {
                    receivers: ["otlp"],
                    processors: [
                        "memory_limiter",
                        "transform/origin",
                        "transform/redaction",
                        "transform/resource",
                        "groupbyattrs",
                    ],
                    exporters: ["forward/canaries", "forward/lines"],
                },
                "logs/canaries": {
                    receivers: ["forward/canaries"],
                    processors: ["filter/canaries"],
                    exporters: ["count/canaries"],
                },
                "logs/lines": {
                    receivers: ["forward/lines"],
                    processors: ["filter/lines"],
                    exporters: ["count/lines", "otlp_http/loki", "forward/archived"],
                },
                "logs/archived": {
                    receivers: ["forward/archived"],
                    processors: ["filter/archived"],
                    exporters: ["azure_blob/archive"],
                },
                "metrics/counters": {
                    receivers: ["count/canaries", "count/lines"],
                    processors: ["transform/counters", "batch"],
                    exporters: ["prometheus"],
                },
            },
        },
    };
    return `${JSON.stringify(config, null, 2)}\n`;
}
