import { status } from "@grpc/grpc-js";
import type { Properties } from "./values";

/**
 * An error for the user: the engine prints its message beside the resource.
 * The code decides what the engine does with the state: UNKNOWN, INTERNAL and DATA_LOSS mean "may be half done".
 */
export class ProviderError extends Error {
    constructor(
        message: string,
        readonly code: status = status.INVALID_ARGUMENT,
    ) {
        super(message);
    }
}

/** What there is of a resource whose operation did not come to its end. */
export interface Remains {
    readonly id: string;
    readonly outputs: Properties;
    /** Defaults to what the engine sent. */
    readonly inputs?: Properties;
    /** What is missing, each in a sentence of its own. */
    readonly reasons: readonly string[];
}

/** A resource that exists but is not well: the engine keeps it in the state, and the next run goes on with it. */
export class PartialFailure extends ProviderError {
    constructor(
        message: string,
        readonly remains: Remains,
    ) {
        super(message, status.UNKNOWN);
    }
}
