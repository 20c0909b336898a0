import type { Answer } from "../answer";
import { isScalar } from "../expectation";
import type { Subject } from "../rule";

export const NAMESPACE = "kubernetes:core:Namespace";

/** What stands for a namespace: its name or, while that is not known, the URN it comes from; or nothing that tells. */
export type Place = string | undefined;

/** Tells where the resources of a stack are, by the namespaces that it declares. */
export class Placement {
    private readonly names = new Map<string, string>();

    /** `context` may hold more than namespaces, which have to be among what the rule reads. */
    constructor(context: readonly Subject[]) {
        for (const { urn, properties } of context.filter(({ type }) => type === NAMESPACE)) {
            const name = properties.read("metadata.name");
            if (name.state === "known" && isScalar(name.value)) {
                this.names.set(urn, String(name.value));
            }
        }
    }

    /** The namespace that a resource is in. */
    of(resource: Subject): Place {
        const name = resource.properties.read("metadata.namespace");
        if (name.state === "known") {
            return isScalar(name.value) ? String(name.value) : "";
        }
        if (name.state === "unset") {
            return "default";
        }
        const [source, ...others] = resource.sources("metadata").filter(({ type }) => type === NAMESPACE);
        return source === undefined || others.length > 0
            ? undefined
            : (this.names.get(source.urn) ?? source.urn);
    }
}

/** What is kept by place, of the places that are one with another or may be. */
export function keptAt<Kept>(
    place: Place,
    byPlace: ReadonlyMap<Place, Kept>,
): readonly { readonly same: "yes" | "perhaps"; readonly kept: Kept }[] {
    return [...byPlace].flatMap(([other, kept]) => {
        const same = samePlace(place, other);
        return same === "no" ? [] : { same, kept };
    });
}

/** Whether resources are in one namespace, for what is kept at places that are one or may be. */
export function together(same: "yes" | "perhaps", ...resources: readonly Subject[]): Answer {
    return same === "yes"
        ? same
        : {
              note: () => {
                  for (const { properties } of resources) {
                      properties.note(properties.read("metadata.namespace"));
                  }
              },
          };
}

/** Whether two places are one; a name and one that is not known yet may be. */
function samePlace(one: Place, other: Place): "yes" | "no" | "perhaps" {
    if (one === undefined || other === undefined) {
        return "perhaps";
    }
    if (one === other) {
        return "yes";
    }
    return one.startsWith("urn:") === other.startsWith("urn:") ? "no" : "perhaps";
}
