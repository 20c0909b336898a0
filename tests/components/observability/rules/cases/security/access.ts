import type { Series } from "../../promtool";
import { type AlertCase, always, changing, ksm, program } from "../case";

const derived = program("log-metrics", 8889);

/** In a quarter of an hour a little more, or a little less. */
const burst = (alert: string, metric: string, most: number): AlertCase => {
    const counted = (count: number, job = "log-metrics") => derived(metric, { job }, changing(0, count / 15));
    return {
        alert,
        fires: [
            // On top of what was counted before.
            {
                series: derived(metric, {}, `900x20 900+${((most * 1.02) / 15).toString()}x100`),
                from: "35m",
                labels: {},
            },
            // The first that the counter says, at once.
            { series: derived(metric, {}, `_x20 ${(most * 1.02).toString()}x100`), from: "20m", labels: {} },
        ],
        silent: [{ series: counted(most * 0.95) }, { series: counted(most * 2, "autre") }],
    };
};

const OWN = { namespace: "openmrs", pod: "openmrs-backend-0", container: "backend" };
const waiting = (reason: string, over = {}): Series =>
    ksm("kube_pod_container_status_waiting_reason", { ...OWN, uid: "1", reason, ...over }, always(1));

const created = (namespace: string, over = {}): Series =>
    ksm("kube_namespace_created", { namespace, ...over }, always(1.7e9));

const pod = (namespace: string, host_network: string, over = {}): Series =>
    ksm("kube_pod_info", { namespace, pod: "p", node: "n", host_network, ...over }, always(1));

export const accessCases: readonly AlertCase[] = [
    burst("LoginFailuresBurst", "openmrs_login_failures_total", 20),
    burst("LoginFailuresFlood", "openmrs_login_failures_total", 200),
    burst("PrivilegeErrorsBurst", "openmrs_privilege_errors_total", 50),
    {
        alert: "ImagePullFailing",
        fires: (["ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull"] as const).map(
            (reason) => ({ series: waiting(reason), labels: OWN }),
        ),
        silent: [
            { series: { ...waiting("CrashLoopBackOff"), ...waiting("ErrImagePull", { job: "autre" }) } },
        ],
    },
    {
        alert: "UnexpectedNamespace",
        fires: [{ series: created("essai"), labels: { namespace: "essai" } }],
        silent: [
            {
                series: Object.assign(
                    created("essai", { job: "autre" }),
                    ...[
                        "openmrs",
                        "database",
                        "observability",
                        "node-exporter",
                        "default",
                        "kube-system",
                        "aks-istio-system",
                        "gatekeeper-system",
                        "dataprotection-microsoft",
                    ].map((namespace) => created(namespace)),
                ) as Series,
            },
        ],
    },
    {
        alert: "PodOnNodeNetwork",
        fires: [{ series: pod("observability", "true"), labels: { namespace: "observability", pod: "p" } }],
        silent: [
            {
                series: {
                    ...pod("observability", "false"),
                    ...pod("kube-system", "true"),
                    ...pod("aks-istio-system", "true"),
                    ...pod("observability", "true", { job: "autre" }),
                },
            },
        ],
    },
];
