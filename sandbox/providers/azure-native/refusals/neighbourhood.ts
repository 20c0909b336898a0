import type { ResourceName } from "../../protocol/provider";
import type { Properties } from "../../protocol/values";
import type { Neighbours } from "./refusal";

/**
 * The resources that this run has seen: Azure refuses some for the sake of others, such as a subnet that overlaps another.
 * It is the one memory of the stand-in, and lasts no longer than the engine's run. The engine shows each resource of the
 * program at its Check, with the inputs of the last run if it is there already; what is made, changed or deleted follows. What
 * the program no longer holds stays unseen, and a destroy shows nothing: a refusal may be missed for that, but none is made up.
 */
export class Neighbourhood {
    private readonly resources = new Map<string, { readonly type: string; readonly inputs: Properties }>();

    /** Takes note of a resource as it now is. */
    see({ type, name }: ResourceName, inputs: Properties): void {
        this.resources.set(`${type}::${name}`, { type, inputs });
    }

    /** Takes note that a resource is gone. */
    forget({ type, name }: ResourceName): void {
        this.resources.delete(`${type}::${name}`);
    }

    /** All resources but this one. */
    of({ type, name }: ResourceName): Neighbours {
        return (token) =>
            [...this.resources]
                .filter(([key, resource]) => resource.type === token && key !== `${type}::${name}`)
                .map(([, { inputs }]) => inputs);
    }
}
