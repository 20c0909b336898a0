import { type AlertCase, always, changing, ksm } from "../case";

const pod = { namespace: "openmrs", pod: "openmrs-backend-0" };
const container = { ...pod, container: "backend" };

const waiting = (reason: string, values = always(1), kind = "") =>
    ksm(`kube_pod_${kind}container_status_waiting_reason`, { ...container, reason }, values);

const ready = (value: number, condition = "true", name = pod.pod) =>
    ksm("kube_pod_status_ready", { ...pod, pod: name, condition }, always(value));
const phase = (name: string, value = 1) =>
    ksm("kube_pod_status_phase", { ...pod, phase: name }, always(value));
const owner = (kind: string) =>
    ksm("kube_pod_owner", { ...pod, owner_kind: kind, owner_name: "openmrs-backend" }, always(1));

const restarts = (values: string, name = "backend") =>
    ksm("kube_pod_container_status_restarts_total", { ...container, container: name }, values);
const ended = (reason: string, name = "backend", value = 1) =>
    ksm(
        "kube_pod_container_status_last_terminated_reason",
        { ...container, container: name, reason },
        always(value),
    );

export const podsCases: readonly AlertCase[] = [
    {
        alert: "PodCrashLooping",
        fires: [
            // The reason comes and goes: between two waits the container runs for a moment.
            { series: waiting("CrashLoopBackOff", "1 _ _ _ 1 _ _ _ 1 _ _ _ 1 _ _ _ 1"), labels: container },
        ],
        silent: [
            { series: waiting("ContainerCreating") },
            { series: waiting("CrashLoopBackOff", always(0)) },
        ],
    },
    {
        alert: "InitContainerCrashLooping",
        fires: [{ series: waiting("CrashLoopBackOff", always(1), "init_"), labels: container }],
        silent: [
            { series: waiting("PodInitializing", always(1), "init_") },
            { series: waiting("CrashLoopBackOff", always(0), "init_") },
        ],
    },
    {
        alert: "ContainerCannotStart",
        fires: ["CreateContainerConfigError", "CreateContainerError", "RunContainerError"].map((reason) => ({
            series: waiting(reason),
            labels: { ...container, reason },
        })),
        silent: [
            { series: waiting("ContainerCreating") },
            { series: waiting("RunContainerError", always(0)) },
        ],
    },
    {
        alert: "ContainerWaiting",
        fires: [
            { series: waiting("ContainerCreating"), labels: { ...container, reason: "ContainerCreating" } },
            { series: waiting("PodInitializing"), labels: { ...container, reason: "PodInitializing" } },
        ],
        silent: [
            { series: waiting("CrashLoopBackOff") },
            { series: waiting("ContainerCreating", always(0)) },
        ],
    },
    {
        alert: "PodNotReady",
        fires: ["Running", "Pending", "Unknown"].map((name) => ({
            series: { ...ready(0), ...ready(1, "false"), ...phase(name), ...owner("StatefulSet") },
            labels: pod,
        })),
        silent: [
            { series: { ...ready(1), ...phase("Running"), ...owner("StatefulSet") } },
            // Of a pod that is ready, this one is always 0.
            { series: { ...ready(1), ...ready(0, "false"), ...phase("Running") } },
            { series: { ...ready(0), ...phase("Succeeded"), ...phase("Running", 0) } },
            { series: { ...ready(0), ...phase("Running"), ...owner("Job") } },
            // Another pod is neither this one's excuse nor its fault.
            { series: { ...ready(0, "true", "openmrs-backend-1"), ...phase("Running") } },
        ],
    },
    {
        alert: "PodUnschedulable",
        fires: [{ series: ksm("kube_pod_status_unschedulable", pod, always(1)), labels: pod }],
        silent: [{ series: ksm("kube_pod_status_unschedulable", pod, always(0)) }],
    },
    {
        alert: "PodStuckTerminating",
        fires: [{ series: ksm("kube_pod_deletion_timestamp", pod, always(60)), from: "17m", labels: pod }],
        silent: [{ series: ksm("kube_pod_deletion_timestamp", pod, always(150)) }],
    },
    {
        alert: "ContainerOomKilled",
        fires: [
            {
                series: { ...restarts("0x9 1x20"), ...ended("OOMKilled") },
                from: "10m",
                labels: container,
            },
        ],
        silent: [
            { series: { ...restarts("0x9 1x20"), ...ended("Error") } },
            { series: { ...restarts("0x9 1x20"), ...ended("OOMKilled", "backend", 0) } },
            { series: { ...restarts("1x30"), ...ended("OOMKilled") } },
            { series: { ...restarts("0x9 1x20"), ...ended("OOMKilled", "istio-proxy") } },
        ],
    },
    {
        alert: "ContainerRestartingOften",
        fires: [{ series: restarts("0x9 1x29 2x29 3x29 4x29 5x29"), from: "130m", labels: container }],
        silent: [{ series: restarts("0x9 1x29 2x29 3x99") }, { series: restarts(changing(0, 0)) }],
    },
];
