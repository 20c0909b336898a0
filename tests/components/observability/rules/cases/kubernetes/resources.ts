import { type AlertCase, always, cadvisor, changing, ksm } from "../case";

const container = { namespace: "openmrs", pod: "openmrs-backend-0", container: "backend" };

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
