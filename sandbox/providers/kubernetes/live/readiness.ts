import type { Api, KubernetesObject } from "../../../cluster/api";
import { isList, isProperties, propertiesAt, textAt, type Properties } from "../../protocol/values";
import { propertiesOf } from "./manifest";

/** Whether an object is well, or what it lacks; "failed" when it will never be. */
export type Verdict =
    | { readonly state: "ready" }
    | {
          readonly state: "waiting" | "failed";
          readonly progress: string;
          readonly reasons: readonly string[];
      };

/** Judges a live object; it may look at others. */
export type Readiness = (live: Properties, api: Api) => Verdict | Promise<Verdict>;

/** How the real provider knows that an object of a kind is ready; undefined for a kind that it does not wait for. */
export function readinessOf({ apiVersion, kind }: KubernetesObject): Readiness | undefined {
    return READINESS[`${apiVersion}/${kind}`];
}

const READY: Verdict = { state: "ready" };

const waiting = (progress: string, ...reasons: readonly string[]): Verdict => ({
    state: "waiting",
    progress,
    reasons: reasons.length > 0 ? reasons : [progress],
});

const READINESS: Readonly<Record<string, Readiness>> = {
    "apps/v1/DaemonSet": (daemonSet) => {
        const status = propertiesAt(daemonSet, "status");
        const [wanted, updated, available] = [
            "desiredNumberScheduled",
            "updatedNumberScheduled",
            "numberAvailable",
        ].map((key) => Number(status[key] ?? 0));
        return isObserved(daemonSet) && updated === wanted && available === wanted
            ? READY
            : waiting(`Waiting for DaemonSet (${text(available)}/${text(wanted)} Pods available)`);
    },
    "apps/v1/Deployment": deploymentReadiness,
    "apps/v1/StatefulSet": statefulSetReadiness,
    "batch/v1/Job": (job) => {
        const failure = conditionOf(job, "Failed");
        if (failure?.status === "True") {
            const reason = inBrackets(failure);
            return { state: "failed", progress: reason, reasons: [reason] };
        }
        const { active = 0, succeeded = 0 } = propertiesAt(job, "status");
        return conditionOf(job, "Complete")?.status === "True"
            ? READY
            : waiting(`Waiting for Job to complete (${text(active)} active, ${text(succeeded)} succeeded)`);
    },
    "networking.k8s.io/v1/Ingress": (ingress) =>
        hasAddress(ingress)
            ? READY
            : waiting(
                  "Waiting for Ingress to be given an address",
                  "Ingress .status.loadBalancer field was not updated with a hostname/IP address",
              ),
    "v1/PersistentVolume": (volume) => {
        const { phase = "Pending" } = propertiesAt(volume, "status");
        return phase === "Available" || phase === "Bound"
            ? READY
            : waiting(`Waiting for PersistentVolume, which is ${text(phase)}`);
    },
    "v1/PersistentVolumeClaim": claimReadiness,
    "v1/Pod": (pod) => {
        const ready = conditionOf(pod, "Ready");
        return ready?.status === "True" || propertiesAt(pod, "status").phase === "Succeeded"
            ? READY
            : waiting("Waiting for Pod to become ready", ready ? inBrackets(ready) : "Pod has no status yet");
    },
    "v1/ResourceQuota": (quota) =>
        JSON.stringify(propertiesAt(quota, "spec").hard) ===
        JSON.stringify(propertiesAt(quota, "status").hard)
            ? READY
            : waiting("Waiting for ResourceQuota to take effect"),
    "v1/Service": serviceReadiness,
};

function deploymentReadiness(deployment: Properties): Verdict {
    const spec = propertiesAt(deployment, "spec");
    const status = propertiesAt(deployment, "status");
    const wanted = Number(spec.replicas ?? 1);
    const updated = Number(status.updatedReplicas ?? 0);
    const available = Math.min(updated, Number(status.availableReplicas ?? 0));
    const progressing = conditionOf(deployment, "Progressing");
    const isRolledOut = progressing?.status === "True" && progressing.reason === "NewReplicaSetAvailable";
    const isAvailable = conditionOf(deployment, "Available")?.status === "True";
    if (isObserved(deployment) && isAvailable && isRolledOut && updated >= wanted && available >= wanted) {
        return READY;
    }
    const faults = [progressing, conditionOf(deployment, "Available")]
        .flatMap((condition) => condition ?? [])
        .filter(({ status: holds }) => holds === "False")
        .map(inBrackets);
    const progress = `Waiting for app ReplicaSet to be available (${text(available)}/${text(wanted)} Pods available)`;
    return waiting(
        progress,
        `${text(available)} out of ${text(wanted)} replicas succeeded readiness checks`,
        ...faults,
    );
}

function statefulSetReadiness(set: Properties): Verdict {
    const status = propertiesAt(set, "status");
    const wanted = Number(propertiesAt(set, "spec").replicas ?? 1);
    const [all, ready, current, updated] = [
        "replicas",
        "readyReplicas",
        "currentReplicas",
        "updatedReplicas",
    ].map((key) => Number(status[key] ?? 0));
    const isRevised = status.updateRevision !== undefined && status.currentRevision === status.updateRevision;
    const isWhole = all === wanted && ready === wanted && current === wanted;
    if (isObserved(set) && isRevised && isWhole) {
        return READY;
    }
    const count = `${text(isRevised ? ready : Math.min(ready ?? 0, updated ?? 0))}/${text(wanted)} Pods ready`;
    const isFirst = propertiesAt(set, "metadata").generation === 1;
    const steps = [
        ...(isWhole
            ? []
            : [
                  `${count.replace("/", " out of ").replace(" Pods ready", "")} replicas succeeded readiness checks`,
              ]),
        ...(isRevised
            ? []
            : [
                  "StatefulSet controller failed to advance from revision " +
                      `"${text(status.currentRevision)}" to revision "${text(status.updateRevision)}"`,
              ]),
    ];
    return waiting(
        isFirst
            ? `[1/2] Waiting for StatefulSet to create Pods (${count})`
            : isWhole
              ? "[2/3] Waiting for StatefulSet to update .status.currentRevision"
              : `[1/3] Waiting for StatefulSet update to roll out (${count})`,
        ...steps,
    );
}

/** A claim that waits for its first consumer is as ready as it can be. */
async function claimReadiness(claim: Properties, api: Api): Promise<Verdict> {
    const { phase = "Pending" } = propertiesAt(claim, "status");
    if (phase === "Bound") {
        return READY;
    }
    const className = textAt(propertiesAt(claim, "spec"), "storageClassName");
    const storageClass =
        className === undefined
            ? undefined
            : await api.get(`/apis/storage.k8s.io/v1/storageclasses/${className}`);
    return storageClass?.volumeBindingMode === "WaitForFirstConsumer"
        ? READY
        : waiting(`Waiting for PersistentVolumeClaim to be bound, which is ${text(phase)}`);
}

/** As the real one, but for the ten seconds that it lets endpoints settle. */
async function serviceReadiness(service: Properties, api: Api): Promise<Verdict> {
    const spec = propertiesAt(service, "spec");
    if (spec.type === "LoadBalancer" && !hasAddress(service)) {
        return waiting(
            "[2/3] Attempting to allocate IP address to Service",
            "Service was not allocated an IP address; does your cloud provider support this?",
        );
    }
    const selectsPods =
        spec.type !== "ExternalName" && spec.clusterIP !== "None" && spec.selector !== undefined;
    if (!selectsPods) {
        return READY;
    }
    const metadata = propertiesAt(service, "metadata");
    const slices = await api.list(
        `/apis/discovery.k8s.io/v1/namespaces/${text(metadata.namespace)}/endpointslices`,
        { labelSelector: `kubernetes.io/service-name=${text(metadata.name)}` },
    );
    const endpoints = slices.items.flatMap((slice) => {
        const own = propertiesOf(slice).endpoints;
        return isList(own) ? own.filter(isProperties) : [];
    });
    const isSettled =
        slices.items.length > 0 &&
        endpoints.every((endpoint) => propertiesAt(endpoint, "conditions").ready !== false);
    return isSettled
        ? READY
        : waiting(
              "[1/3] Finding Pods to direct traffic to",
              "Service does not target any Pods. Selected Pods may not be ready, or field '.spec.selector' may not " +
                  "match labels on any Pods",
          );
}

interface Condition {
    readonly status: string;
    readonly reason: string;
    readonly message: string;
}

/** A condition of an object's status. */
export function conditionOf(object: Properties, type: string): Condition | undefined {
    const { conditions } = propertiesAt(object, "status");
    const found = isList(conditions)
        ? conditions.filter(isProperties).find((condition) => condition.type === type)
        : undefined;
    return (
        found && {
            status: text(found.status),
            reason: text(found.reason),
            message: text(found.message),
        }
    );
}

const inBrackets = ({ reason, message }: Condition): string => `[${reason}] ${message}`;

/** Whether the controller has seen the object as it is. */
function isObserved(object: Properties): boolean {
    const generation = Number(propertiesAt(object, "metadata").generation ?? 0);
    return Number(propertiesAt(object, "status").observedGeneration ?? 0) >= generation;
}

function hasAddress(object: Properties): boolean {
    const { ingress } = propertiesAt(propertiesAt(object, "status"), "loadBalancer");
    return isList(ingress) && ingress.length > 0;
}

function text(value: unknown): string {
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
