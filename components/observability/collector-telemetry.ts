/** User and group of the image of the OpenTelemetry collector. */
export const COLLECTOR_USER = { uid: 10_001, gid: 10_001, fsGroup: 10_001 };

/** Ports of a collector: what it takes in, what it says of itself, what it derives, and whether it is well. */
export const COLLECTOR_PORTS = { otlp: 4318, telemetry: 8888, metrics: 8889, health: 13_133 } as const;

export const anyAddress = (port: number) => `0.0.0.0:${port.toString()}`;

/** What a collector says of itself: its log as JSON, and metrics under the names that Prometheus' own conventions give them. */
export const OWN_TELEMETRY = {
    logs: { level: "warn", encoding: "json" },
    metrics: {
        level: "normal",
        readers: [
            {
                pull: {
                    exporter: {
                        prometheus: {
                            host: "0.0.0.0",
                            port: COLLECTOR_PORTS.telemetry,
                            without_type_suffix: false,
                            without_units: false,
                            without_scope_info: true,
                        },
                    },
                },
            },
        ],
    },
};
