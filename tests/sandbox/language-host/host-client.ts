import {
    credentials,
    type sendUnaryData,
    type ServerUnaryCall,
    type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { LanguageRuntimeClient } from "@pulumi/pulumi/proto/language_grpc_pb";
import { LanguageHandshakeRequest, ProgramInfo } from "@pulumi/pulumi/proto/language_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { Children } from "../../../sandbox/children";
import { serveLanguageHost } from "../../../sandbox/language-host/language-host";
import { serveOnLoopback } from "../../../sandbox/loopback";

/** A language host with an engine that only keeps its log, and a folder for programs whose SDK is a script. */
export interface HostUnderTest {
    readonly client: LanguageRuntimeClient;
    readonly directory: string;
    readonly children: Children;
    /** What the engine was told to log. */
    readonly logged: string[];
    readonly engineAddress: string;
    /** Makes the engine known on the client's connection. */
    handshake(): Promise<void>;
    /** Puts a script in the place of a command of the Pulumi SDK. */
    sdk(command: "run" | "run-policy-pack" | "run-plugin", script: string): Promise<void>;
    /** The program's place, with runtime options. */
    info(options?: Record<string, JavaScriptValue>): ProgramInfo;
    closeHost(): void;
    close(): Promise<void>;
}

/** Starts a language host for a test. */
export async function hostUnderTest(): Promise<HostUnderTest> {
    const directory = await mkdtemp(join(tmpdir(), "language-host-"));
    const logged: string[] = [];
    const engine = await serveOnLoopback<UntypedServiceImplementation>(EngineService, {
        log: (call: ServerUnaryCall<LogRequest, Empty>, answer: sendUnaryData<Empty>) => {
            // Slow, so that a run that does not wait for its log is answered before.
            setTimeout(() => {
                logged.push(call.request.getMessage());
                answer(null, new Empty());
            }, 20);
        },
    });
    const engineAddress = `127.0.0.1:${String(engine.port)}`;
    const children = new Children();
    const host = await serveLanguageHost({
        version: "3.225.0",
        children,
        environment: { CLI_VARIABLE: "the CLI's own" },
    });
    const client = new LanguageRuntimeClient(`127.0.0.1:${String(host.port)}`, credentials.createInsecure());
    return {
        client,
        directory,
        children,
        logged,
        engineAddress,
        handshake: () =>
            new Promise((resolve, reject) => {
                client.handshake(new LanguageHandshakeRequest().setEngineAddress(engineAddress), (error) => {
                    if (error === null) {
                        resolve();
                    } else {
                        reject(error);
                    }
                });
            }),
        sdk: async (command, script) => {
            const file = join(directory, "node_modules/@pulumi/pulumi/cmd", command, "index.js");
            await mkdir(dirname(file), { recursive: true });
            await writeFile(file, script);
        },
        info: (options = {}) =>
            new ProgramInfo()
                .setRootDirectory(directory)
                .setProgramDirectory(directory)
                .setEntryPoint(".")
                .setOptions(Struct.fromJavaScript(options)),
        closeHost: () => {
            host.close();
        },
        close: async () => {
            client.close();
            host.close();
            engine.close();
            await children.close();
            await rm(directory, { recursive: true });
        },
    };
}
