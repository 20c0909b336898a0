import { type AlertCase, always, changing, program } from "../case";
import { failed, growing, type Make, share } from "./counter";

const prometheus = program("prometheus", 9090);
const metric =
    (name: string): Make =>
    (labels, values) =>
        prometheus(name, labels, values);

const INSTANCE = { instance: "10.0.1.9:9090" };
const OTHER = { instance: "10.0.2.9:9090" };
const up = metric("up");

const errors = metric("prometheus_notifications_errors_total");
const sent = metric("prometheus_notifications_sent_total");
const taken = metric("prometheus_tsdb_head_samples_appended_total");
const discovered = metric("prometheus_notifications_alertmanagers_discovered");

export const prometheusCases: readonly AlertCase[] = [
    {
        alert: "Watchdog",
        // Of one replica that the other one does not reach, too.
        fires: [{ series: { ...up(INSTANCE, always(1)), ...up(OTHER, always(0)) }, labels: {} }],
        // When nothing is read any more.
        silent: [
            { series: { ...up(INSTANCE, always(0)), ...up({ job: "autre" }, always(1)) } },
            { series: up({ job: "autre" }, always(1)) },
        ],
    },
    failed("PrometheusReloadFailed", metric("prometheus_config_last_reload_successful"), {}, INSTANCE),
    growing(
        "PrometheusRuleFailures",
        metric("prometheus_rule_evaluation_failures_total"),
        { rule_group: "openmrs" },
        { ...INSTANCE, rule_group: "openmrs" },
    ),
    growing(
        "PrometheusRuleEvaluationsMissed",
        metric("prometheus_rule_group_iterations_missed_total"),
        { rule_group: "openmrs" },
        { ...INSTANCE, rule_group: "openmrs" },
    ),
    {
        alert: "PrometheusNotificationErrors",
        fires: [
            {
                series: {
                    ...share(errors, sent, { alertmanager: "http://10.0.3.1:9093/api/v2/alerts" }, 6),
                    ...errors({ ...OTHER, job: "autre" }, changing(0, 50)),
                    ...sent({ ...OTHER, job: "autre" }, changing(0, 100)),
                },
                from: "1m",
                labels: INSTANCE,
            },
        ],
        silent: [
            { series: share(errors, sent, {}, 4.5) },
            { series: share(errors, sent, { job: "autre" }, 50) },
        ],
    },
    growing(
        "PrometheusNotificationsDropped",
        metric("prometheus_notifications_dropped_total"),
        { alertmanager: "http://10.0.3.1:9093/api/v2/alerts" },
        INSTANCE,
    ),
    {
        alert: "PrometheusWithoutAlertmanager",
        fires: [{ series: discovered({}, always(0)), labels: INSTANCE }],
        silent: [{ series: { ...discovered({}, always(1)), ...discovered({ job: "autre" }, always(0)) } }],
    },
    {
        alert: "PrometheusReplicaMissing",
        fires: [
            { series: { ...up(INSTANCE, always(1)), ...up(OTHER, always(0)) }, labels: {} },
            { series: up(INSTANCE, always(1)), labels: {} },
        ],
        silent: [
            {
                series: {
                    ...up(INSTANCE, always(1)),
                    ...up(OTHER, always(1)),
                    ...up({ job: "autre" }, always(1)),
                },
            },
        ],
    },
    {
        alert: "PrometheusReplicasDisagree",
        fires: [
            {
                series: { ...taken(INSTANCE, changing(0, 790)), ...taken(OTHER, changing(0, 1000)) },
                from: "1m",
                labels: {},
            },
        ],
        silent: [
            {
                series: {
                    ...taken({ ...INSTANCE, type: "float" }, changing(0, 810)),
                    ...taken({ ...OTHER, type: "float" }, changing(0, 1000)),
                    ...taken({ job: "autre" }, changing(0, 1)),
                    ...taken({ job: "autre", ...OTHER }, changing(0, 9000)),
                },
            },
            // What each takes in is summed up before it is compared.
            {
                series: {
                    ...taken({ ...INSTANCE, type: "float" }, changing(0, 1000)),
                    ...taken({ ...INSTANCE, type: "histogram" }, changing(0, 10)),
                    ...taken({ ...OTHER, type: "float" }, changing(0, 1000)),
                    ...taken({ ...OTHER, type: "histogram" }, changing(0, 10)),
                },
            },
        ],
    },
    growing("PrometheusCompactionsFailing", metric("prometheus_tsdb_compactions_failed_total"), {}, INSTANCE),
    growing(
        "PrometheusTargetSyncFailing",
        metric("prometheus_target_sync_failed_total"),
        { scrape_job: "loki" },
        { ...INSTANCE, scrape_job: "loki" },
    ),
    growing(
        "PrometheusSampleLimitHit",
        metric("prometheus_target_scrapes_exceeded_sample_limit_total"),
        {},
        INSTANCE,
    ),
    growing("PrometheusRetentionShortened", metric("prometheus_tsdb_size_retentions_total"), {}, INSTANCE),
];
