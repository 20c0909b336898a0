export const TEMPO_PORTS = { http: 3200, otlp: 4318 } as const;

/** On its disk: what is not in the storage account yet. */
export const TEMPO_DATA = "/var/tempo";

export interface TempoConfigArgs {
    /** The storage account that the traces are kept in, and Tempo's container there. */
    readonly blobs: { readonly accountName: string; readonly container: string };

    readonly retentionDays: number;
}

/** Between its own parts, in the one process. */
const LOOPBACK = "127.0.0.1";
const GRPC_PORT = 9095;

const MIB = 1024 ** 2;

/** The one process keeps the ring of its parts itself, and nothing goes over the network. */
const RING = { kvstore: { store: "inmemory" } };

/** The configuration of Tempo 2.10, as JSON, which YAML includes. */
export function tempoConfig({ blobs, retentionDays }: TempoConfigArgs): string {
    const retention = `${(retentionDays * 24).toString()}h`;
    const config = {
        target: "all",
        // Grafana shows what was found while the search goes on.
        stream_over_http_enabled: true,
        server: {
            http_listen_port: TEMPO_PORTS.http,
            grpc_listen_address: LOOPBACK,
            grpc_listen_port: GRPC_PORT,
            log_format: "json",
            log_level: "warn",
        },
        distributor: {
            ring: RING,
            receivers: {
                otlp: { protocols: { http: { endpoint: `0.0.0.0:${TEMPO_PORTS.otlp.toString()}` } } },
            },
        },
        ingester: {
            lifecycler: { address: LOOPBACK, ring: { ...RING, replication_factor: 1 } },
            // What a lost disk would take with it.
            max_block_duration: "15m",
        },
        querier: { frontend_worker: { frontend_address: `${LOOPBACK}:${GRPC_PORT.toString()}` } },
        compactor: { compaction: { block_retention: retention } },
        storage: {
            trace: {
                backend: "azure",
                wal: { path: `${TEMPO_DATA}/wal` },
                azure: {
                    storage_account_name: blobs.accountName,
                    container_name: blobs.container,
                    use_federated_token: true,
                },
            },
        },
        overrides: {
            defaults: {
                ingestion: {
                    rate_limit_bytes: 5 * MIB,
                    burst_size_bytes: 10 * MIB,
                    max_traces_per_user: 10_000,
                },
                // A report that asks for each patient by itself stays below.
                global: { max_bytes_per_trace: 5 * MIB },
                // As far back as there is something.
                read: { max_search_duration: retention },
            },
        },
        usage_report: { reporting_enabled: false },
    };
    return `${JSON.stringify(config, null, 2)}\n`;
}
