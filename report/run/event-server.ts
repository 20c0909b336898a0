import type { sendUnaryData, ServerReadableStream } from "@grpc/grpc-js";
import { EventsService } from "@pulumi/pulumi/proto/events_grpc_pb";
import type { EventRequest } from "@pulumi/pulumi/proto/events_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { serveOnLoopback } from "../../sandbox/loopback";

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
    const service = await serveOnLoopback(EventsService, {
        streamEvents: (call: ServerReadableStream<EventRequest, Empty>, answer: sendUnaryData<Empty>) => {
            call.on("data", (request: EventRequest) => {
                onEvent(request.getEvent());
            });
            call.on("end", () => {
                answer(null, new Empty());
            });
        },
    });
    return {
        address: `tcp://127.0.0.1:${service.port.toString()}`,
        close: () => {
            service.close();
        },
    };
}
