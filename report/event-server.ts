import { type sendUnaryData, Server, ServerCredentials, type ServerReadableStream } from "@grpc/grpc-js";
import { EventsService } from "@pulumi/pulumi/proto/events_grpc_pb";
import type { EventRequest } from "@pulumi/pulumi/proto/events_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** Largest event, in bytes; one carries the inputs and outputs of one resource. */
const MAX_EVENT_BYTES = 400 * 1024 * 1024;

export interface EventServer {
    /** What the CLI's `--event-log` takes. */
    readonly address: string;
    close(): void;
}

/**
 * Receives the engine's events over gRPC on a loopback port, as Pulumi's Automation API does.
 *
 * They could be written to a file instead, but the SDK's debugging messages among them quote every output of every
 * resource, secrets too: this way nothing of it touches the disk.
 *
 * @param onEvent called with each event as JSON text, in order; the CLI ends only after the last one.
 */
export async function serveEvents(onEvent: (text: string) => void): Promise<EventServer> {
    const server = new Server({ "grpc.max_receive_message_length": MAX_EVENT_BYTES });
    server.addService(EventsService, {
        streamEvents: (call: ServerReadableStream<EventRequest, Empty>, answer: sendUnaryData<Empty>) => {
            call.on("data", (request: EventRequest) => {
                onEvent(request.getEvent());
            });
            call.on("end", () => {
                answer(null, new Empty());
            });
        },
    });
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
            if (error) {
                reject(error);
            } else {
                resolve(bound);
            }
        });
    });
    return {
        address: `tcp://127.0.0.1:${port.toString()}`,
        close: () => {
            server.forceShutdown();
        },
    };
}
