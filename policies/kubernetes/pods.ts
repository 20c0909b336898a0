import type { Inspection } from "../inspection";
import type { Remedy } from "../rule";

/** Where each kind that runs pods keeps its pod template's spec. */
const POD_SPECS: Readonly<Record<string, string>> = {
    "kubernetes:core:Pod": "spec",
    "kubernetes:core:PodTemplate": "template.spec",
    "kubernetes:core:ReplicationController": "spec.template.spec",
    "kubernetes:apps:DaemonSet": "spec.template.spec",
    "kubernetes:apps:Deployment": "spec.template.spec",
    "kubernetes:apps:ReplicaSet": "spec.template.spec",
    "kubernetes:apps:StatefulSet": "spec.template.spec",
    "kubernetes:batch:CronJob": "spec.jobTemplate.spec.template.spec",
    "kubernetes:batch:Job": "spec.template.spec",
};

/** Every type that runs pods, without API version. */
export const workloadTypes: readonly string[] = Object.keys(POD_SPECS);

/** Where a workload of this (normalised) type keeps its pod spec. */
export function podSpecPath(type: string): string {
    return POD_SPECS[type] ?? "spec";
}

/** The pod spec inside a workload of this (normalised) type. */
export function podSpec(workload: Inspection, type: string): Inspection {
    return workload.at(podSpecPath(type));
}

/** What becomes a pod: its metadata and spec, in a workload of this (normalised) type. */
export function podTemplate(workload: Inspection, type: string): Inspection {
    return workload.at(podSpecPath(type).split(".").slice(0, -1));
}

/** Visits the containers of a pod: ordinary, init and ephemeral ones. A pod without a container is a violation. */
export function eachContainer(pod: Inspection, visit: (container: Inspection) => void): void {
    pod.each("containers", visit, { required: true });
    pod.each("initContainers", visit);
    pod.each("ephemeralContainers", visit);
}

/** Visits the references of the images that a pod runs or mounts. */
export function eachImage(pod: Inspection, visit: (image: Inspection) => void): void {
    eachContainer(pod, (container) => {
        visit(container.at("image"));
    });
    pod.each("volumes", (volume) => {
        if (volume.read("image").state !== "unset") {
            visit(volume.at("image.reference"));
        }
    });
}

/**
 * Visits all that says something on a setting that containers inherit: the pod, if it does, and the containers that
 * have their own or nothing to inherit. The Pod Security Standards judge the pod's even where no container inherits it.
 */
export function eachOwner(setting: string, pod: Inspection, visit: (owner: Inspection) => void): void {
    const inherited = pod.read(setting).state !== "unset";
    if (inherited) {
        visit(pod);
    }
    eachContainer(pod, (container) => {
        if (!inherited || container.read(setting).state !== "unset") {
            visit(container);
        }
    });
}

/** Whether a pod says that it is for Windows nodes, which know neither capabilities nor seccomp. */
export function isForWindows(pod: Inspection): boolean {
    const system = pod.read("os.name");
    return system.state === "known" && system.value === "windows";
}

/** A fixed value for a setting of every container that a workload of this (normalised) type declares in its template. */
export function containerRemedy(type: string, setting: string, value: Remedy["value"]): readonly Remedy[] {
    return ["containers", "initContainers"].map((list) => ({
        path: `${podSpecPath(type)}.${list}[*].${setting}`,
        value,
    }));
}
