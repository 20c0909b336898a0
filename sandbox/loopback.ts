import {
    Server,
    ServerCredentials,
    type ServiceDefinition,
    type UntypedServiceImplementation,
} from "@grpc/grpc-js";

/** A gRPC service that listens; closing it drops the connections that are left. */
export interface LoopbackService {
    /** On 127.0.0.1. */
    readonly port: number;
    close(): void;
}

/**
 * Serves a gRPC service on a free port of the loopback interface.
 *
 * Messages have no size limit: the engine sends all the properties of a resource in one.
 */
export async function serveOnLoopback<Handlers extends UntypedServiceImplementation>(
    service: ServiceDefinition<Handlers>,
    handlers: Handlers,
): Promise<LoopbackService> {
    const server = new Server({
        "grpc.max_receive_message_length": -1,
        "grpc.max_send_message_length": -1,
    });
    server.addService(service, handlers);
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
            if (error === null) {
                resolve(bound);
            } else {
                reject(error);
            }
        });
    });
    return {
        port,
        close: () => {
            server.forceShutdown();
        },
    };
}
