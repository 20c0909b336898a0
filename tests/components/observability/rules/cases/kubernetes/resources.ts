import { type AlertCase, always, cadvisor, changing, ksm } from "../case";

const container = { namespace: "openmrs", pod: "openmrs-backend-0", container: "backend" };

/** A pod that asks for as much, in a cluster of three nodes of 4 each. */
const asked = (resource: string, amount: number, phase = "Running") => ({
    ...ksm("kube_pod_container_resource_requests", { ...container, resource }, always(amount)),
    ...ksm("kube_pod_status_phase", { namespace: "openmrs", pod: container.pod, phase }, always(1)),
    ...Object.fromEntries(
        ["a", "b", "c"].flatMap((name) =>
            Object.entries(ksm("kube_node_status_allocatable", { node: `aks-${name}`, resource }, always(4))),
        ),
    ),
    // What another resource has is not counted.
    ...ksm("kube_node_status_allocatable", { node: "aks-a", resource: "pods" }, always(110)),
});

const overcommitted = (alert: string, resource: string, other: string): AlertCase => ({
    alert,
    fires: [{ series: asked(resource, 9), labels: {} }],
    silent: [
        { series: asked(resource, 7.9) },
        { series: asked(resource, 9, "Succeeded") },
        { series: asked(other, 9) },
        {
            series: {
                ...asked(resource, 1),
                ...ksm("kube_pod_container_resource_requests", { ...container, resource: other }, always(9)),
            },
        },
    ],
});

const quota = { namespace: "openmrs", resourcequota: "openmrs", resource: "requests.cpu" };

const used = (value: number, hard = 100) => ({
    ...ksm("kube_resourcequota", { ...quota, type: "used" }, always(value)),
    ...ksm("kube_resourcequota", { ...quota, type: "hard" }, always(hard)),
});

const periods = (throttled: number, of = container) => ({
    ...cadvisor("container_cpu_cfs_throttled_periods_total", of, changing(0, throttled)),
    ...cadvisor("container_cpu_cfs_periods_total", of, changing(0, 600)),
});

/** What cAdvisor says of a whole pod. */
const wholePod = { ...container, container: "" };

const memory = (value: number, limit = 1000, of = container) => ({
    ...cadvisor("container_memory_working_set_bytes", of, always(value)),
    ...cadvisor("container_spec_memory_limit_bytes", of, always(limit)),
});

export const resourcesCases: readonly AlertCase[] = [
    overcommitted("CpuOvercommitted", "cpu", "memory"),
    overcommitted("MemoryOvercommitted", "memory", "cpu"),
    {
        alert: "QuotaAlmostFull",
        fires: [{ series: used(91), labels: quota }],
        silent: [{ series: used(89) }, { series: used(100) }],
    },
    {
        alert: "QuotaFull",
        fires: [{ series: used(100), labels: quota }],
        // What may not be had at all, such as Secrets, is no quota that fills up.
        silent: [{ series: used(99) }, { series: used(101) }, { series: used(0, 0) }],
    },
    {
        alert: "QuotaExceeded",
        fires: [{ series: used(101), labels: quota }],
        silent: [{ series: used(100) }, { series: used(0, 0) }],
    },
    {
        alert: "ContainerCpuThrottled",
        fires: [{ series: periods(330), from: "1m", labels: container }],
        silent: [{ series: periods(270) }, { series: periods(330, wholePod) }],
    },
    {
        alert: "ContainerMemoryNearLimit",
        fires: [{ series: memory(960), labels: container }],
        // A container without a limit says 0.
        silent: [
            { series: memory(940) },
            { series: memory(960, 0) },
            { series: memory(960, 1000, wholePod) },
        ],
    },
];
