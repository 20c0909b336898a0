import type { KubernetesObject } from "../../../../../sandbox/cluster/api";

/** An object of the cluster, and the status that is written over its own. */
export interface Sample {
    readonly object: KubernetesObject;
    readonly status?: object;

    /** Whether it is told to end, which it does not. */
    readonly ending?: true;
}

const NAMESPACE = "sample";

const labels = { app: "sample" };

const meta = (name: string) => ({ name, namespace: NAMESPACE, labels });

const container = (name: string) => ({
    name,
    image: "registry.example/app:1",
    resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { cpu: "100m", memory: "64Mi" } },
});

const pod = { containers: [container("main")] };

const template = { metadata: { labels }, spec: pod };

const workload = { selector: { matchLabels: labels }, template };

const SINCE = "2026-11-01T00:00:00Z";

const statusOf = (name: string, state: object, lastState: object = {}) => ({
    name,
    image: "registry.example/app:1",
    imageID: "",
    ready: false,
    restartCount: 1,
    state,
    lastState,
});

const END = { exitCode: 137, reason: "OOMKilled", startedAt: SINCE, finishedAt: SINCE };

/** One object of each kind that kube-state-metrics watches, in as many states as it has metrics for. */
export const OBJECTS: readonly Sample[] = [
    { object: { apiVersion: "v1", kind: "Namespace", metadata: { name: NAMESPACE } } },
    {
        object: {
            apiVersion: "v1",
            kind: "ResourceQuota",
            metadata: meta("quota"),
            spec: { hard: { "requests.cpu": "10" } },
        },
    },
    {
        object: {
            apiVersion: "v1",
            kind: "PersistentVolume",
            metadata: { name: "sample" },
            spec: {
                capacity: { storage: "1Gi" },
                accessModes: ["ReadWriteOnce"],
                storageClassName: "sample",
                hostPath: { path: "/sample" },
            },
        },
    },
    {
        object: {
            apiVersion: "v1",
            kind: "PersistentVolumeClaim",
            metadata: meta("data"),
            spec: {
                accessModes: ["ReadWriteOnce"],
                storageClassName: "sample",
                volumeName: "sample",
                resources: { requests: { storage: "1Gi" } },
            },
        },
    },
    { object: { apiVersion: "apps/v1", kind: "Deployment", metadata: meta("web"), spec: workload } },
    {
        object: {
            apiVersion: "apps/v1",
            kind: "StatefulSet",
            metadata: meta("store"),
            spec: { ...workload, serviceName: "store" },
        },
    },
    { object: { apiVersion: "apps/v1", kind: "DaemonSet", metadata: meta("agent"), spec: workload } },
    {
        object: {
            apiVersion: "autoscaling/v2",
            kind: "HorizontalPodAutoscaler",
            metadata: meta("web"),
            spec: {
                scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
                minReplicas: 1,
                maxReplicas: 3,
            },
        },
    },
    {
        object: {
            apiVersion: "policy/v1",
            kind: "PodDisruptionBudget",
            metadata: meta("web"),
            spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
        },
    },
    {
        object: {
            apiVersion: "batch/v1",
            kind: "CronJob",
            metadata: meta("backup"),
            spec: {
                schedule: "0 3 * * *",
                timeZone: "Europe/Paris",
                jobTemplate: { spec: { template: { spec: { ...pod, restartPolicy: "Never" } } } },
            },
        },
        status: { lastScheduleTime: SINCE, lastSuccessfulTime: SINCE },
    },
    // One that ends well, and one that nobody runs before its deadline.
    ...[
        { name: "done", spec: {} },
        { name: "failed", spec: { activeDeadlineSeconds: 1 } },
    ].map(({ name, spec }) => ({
        object: {
            apiVersion: "batch/v1",
            kind: "Job",
            metadata: meta(name),
            spec: {
                ...spec,
                template: {
                    spec: {
                        ...pod,
                        restartPolicy: "Never",
                        ...(name === "failed" && { schedulerName: "nobody" }),
                    },
                },
            },
        },
    })),
    {
        object: {
            apiVersion: "v1",
            kind: "Pod",
            metadata: meta("broken"),
            spec: {
                // Nobody places it, and nobody changes its status.
                schedulerName: "nobody",
                initContainers: [container("prepare")],
                containers: [container("waiting"), container("ended")],
            },
        },
        status: {
            phase: "Pending",
            reason: "Evicted",
            startTime: SINCE,
            conditions: [
                { type: "PodScheduled", status: "False", reason: "Unschedulable", lastTransitionTime: SINCE },
                { type: "Ready", status: "False", lastTransitionTime: SINCE },
            ],
            initContainerStatuses: [statusOf("prepare", { waiting: { reason: "ImagePullBackOff" } })],
            containerStatuses: [
                statusOf("waiting", { waiting: { reason: "CrashLoopBackOff" } }, { terminated: END }),
                statusOf("ended", { terminated: END }),
            ],
        },
    },
    {
        object: {
            apiVersion: "v1",
            kind: "Pod",
            metadata: { ...meta("ending"), finalizers: ["audioprothese.example/sample"] },
            spec: { ...pod, schedulerName: "nobody" },
        },
        ending: true,
    },
];
