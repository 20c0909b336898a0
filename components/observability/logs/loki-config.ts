import { hostOf } from "../../kubernetes/flows";
import { ORIGIN } from "./collector-statements";
import { OLDEST_READ_HOURS } from "./log-agent-config";
import { STREAMS, type Retention } from "./streams";

export const LOKI = "loki";
export const LOKI_PORTS = { http: 3100, grpc: 9095, memberlist: 7946 } as const;

/** On its disk: what is not in the storage account yet, and the index. */
export const LOKI_DATA = "/var/loki";

export interface LokiConfigArgs {
    readonly namespace: string;

    /** Of a storage account, and its container. */
    readonly storage: { readonly accountName: string; readonly container: string };

    /** One, or three that hold each line together. */
    readonly replicas: number;

    /** Days that a stream is kept. */
    readonly retention: Readonly<Record<Retention, number>>;
}

const hours = (days: number) => `${(days * 24).toString()}h`;

/** Seconds that a question over a year of logs may take; connections live a little longer. */
const QUERY_SECONDS = 120;

/** Bytes of an answer from one part of Loki to another: of 5,000 lines, the most that are shown at once. By default 4 MiB. */
const MESSAGE_BYTES = 64 * 1024 ** 2;

/**
 * Hours by which a line may be older than the newest of its stream: all that the agents hand over, and half a day more for
 * what waits on the disk of a collector while the other one goes on. By default an hour; what is older is refused.
 */
const LATE_HOURS = OLDEST_READ_HOURS + 12;

/** Half of this is how late a line may be. Chunks end earlier when they are full, or idle for half an hour. */
const CHUNK_HOURS = 2 * LATE_HOURS;

/** The configuration of Loki, as JSON, which YAML includes. */
export function lokiConfig({ namespace, storage, replicas, retention }: LokiConfigArgs): string {
    const longest = Math.max(...Object.values(retention));
    const connection = `${(QUERY_SECONDS + 30).toString()}s`;
    const members = hostOf({ namespace, workload: LOKI, port: LOKI_PORTS.memberlist });
    const config = {
        target: "all",
        // One tenant: who may read is decided in front of it.
        auth_enabled: false,
        server: {
            http_listen_port: LOKI_PORTS.http,
            grpc_listen_port: LOKI_PORTS.grpc,
            http_server_read_timeout: connection,
            http_server_write_timeout: connection,
            grpc_server_max_recv_msg_size: MESSAGE_BYTES,
            grpc_server_max_send_msg_size: MESSAGE_BYTES,
            log_format: "json",
            log_level: "warn",
        },
        common: {
            path_prefix: LOKI_DATA,
            replication_factor: replicas,
            instance_addr: "${POD_IP}",
            ring: { kvstore: { store: "memberlist" } },
        },
        memberlist: {
            bind_port: LOKI_PORTS.memberlist,
            advertise_addr: "${POD_IP}",
            advertise_port: LOKI_PORTS.memberlist,
            cluster_label: `${LOKI}.${namespace}`,
            abort_if_cluster_join_fails: false,
            join_members: [`dns+${members}:${LOKI_PORTS.memberlist.toString()}`],
            // The service names those alone that are ready: who starts first finds nobody.
            rejoin_interval: "30s",
        },
        schema_config: {
            configs: [
                {
                    from: "2026-01-01",
                    store: "tsdb",
                    object_store: "azure",
                    schema: "v13",
                    index: { prefix: "index_", period: "24h" },
                },
            ],
        },
        storage_config: {
            use_thanos_objstore: true,
            object_store: {
                azure: {
                    // Neither key nor identity: without them it takes the one of its account in the cluster.
                    account_name: storage.accountName,
                    container_name: storage.container,
                    endpoint_suffix: "blob.core.windows.net",
                },
            },
            tsdb_shipper: {
                active_index_directory: `${LOKI_DATA}/tsdb-index`,
                cache_location: `${LOKI_DATA}/tsdb-cache`,
            },
        },
        ingester: {
            // Below the least memory of a stack, half of which the rest of Loki takes.
            wal: { enabled: true, dir: `${LOKI_DATA}/wal`, replay_memory_ceiling: "512MB" },
            max_chunk_age: `${CHUNK_HOURS.toString()}h`,
            // Else a replica that starts while another is gone is never ready, and nobody finds it.
            lifecycler: { readiness_check_ring_health: false },
        },
        // What no chunk in the storage account has yet is asked of the replicas.
        querier: { query_ingesters_within: `${(CHUNK_HOURS + 1).toString()}h` },
        compactor: {
            working_directory: `${LOKI_DATA}/compactor`,
            retention_enabled: true,
            delete_request_store: "azure",
            retention_delete_delay: "2h",
        },
        limits_config: {
            // Of lines that no stream names.
            retention_period: hours(longest),
            retention_stream: Object.entries(STREAMS).map(([stream, traits], priority) => ({
                selector: `{stream="${stream}"}`,
                priority: priority + 1,
                period: hours(retention[traits.retention]),
            })),
            // Nobody deletes lines, be it by Loki's own interface.
            deletion_mode: "disabled",
            // A question over all that is kept, and a day; in parts of a day, or a year would be thousands.
            max_query_length: hours(longest + 1),
            split_queries_by_interval: "24h",
            query_timeout: `${QUERY_SECONDS.toString()}s`,
            max_line_size: "256KB",
            max_line_size_truncate: true,
            max_global_streams_per_user: 5000,
            ingestion_rate_mb: 16,
            ingestion_burst_size_mb: 32,
            per_stream_rate_limit: "8MB",
            per_stream_rate_limit_burst: "16MB",
            allow_structured_metadata: true,
            // Longer than any outage that the collector's queue outlasts.
            reject_old_samples: true,
            reject_old_samples_max_age: hours(7),
            discover_service_name: [],
            volume_enabled: true,
            otlp_config: {
                resource_attributes: {
                    ignore_defaults: true,
                    attributes_config: [{ action: "index_label", attributes: [...ORIGIN, "stream"] }],
                },
            },
        },
        analytics: { reporting_enabled: false },
    };
    return `${JSON.stringify(config, null, 2)}\n`;
}
