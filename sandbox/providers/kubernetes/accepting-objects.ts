import { status } from "@grpc/grpc-js";
import { diffInputs } from "../protocol/diff";
import { ProviderError } from "../protocol/provider-error";
import type { Reading, ReadRequest, State } from "../protocol/provider";
import { containsUnknown, propertiesAt, textAt, type Properties } from "../protocol/values";
import { FORBIDDEN } from "./force-new";
import { kindOf, type Kind } from "./kind";
import { bookkeeping, defaulted, objectId, stored } from "./live-object";
import type { Changed, Objects, Wanted } from "./objects";

/** A cluster that accepts whatever it is given, and whose only memory is the engine's state. */
export const acceptingObjects: Objects = {
    kindOf,

    preview: ({ kind, inputs }) => (containsUnknown(inputs) ? inputs : defaulted(kind, inputs)),

    create: ({ kind, inputs }: Wanted): State => ({
        id: objectId(inputs),
        outputs: { ...stored(kind, inputs), ...bookkeeping(kind, inputs) },
    }),

    update: ({ kind, inputs, oldInputs, oldOutputs }: Changed): Properties => {
        refuseForbidden(kind, oldInputs, inputs);
        return { ...stored(kind, inputs, oldOutputs), ...bookkeeping(kind, inputs, oldOutputs) };
    },

    read: ({ oldOutputs, oldInputs }: ReadRequest): Promise<Reading> =>
        Promise.resolve({ outputs: oldOutputs, inputs: oldInputs }),

    delete: () => Promise.resolve(),
};

/** Throws what the API server answers to a change of what an object keeps for life, which the provider tries in place. */
function refuseForbidden({ kind }: Kind, oldInputs: Properties, inputs: Properties): void {
    const changed = (FORBIDDEN[kind] ?? []).find(
        (property) => diffInputs(pick(oldInputs, property), pick(inputs, property), () => false).length > 0,
    );
    if (changed !== undefined) {
        const name = textAt(propertiesAt(inputs, "metadata"), "name") ?? "";
        throw new ProviderError(
            `${kind} "${name}" is invalid: ${changed}: Forbidden: updates to ${changed} are forbidden.`,
            status.FAILED_PRECONDITION,
        );
    }
}

const pick = (object: Properties, property: string): Properties => {
    const value = object[property];
    return value === undefined ? {} : { [property]: value };
};
