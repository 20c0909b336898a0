import type { Answer } from "../answer";
import type { Subject } from "../rule";

export const NAMESPACE = "kubernetes:core:Namespace";

/** Whether a resource is in a namespace: by name or, while a name is unknown, by what its metadata came from. */
export function belongs(resource: Subject, namespace: Subject): Answer {
    const place = resource.properties.read("metadata.namespace");
    const name = namespace.properties.read("metadata.name");
    if (place.state === "known" && name.state === "known") {
        return place.value === name.value ? "yes" : "no";
    }
    if (place.state === "unset" || name.state === "unset") {
        return "no";
    }
    const sources = resource.sources("metadata").filter((source) => source.type === NAMESPACE);
    if (place.state === "unknown" && sources.length === 1) {
        return sources[0]?.urn === namespace.urn ? "yes" : "no";
    }
    return {
        note: () => {
            resource.properties.note(place);
            namespace.properties.note(name);
        },
    };
}
