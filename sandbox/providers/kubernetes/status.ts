import { createHash } from "node:crypto";
import { ProviderError } from "../protocol/provider-error";
import { propertiesAt, textAt, type Properties, type Value } from "../protocol/values";
import type { Kind } from "./kind";

/** The status of an object that is well; undefined for a kind that has none. Throws for an unknown kind. */
export function statusOf(kind: Kind, object: Properties): Properties | undefined {
    if (!kind.hasStatus) {
        return undefined;
    }
    const answer = STATUS[kind.kind];
    if (answer === undefined) {
        throw new ProviderError(
            `${kind.apiVersion}/${kind.kind}: expected a status in sandbox/providers/kubernetes/status.ts, got none`,
        );
    }
    return answer(propertiesAt(object, "spec"), object);
}

type Status = (spec: Properties, object: Properties) => Properties | undefined;

const STATUS: Readonly<Record<string, Status>> = {
    CronJob: () => ({}),
    // One node runs it.
    DaemonSet: (_, object) => ({
        observedGeneration: generationOf(object),
        currentNumberScheduled: 1,
        desiredNumberScheduled: 1,
        numberAvailable: 1,
        numberMisscheduled: 0,
        numberReady: 1,
        updatedNumberScheduled: 1,
    }),
    Deployment: (spec, object) => ({
        observedGeneration: generationOf(object),
        ...counts(spec, ["replicas", "updatedReplicas", "readyReplicas", "availableReplicas"]),
        conditions: [
            condition("Available", "MinimumReplicasAvailable"),
            condition("Progressing", "NewReplicaSetAvailable"),
        ],
    }),
    HorizontalPodAutoscaler: (spec) => {
        const replicas = spec.minReplicas ?? 1;
        return { currentReplicas: replicas, desiredReplicas: replicas };
    },
    Ingress: () => ({ loadBalancer: {} }),
    Job: (spec) => ({
        succeeded: spec.completions ?? 1,
        conditions: [condition("Complete", "CompletionsReached")],
    }),
    Namespace: () => ({ phase: "Active" }),
    // The API server dropped this status in 1.28; the SDK still declares it.
    NetworkPolicy: () => undefined,
    PersistentVolume: () => ({ phase: "Available" }),
    PersistentVolumeClaim: (spec) => ({
        phase: "Bound",
        accessModes: spec.accessModes,
        capacity: propertiesAt(propertiesAt(spec, "resources"), "requests"),
    }),
    Pod: (_, object) => ({
        phase: "Running",
        podIP: address("10.244", object),
        conditions: [condition("Ready", "ContainersReady")],
    }),
    PodDisruptionBudget: (_, object) => ({
        observedGeneration: generationOf(object),
        currentHealthy: 1,
        desiredHealthy: 1,
        disruptionsAllowed: 0,
        expectedPods: 1,
    }),
    ReplicaSet: (spec, object) => ({
        observedGeneration: generationOf(object),
        ...counts(spec, ["replicas", "readyReplicas", "availableReplicas", "fullyLabeledReplicas"]),
    }),
    ResourceQuota: (spec) => ({ hard: spec.hard, used: {} }),
    Service: (spec, object) => ({
        loadBalancer: spec.type === "LoadBalancer" ? { ingress: [{ ip: address("10.240", object) }] } : {},
    }),
    StatefulSet: (spec, object) => ({
        observedGeneration: generationOf(object),
        collisionCount: 0,
        ...counts(spec, [
            "replicas",
            "readyReplicas",
            "availableReplicas",
            "currentReplicas",
            "updatedReplicas",
        ]),
    }),
};

function generationOf(object: Properties): Value | undefined {
    return propertiesAt(object, "metadata").generation;
}

/** The same number, that of the pods wanted, under each name. */
function counts(spec: Properties, names: readonly string[]): Properties {
    return Object.fromEntries(names.map((name) => [name, spec.replicas ?? 1]));
}

function condition(type: string, reason: string): Value {
    return { type, status: "True", reason };
}

/** An address that depends on nothing but the object's name; `network` is its first two numbers. */
export function address(network: string, object: Properties): string {
    const metadata = propertiesAt(object, "metadata");
    const seed = `${textAt(metadata, "namespace") ?? ""}/${textAt(metadata, "name") ?? ""}`;
    const [third = 0, fourth = 0] = createHash("sha256").update(seed).digest();
    return `${network}.${third.toString()}.${Math.max(1, Math.min(fourth, 254)).toString()}`;
}
