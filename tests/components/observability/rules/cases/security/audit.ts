import { type AlertCase, always, changing, type Labels, program, series } from "../case";

const lines = (labels: Labels, values: string) =>
    program("log-metrics", 8889)("log_lines_total", labels, values);
const collector = program("log-collector", 8888);
const ARCHIVE = { exporter: "azure_blob/archive" };

/** Counted by another program, or of another stream. */
const elsewhere = (stream: string, other: string) => ({
    ...lines({ stream, job: "autre" }, changing(0, 60)),
    ...lines({ stream: other, workload: "openmrs-gateway" }, changing(0, 60)),
});

const probe = (value: number, over: Labels = {}) =>
    series("probe_success", { job: "blackbox", probe: "grafana", ...over }, always(value));

const requests = (perMinute: number, over: Labels = {}) =>
    program("openmrs-gateway", 9113)("nginx_http_requests_total", over, changing(0, perMinute));

const waiting = (values: number | string, over: Labels = {}) =>
    collector(
        "otelcol_exporter_queue_size",
        { data_type: "logs", ...ARCHIVE, ...over },
        typeof values === "number" ? always(values) : values,
    );
const OTHER = { instance: "10.0.2.9:8888" };
const toArchive = (values: string, over: Labels = {}) =>
    collector(
        "otelcol_processor_outgoing_items_total",
        { otel_signal: "logs", processor: "filter/archived", ...over },
        values,
    );
const sent = (labels: Labels, values: string) =>
    collector("otelcol_exporter_sent_log_records_total", labels, values);

const up = (value: number, over: Labels = {}) => program("mariadb", 9104)("mysql_up", over, always(value));
const audited = (over: Labels = {}) => ({ stream: "audit", workload: "mariadb", ...over });

export const auditCases: readonly AlertCase[] = [
    {
        alert: "AuditLogGap",
        fires: [
            {
                series: {
                    ...probe(1),
                    ...lines({ stream: "audit", workload: "grafana" }, always(9)),
                    ...elsewhere("audit", "access"),
                },
                labels: {},
            },
        ],
        silent: [
            { series: { ...probe(1), ...lines({ stream: "audit" }, changing(0, 2)) } },
            { series: { ...probe(0), ...probe(1, { probe: "home" }), ...probe(1, { job: "autre" }) } },
        ],
    },
    {
        alert: "AccessLogGap",
        fires: [
            {
                series: {
                    ...requests(13),
                    ...lines({ stream: "access" }, always(9)),
                    ...elsewhere("access", "audit"),
                },
                from: "14m",
                labels: {},
            },
        ],
        silent: [
            { series: { ...requests(13), ...lines({ stream: "access" }, changing(0, 2)) } },
            { series: { ...requests(11), ...requests(60, { job: "autre" }) } },
        ],
    },
    {
        alert: "ArchiveWriteFailing",
        fires: [
            { series: waiting(4_300_000), from: "0m", labels: { instance: "10.0.1.9:8888" } },
            // It was empty a while ago.
            { series: waiting("0x20 4300000x100"), from: "35m", labels: { instance: "10.0.1.9:8888" } },
        ],
        silent: [
            { series: waiting(4_100_000) },
            // It fills, and is emptied.
            { series: waiting("9000000x14 9000000x9 0 9000000x14") },
            {
                series: {
                    ...waiting(9_000_000, { exporter: "otlp_http/loki" }),
                    ...waiting(9_000_000, { job: "autre" }),
                },
            },
        ],
    },
    {
        alert: "ArchiveSilent",
        fires: [
            {
                series: {
                    ...toArchive(changing(0, 2)),
                    ...sent(ARCHIVE, always(9)),
                    ...sent({ exporter: "otlp_http/loki" }, changing(0, 60)),
                    ...sent({ ...ARCHIVE, job: "autre" }, changing(0, 60)),
                    // The other collector's go in.
                    ...toArchive(changing(0, 2), OTHER),
                    ...sent({ ...ARCHIVE, ...OTHER }, changing(0, 2)),
                },
                from: "1m",
                labels: { instance: "10.0.1.9:8888" },
            },
            // It never worked.
            { series: toArchive(changing(0, 2)), from: "1m", labels: { instance: "10.0.1.9:8888" } },
        ],
        silent: [
            { series: { ...toArchive(changing(0, 2)), ...sent(ARCHIVE, changing(0, 2)) } },
            {
                series: {
                    ...toArchive(always(9)),
                    ...toArchive(changing(0, 60), { processor: "filter/lines" }),
                    ...toArchive(changing(0, 60), { job: "autre" }),
                },
            },
        ],
    },
    {
        alert: "DatabaseAuditSilent",
        fires: [
            {
                series: {
                    ...up(1),
                    ...lines(audited(), always(9)),
                    ...lines(audited({ stream: "application" }), changing(0, 60)),
                    ...lines(audited({ workload: "grafana" }), changing(0, 60)),
                    ...lines(audited({ job: "autre" }), changing(0, 60)),
                },
                labels: {},
            },
        ],
        silent: [
            { series: { ...up(1), ...lines(audited(), changing(0, 2)) } },
            { series: { ...up(0), ...up(1, { job: "autre" }) } },
        ],
    },
];
