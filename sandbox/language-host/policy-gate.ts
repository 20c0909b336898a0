import {
    credentials,
    Server,
    ServerCredentials,
    status,
    type sendUnaryData,
    type ServerUnaryCall,
} from "@grpc/grpc-js";
import { AnalyzerClient, AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
    AnalyzerHandshakeResponse,
    AnalyzerStackConfigureRequest,
    AnalyzerStackConfigureResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** How long the engine's first connection may take to receive its last answer. */
const DRAIN_MS = 1000;

/**
 * The door to a policy pack that has yet to start. The SDK's packs read the stack's name and configuration from their
 * environment, but the engine tells them only once it is connected, by ConfigureStack. So the engine is given the gate's
 * port: the gate answers Handshake, waits for ConfigureStack, has the pack started, passes the call on, and from then on is a plain relay of
 * bytes to the pack, to which the engine's gRPC client reconnects by itself.
 */
export interface PolicyGate {
    readonly port: number;
    close(): void;
}

/** Opens a gate; `start` starts the pack for a stack and gives the pack's port, or fails with why it did not start. */
export async function openPolicyGate(
    start: (stack: AnalyzerStackConfigureRequest) => Promise<number>,
): Promise<PolicyGate> {
    let packPort: number | undefined;
    const server = new Server();
    const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
    server.addService(AnalyzerService, {
        handshake: (_call: unknown, answer: sendUnaryData<AnalyzerHandshakeResponse>) => {
            answer(null, new AnalyzerHandshakeResponse());
        },
        configureStack: (
            call: ServerUnaryCall<AnalyzerStackConfigureRequest, AnalyzerStackConfigureResponse>,
            answer: sendUnaryData<AnalyzerStackConfigureResponse>,
        ) => {
            start(call.request).then(
                (port) => {
                    packPort = port;
                    configurePack(port, call.request, (error, response) => {
                        answer(error, response);
                        injector.drain(DRAIN_MS);
                    });
                },
                (error: unknown) => {
                    const details = `policy pack not started: ${error instanceof Error ? error.message : String(error)}`;
                    answer({ code: status.INTERNAL, details });
                },
            );
        },
    });
    const listener = createServer((socket) => {
        if (packPort === undefined) {
            injector.injectConnection(socket);
        } else {
            relay(socket, connect(packPort, "127.0.0.1"));
        }
    });
    await new Promise<void>((resolve, reject) => {
        listener.once("error", reject);
        listener.listen(0, "127.0.0.1", resolve);
    });
    return {
        port: (listener.address() as AddressInfo).port,
        close: () => {
            listener.close();
            // An answer on its way still arrives; relays end with the pack.
            injector.drain(DRAIN_MS);
        },
    };
}

/** Passes ConfigureStack on: a pack has the stack's tags from it. A pack of an older SDK, which does not know the call, is well. */
function configurePack(
    port: number,
    stack: AnalyzerStackConfigureRequest,
    answer: sendUnaryData<AnalyzerStackConfigureResponse>,
): void {
    const pack = new AnalyzerClient(`127.0.0.1:${String(port)}`, credentials.createInsecure(), {
        "grpc.enable_http_proxy": 0,
    });
    pack.configureStack(stack, (error) => {
        pack.close();
        if (error === null || error.code === status.UNIMPLEMENTED) {
            answer(null, new AnalyzerStackConfigureResponse());
        } else {
            answer(error);
        }
    });
}

/** Joins two sockets; the end of one, clean or not, ends the other. */
function relay(one: Socket, other: Socket): void {
    for (const [from, to] of [
        [one, other],
        [other, one],
    ] as const) {
        from.setNoDelay(true);
        from.pipe(to);
        from.on("error", () => to.destroy());
        from.on("close", () => to.destroy());
    }
}
