import { isOnEveryNode, type Scaling, type WorkloadArgs } from "./workload-args";

/** Share of the requested CPU, in percent, that replicas are added above. */
const CPU_PERCENT = 70;

/** The object that runs a workload. */
const targetOf = (args: WorkloadArgs) => ({ apiVersion: "apps/v1", kind: kindOf(args), name: args.name });

function kindOf({ replicas, storage }: WorkloadArgs): string {
    if (isOnEveryNode(replicas)) {
        return "DaemonSet";
    }
    return storage === undefined ? "Deployment" : "StatefulSet";
}

/** Adds replicas under load, and takes them away slowly. */
export function autoscalerSpec(args: WorkloadArgs, replicas: Scaling) {
    return {
        scaleTargetRef: targetOf(args),
        minReplicas: replicas.min,
        maxReplicas: replicas.max,
        metrics: [
            {
                type: "Resource",
                resource: {
                    name: "cpu",
                    target: { type: "Utilization", averageUtilization: CPU_PERCENT },
                },
            },
        ],
        behavior: {
            scaleDown: {
                stabilizationWindowSeconds: 300,
                policies: [{ type: "Pods", value: 1, periodSeconds: 60 }],
            },
        },
    };
}

/** Has Kubernetes say what the containers really take; nothing is changed by it. */
export function recommender(args: WorkloadArgs, metadata: object) {
    return {
        apiVersion: "autoscaling.k8s.io/v1",
        kind: "VerticalPodAutoscaler",
        metadata,
        spec: { targetRef: targetOf(args), updatePolicy: { updateMode: "Off" } },
    };
}
