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

const failed = (labels: Labels, values: string) =>
    collector("otelcol_exporter_send_failed_log_records_total", labels, values);
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
        fires: [{ series: failed(ARCHIVE, changing(0, 1)), from: "1m", labels: {} }],
        silent: [
            {
                series: {
                    ...failed(ARCHIVE, always(5)),
                    ...failed({ exporter: "otlp_http/loki" }, changing(0, 1)),
                    ...failed({ ...ARCHIVE, job: "autre" }, changing(0, 1)),
                },
            },
        ],
    },
    {
        alert: "ArchiveSilent",
        fires: [
            {
                series: {
                    ...lines({ stream: "audit" }, changing(0, 2)),
                    ...sent(ARCHIVE, always(9)),
                    ...sent({ exporter: "otlp_http/loki" }, changing(0, 60)),
                    ...sent({ ...ARCHIVE, job: "autre" }, changing(0, 60)),
                },
                from: "1m",
                labels: {},
            },
        ],
        silent: [
            { series: { ...lines({ stream: "audit" }, changing(0, 2)), ...sent(ARCHIVE, changing(0, 2)) } },
            { series: { ...lines({ stream: "audit" }, always(9)), ...elsewhere("audit", "access") } },
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
