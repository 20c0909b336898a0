import * as grpc from "@grpc/grpc-js";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { UserError } from "../../user-error";
import { PartialFailure, ProviderError, type Remains } from "./provider-error";
import { encode } from "./struct";

/** What the engine is told of what was thrown; never a stack. */
export function toStatus(plugin: string, error: unknown): Partial<grpc.StatusObject> {
    if (error instanceof ProviderError) {
        const { code, message } = error;
        return {
            code,
            details: message,
            ...(error instanceof PartialFailure ? { metadata: detailsOf(message, error.remains) } : {}),
        };
    }
    if (error instanceof UserError) {
        return { code: grpc.status.UNAVAILABLE, details: error.message };
    }
    const message = error instanceof Error ? error.message : String(error);
    return { code: grpc.status.INTERNAL, details: `${plugin}: the sandbox's stand-in failed: ${message}` };
}

/** What is left of a resource, in the trailer where gRPC has the details of a status. */
function detailsOf(message: string, { id, outputs, inputs, reasons }: Remains): grpc.Metadata {
    const failure = new proto.ErrorResourceInitFailed()
        .setId(id)
        .setProperties(encode(outputs))
        .setReasonsList([...reasons]);
    if (inputs !== undefined) {
        failure.setInputs(encode(inputs));
    }
    const detail = new Any();
    detail.pack(failure.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const status = new Status().setCode(grpc.status.UNKNOWN).setMessage(message);
    status.addDetails(detail);
    const metadata = new grpc.Metadata();
    metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
    return metadata;
}
