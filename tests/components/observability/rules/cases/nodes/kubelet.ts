import type { Duration } from "../../../../../../components/observability/rules/rule";
import { type AlertCase, always, changing, kubelet, ksm, type Labels } from "../case";

const own = { node: "aks-general-1" };

const pods = (running: number, allowed = 100, resource = "pods") => ({
    ...kubelet("kubelet_running_pods", {}, always(running)),
    ...ksm("kube_node_status_allocatable", { ...own, resource }, always(allowed)),
});

/** A histogram of which so many of a hundred are slower than a bound. */
const slowerThan = (metric: string, bound: string, slow: number) => ({
    ...kubelet(`${metric}_bucket`, { le: bound }, changing(0, 100 - slow)),
    ...kubelet(`${metric}_bucket`, { le: "600.0" }, changing(0, 100)),
    ...kubelet(`${metric}_bucket`, { le: "+Inf" }, changing(0, 100)),
});

/** How long all take. */
const allWithin = (metric: string, from: string, to: string) => ({
    ...kubelet(`${metric}_bucket`, { le: from }, changing(0, 0)),
    ...kubelet(`${metric}_bucket`, { le: to }, changing(0, 100)),
    ...kubelet(`${metric}_bucket`, { le: "+Inf" }, changing(0, 100)),
});

const operations = (failed: number, operation = "start_container") => ({
    ...kubelet("kubelet_runtime_operations_errors_total", { operation_type: operation }, changing(0, failed)),
    ...kubelet("kubelet_runtime_operations_total", { operation_type: operation }, changing(0, 100)),
});

const expiring = (alert: string, side: string, days: number): AlertCase => {
    const left = (share: number) =>
        kubelet(
            `kubelet_certificate_manager_${side}_ttl_seconds`,
            {},
            always(Math.round(days * 86_400 * share)),
        );
    return {
        alert,
        fires: [{ series: left(0.95), labels: own }],
        silent: [{ series: left(1.05) }],
    };
};

const rising = (alert: string, metric: string, labels: Labels = {}, from: Duration = "1m"): AlertCase => ({
    alert,
    fires: [{ series: kubelet(metric, labels, changing(0, 1)), from, labels: { ...own, ...labels } }],
    silent: [{ series: kubelet(metric, labels, always(3)) }],
});

export const kubeletCases: readonly AlertCase[] = [
    {
        alert: "KubeletDown",
        fires: [{ series: kubelet("up", {}, always(0)), labels: own }],
        silent: [{ series: kubelet("up", {}, always(1)) }],
    },
    {
        alert: "KubeletTooManyPods",
        fires: [{ series: pods(96), labels: own }],
        silent: [{ series: pods(94) }, { series: pods(96, 100, "cpu") }, { series: pods(96, 0) }],
    },
    {
        alert: "KubeletRelistSlow",
        fires: [
            {
                series: allWithin("kubelet_pleg_relist_duration_seconds", "5.0", "5.1"),
                from: "1m",
                labels: own,
            },
            { series: slowerThan("kubelet_pleg_relist_duration_seconds", "5.0", 2), from: "1m", labels: own },
        ],
        silent: [
            { series: allWithin("kubelet_pleg_relist_duration_seconds", "4.5", "4.9") },
            { series: slowerThan("kubelet_pleg_relist_duration_seconds", "4.5", 0.9) },
        ],
    },
    {
        alert: "KubeletPodStartSlow",
        fires: [
            {
                series: allWithin("kubelet_pod_worker_duration_seconds", "60.0", "61.0"),
                from: "1m",
                labels: own,
            },
            { series: slowerThan("kubelet_pod_worker_duration_seconds", "60.0", 2), from: "1m", labels: own },
        ],
        silent: [
            { series: allWithin("kubelet_pod_worker_duration_seconds", "50.0", "59.0") },
            { series: slowerThan("kubelet_pod_worker_duration_seconds", "55.0", 0.9) },
        ],
    },
    {
        alert: "KubeletRuntimeErrors",
        fires: ["create_container", "start_container", "run_podsandbox", "stop_podsandbox"].map(
            (operation) => ({
                series: operations(11, operation),
                from: "1m",
                labels: { ...own, operation_type: operation },
            }),
        ),
        silent: [{ series: operations(9) }, { series: operations(50, "pull_image") }],
    },
    rising("KubeletEvictingPods", "kubelet_evictions", { eviction_signal: "memory.available" }),
    expiring("KubeletClientCertificateExpiringSoon", "client", 7),
    expiring("KubeletServerCertificateExpiringSoon", "server", 7),
];
