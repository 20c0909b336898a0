import {
    credentials,
    type sendUnaryData,
    Server,
    ServerCredentials,
    type ServerUnaryCall,
    status,
} from "@grpc/grpc-js";
import { AnalyzerClient, AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
    AnalyzerHandshakeResponse,
    type AnalyzerInfo,
    type AnalyzerStackConfigureRequest,
    AnalyzerStackConfigureResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type AddressInfo, createServer } from "node:net";

/** How long the engine's first connection may take to receive its last answer. */
const DRAIN_MS = 1000;

/** A listening socket's descriptor, for a child to inherit. Node documents that a server has a handle, its types do not. */
interface Listening {
    readonly _handle: { readonly fd: number };
}

/**
 * The door to a policy pack that has yet to start. The SDK's packs read the stack's name and configuration from their
 * environment, but the engine tells them only once it is connected, by ConfigureStack. So the engine is given the gate's
 * port: the gate answers until ConfigureStack, has the pack started on the very socket, and passes on the first call that
 * only a pack can answer. Then it closes the connection, and the engine's gRPC client reconnects by itself, to the pack.
 *
 * The engine connects to its packs in turn, but asks all of them at once what they hold. So the gate answers
 * ConfigureStack while the pack starts, and packs start side by side.
 */
export interface PolicyGate {
    readonly port: number;
    close(): void;
}

/** Has a pack for a stack inherit the descriptor of a listening socket before it returns; fails with why it did not start. */
export type StartPack = (stack: AnalyzerStackConfigureRequest, listener: number) => Promise<void>;

export async function openPolicyGate(start: StartPack): Promise<PolicyGate> {
    const listener = createServer();
    let pack: Promise<AnalyzerClient> | undefined;
    const server = new Server();
    const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
    server.addService(AnalyzerService, {
        handshake: (_call: unknown, answer: sendUnaryData<AnalyzerHandshakeResponse>) => {
            answer(null, new AnalyzerHandshakeResponse());
        },
        configureStack: (
            { request }: ServerUnaryCall<AnalyzerStackConfigureRequest, AnalyzerStackConfigureResponse>,
            answer: sendUnaryData<AnalyzerStackConfigureResponse>,
        ) => {
            const started = start(request, (listener as unknown as Listening)._handle.fd);
            // From here on, whoever connects meets the pack.
            listener.close();
            pack = started.then(() => configured(port, request));
            // Who asks the pack hears why it did not start.
            pack.catch(() => undefined);
            answer(null, new AnalyzerStackConfigureResponse());
        },
        // A pack's version comes with its policies.
        getPluginInfo: (_call: unknown, answer: sendUnaryData<PluginInfo>) => {
            answer(null, new PluginInfo());
        },
        getAnalyzerInfo: (
            { request }: ServerUnaryCall<Empty, AnalyzerInfo>,
            answer: sendUnaryData<AnalyzerInfo>,
        ) => {
            Promise.resolve(pack).then(
                (client) => {
                    if (client === undefined) {
                        answer({
                            code: status.FAILED_PRECONDITION,
                            details: "expected ConfigureStack first",
                        });
                        return;
                    }
                    client.getAnalyzerInfo(request, (error, info) => {
                        client.close();
                        answer(error, info);
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
    listener.on("connection", (socket) => {
        injector.injectConnection(socket);
    });
    await new Promise<void>((resolve, reject) => {
        listener.once("error", reject);
        listener.listen(0, "127.0.0.1", resolve);
    });
    const { port } = listener.address() as AddressInfo;
    return {
        port,
        close: () => {
            listener.close();
            // An answer on its way still arrives.
            injector.drain(DRAIN_MS);
        },
    };
}

/** A client of a pack that has its stack's tags, which come by ConfigureStack alone; an older SDK's does not know the call. */
function configured(port: number, stack: AnalyzerStackConfigureRequest): Promise<AnalyzerClient> {
    const pack = new AnalyzerClient(`127.0.0.1:${String(port)}`, credentials.createInsecure(), {
        "grpc.enable_http_proxy": 0,
    });
    return new Promise((resolve, reject) => {
        pack.configureStack(stack, (error) => {
            if (error === null || error.code === status.UNIMPLEMENTED) {
                resolve(pack);
            } else {
                pack.close();
                reject(error);
            }
        });
    });
}
