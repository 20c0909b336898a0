import type { Series } from "../../promtool";
import { type AlertCase, always, changing, type Labels, program, target } from "../case";

const up = (labels: Labels, value: number) => target({})("up", labels, always(value));

const VITAL = [
    "alertmanager",
    "blackbox-exporter",
    "kube-state-metrics",
    "log-collector",
    "log-metrics",
    "loki",
];
const HELPFUL = ["grafana", "span-metrics", "tempo", "trace-collector"];

/** A target of each job, which need not answer. */
const all = (jobs: readonly string[]): Series =>
    Object.assign({}, ...jobs.map((job) => up({ job, instance: "10.0.1.9:80" }, 0))) as Series;

const missing = (alert: string, jobs: readonly string[], others: readonly string[]): AlertCase => ({
    alert,
    fires: [
        { series: all(others), labels: jobs.map((job) => ({ job })) },
        ...jobs.map((job) => ({
            series: all(jobs.filter((one) => one !== job)),
            labels: { job },
        })),
    ],
    silent: [{ series: all(jobs) }],
});

const LOKI = {
    job: "loki",
    instance: "10.0.1.9:3100",
    namespace: "observability",
    workload: "loki",
};
const CADVISOR = { job: "cadvisor", instance: "aks-general-1", node: "aks-general-1" };

const ksm = program("kube-state-metrics", 8081);

const ksmErrors = (alert: string, verb: string): AlertCase => {
    const name = `kube_state_metrics_${verb}_total`;
    const counted = (errors: number, job = "kube-state-metrics"): Series => ({
        ...ksm(name, { job, resource: "*v1.Pod", result: "error" }, changing(0, errors)),
        ...ksm(name, { job, resource: "*v1.Pod", result: "success" }, changing(0, 100 - errors)),
    });
    return {
        alert,
        fires: [{ series: counted(6), from: "1m", labels: { resource: "*v1.Pod" } }],
        silent: [{ series: { ...counted(4.5), ...counted(50, "autre") } }, { series: counted(50, "autre") }],
    };
};

export const targetCases: readonly AlertCase[] = [
    {
        alert: "TargetDown",
        fires: [
            {
                series: { ...up(LOKI, 0), ...up(CADVISOR, 0) },
                labels: [LOKI, CADVISOR],
            },
        ],
        silent: [
            { series: { ...up(LOKI, 1), ...up(CADVISOR, 1) } },
            {
                series: Object.assign(
                    {},
                    ...["kubelet", "log-agent", "node-exporter"].map((job) =>
                        up({ job, instance: "aks-general-1" }, 0),
                    ),
                ) as Series,
            },
        ],
    },
    missing("MonitoringJobMissing", VITAL, HELPFUL),
    missing("ToolJobMissing", HELPFUL, VITAL),
    ksmErrors("KubeStateMetricsListErrors", "list"),
    ksmErrors("KubeStateMetricsWatchErrors", "watch"),
];
