import type { Inspection } from "../inspection";

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

/** The pod spec inside a workload of this (normalised) type. */
export function podSpec(workload: Inspection, type: string): Inspection {
    return workload.at(POD_SPECS[type] ?? "spec");
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
