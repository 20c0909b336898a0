import { status } from "@grpc/grpc-js";

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
