import type { Series } from "../../promtool";
import { type AlertCase, always, changing, type Labels, program } from "../case";
import { failed } from "./counter";

const alertmanager = program("alertmanager", 9093);

const REPLICAS = ["10.0.1.9:9093", "10.0.2.9:9093", "10.0.3.9:9093"] as const;

/** A series of each replica. */
const each = (name: string, values: readonly number[], over: Labels = {}): Series =>
    Object.assign(
        {},
        ...values.map((value, index) =>
            alertmanager(name, { instance: REPLICAS[index] ?? "", ...over }, always(value)),
        ),
    ) as Series;

/** Messages of which so many of a hundred do not arrive, counted by each replica. */
const notified = (integration: string, hundredths: number, job = "alertmanager"): Series => ({
    ...alertmanager(
        "alertmanager_notifications_failed_total",
        { job, integration, reason: "clientError" },
        changing(0, hundredths),
    ),
    ...alertmanager("alertmanager_notifications_total", { job, integration }, changing(0, 100)),
});

/** @param most how many of a hundred may go astray. */
const failing = (
    alert: string,
    integrations: readonly [string, ...string[]],
    other: string,
    most: number,
): AlertCase => ({
    alert,
    fires: [
        {
            series: Object.assign({}, ...integrations.map((one) => notified(one, most + 1))) as Series,
            from: "1m",
            labels: integrations.map((integration) => ({ integration })),
        },
    ],
    silent: [
        { series: { ...notified(integrations[0], most - 1), ...notified(other, 90) } },
        { series: notified(integrations[0], 90, "autre") },
    ],
});

export const alertmanagerCases: readonly AlertCase[] = [
    failed(
        "AlertmanagerReloadFailed",
        (labels, values) => alertmanager("alertmanager_config_last_reload_successful", labels, values),
        {},
        { instance: REPLICAS[0] },
    ),
    {
        alert: "AlertmanagerReplicaMissing",
        fires: [
            { series: each("up", [1, 1, 0]), labels: {} },
            { series: each("up", [1, 1]), labels: {} },
        ],
        silent: [{ series: { ...each("up", [1, 1, 1]), ...each("up", [1], { job: "autre" }) } }],
    },
    {
        alert: "AlertmanagerMembersInconsistent",
        fires: [
            {
                series: each("alertmanager_cluster_members", [3, 3, 2]),
                labels: { instance: REPLICAS[2] },
            },
        ],
        silent: [
            {
                series: {
                    ...each("alertmanager_cluster_members", [3, 3, 3]),
                    ...each("alertmanager_cluster_members", [1], { job: "autre" }),
                },
            },
        ],
    },
    {
        alert: "AlertmanagerConfigInconsistent",
        fires: [{ series: each("alertmanager_config_hash", [2.5e13, 2.5e13, 2.6e13]), labels: {} }],
        silent: [
            {
                series: {
                    ...each("alertmanager_config_hash", [2.5e13, 2.5e13, 2.5e13]),
                    ...each("alertmanager_config_hash", [2.6e13], { job: "autre" }),
                },
            },
        ],
    },
    failing("AlertmanagerCallsFailing", ["pagerduty", "webhook"], "slack", 50),
    failing("AlertmanagerMessagesFailing", ["slack"], "pagerduty", 10),
];
