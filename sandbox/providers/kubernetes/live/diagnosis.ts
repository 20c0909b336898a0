import type { Api, KubernetesObject } from "../../../cluster/api";
import { isList, isProperties, propertiesAt, textAt, type Properties } from "../../protocol/values";
import { propertiesOf } from "./manifest";
import { conditionOf } from "./readiness";

/** Why an object may not be ready: what its pods lack, and what the cluster warns of, it and what it owns. */
export async function diagnose(api: Api, object: KubernetesObject): Promise<readonly string[]> {
    const { namespace, uid = "" } = object.metadata;
    if (namespace === undefined) {
        return [];
    }
    const [replicaSets, pods, events] = await Promise.all(
        [
            `/apis/apps/v1/namespaces/${namespace}/replicasets`,
            `/api/v1/namespaces/${namespace}/pods`,
            `/api/v1/namespaces/${namespace}/events`,
        ].map(async (path) => (await api.list(path)).items.map(propertiesOf)),
    );
    const owners = new Set([uid]);
    const own = [...(replicaSets ?? []), ...(pods ?? [])].filter((owned) => {
        const isOwned = ownersOf(owned).some((owner) => owners.has(owner));
        if (isOwned) {
            owners.add(textAt(propertiesAt(owned, "metadata"), "uid") ?? "");
        }
        return isOwned;
    });
    const faults = own.flatMap(podFaults);
    const warnings = (events ?? [])
        .filter(
            (event) =>
                event.type === "Warning" &&
                owners.has(textAt(propertiesAt(event, "involvedObject"), "uid") ?? ""),
        )
        .map((event): [about: string, text: string] => [aboutOf(event), warningText(event)])
        .filter(([, warning]) => !faults.some(({ message }) => warning.endsWith(message)));
    // A controller that tries again warns again, of a pod with another name.
    return [...faults.map(faultText), ...new Map(warnings).values()];
}

function ownersOf(object: Properties): readonly string[] {
    const { ownerReferences } = propertiesAt(object, "metadata");
    return isList(ownerReferences)
        ? ownerReferences.filter(isProperties).flatMap((owner) => textAt(owner, "uid") ?? [])
        : [];
}

interface PodFault {
    readonly pod: string;
    readonly message: string;
}

/** What keeps a pod from running or from being ready. */
function podFaults(pod: Properties): readonly PodFault[] {
    return ["PodScheduled", "Ready"]
        .flatMap((type) => conditionOf(pod, type) ?? [])
        .filter(({ status, message }) => status === "False" && message !== "")
        .slice(0, 1)
        .map(({ message }) => ({ pod: nameOf(propertiesAt(pod, "metadata")), message }));
}

const faultText = ({ pod, message }: PodFault): string => `[Pod ${pod}]: ${message}`;

/** What an event is about, and why it was recorded: "[ReplicaSet openmrs/gateway-5c]: FailedCreate". */
function aboutOf(event: Properties): string {
    const about = propertiesAt(event, "involvedObject");
    return `[${textAt(about, "kind") ?? ""} ${nameOf(about)}]: ${textAt(event, "reason") ?? ""}`;
}

const warningText = (event: Properties): string => `${aboutOf(event)}: ${textAt(event, "message") ?? ""}`;

function nameOf(metadata: Properties): string {
    return `${textAt(metadata, "namespace") ?? ""}/${textAt(metadata, "name") ?? ""}`;
}
