import { status } from "@grpc/grpc-js";
import { ApiError } from "../../../cluster/api";
import { ProviderError } from "../../protocol/provider-error";
import type { Wanted } from "../objects";

/** Whether the server has no such kind. */
export function isUnknownKind(error: unknown): boolean {
    return error instanceof ApiError && error.message.startsWith("no matches for kind");
}

/** Whether the object's namespace is not there. */
export function isNamespaceMissing(error: unknown): boolean {
    return error instanceof ApiError && error.code === 404 && error.status.details?.kind === "namespaces";
}

/** A refusal to create in the real provider's words; the server's own name object and field. */
export function creationRefused({ operation, kind }: Wanted, error: unknown): unknown {
    return inWords(error, (message) =>
        isUnknownKind(error)
            ? `creation of resource "${operation.urn}" with kind ${kind.apiVersion}/${kind.kind} failed because the ` +
              "Kubernetes API server reported that the apiVersion for this resource does not exist. " +
              `Verify that any required CRDs have been created: ${message}`
            : `resource "${operation.urn}" was not successfully created by the Kubernetes API server: ${message}`,
    );
}

/** A refusal to change in the real provider's words. */
export function updateRefused({ operation }: Wanted, fieldManager: string, error: unknown): unknown {
    return inWords(error, (message) => {
        const cause =
            error instanceof ApiError && error.reason === "Conflict"
                ? "server-side apply field conflict detected\n" +
                  `The resource managed by field manager "${fieldManager}" had an apply conflict: ${message}`
                : message;
        return `update of resource "${operation.urn}" failed: ${cause}`;
    });
}

export function alreadyExists({ operation }: Wanted, id: string): ProviderError {
    return new ProviderError(
        `resource "${operation.urn}" was not successfully created by the Kubernetes API server: "${id}" already exists\n\n` +
            "The resource already exists in the cluster, and is not in the state of this stack. If the stack's state " +
            'was deleted, start anew with "npm run cluster -- down" and "npm run cluster -- up".',
        status.FAILED_PRECONDITION,
    );
}

function inWords(error: unknown, words: (message: string) => string): unknown {
    return error instanceof ApiError
        ? new ProviderError(words(error.message), status.FAILED_PRECONDITION)
        : error;
}
