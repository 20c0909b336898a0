import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { serviceHandlers } from "./handlers";
import type { Plugin } from "./provider";

/** A stand-in that listens; closing it drops the connections that are left. */
export interface RunningProvider {
    readonly port: number;
    close(): void;
}

/** Serves a stand-in on a free port of the loopback interface. */
export async function serve(plugin: Plugin): Promise<RunningProvider> {
    // The engine sends whole property maps in one message, with no limit of its own worth naming.
    const server = new grpc.Server({
        "grpc.max_receive_message_length": -1,
        "grpc.max_send_message_length": -1,
    });
    server.addService(ResourceProviderService, serviceHandlers(plugin));
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => {
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
