import { status, type sendUnaryData, type ServerUnaryCall, type ServerWritableStream } from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import * as language from "@pulumi/pulumi/proto/language_pb";
import { PackageDependency, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import type { Children } from "../children";
import { type LoopbackService, serveOnLoopback } from "../loopback";
import { installDependencies } from "./install-dependencies";
import { programDependencies } from "./program-dependencies";
import { requiredPackages } from "./required-packages";
import { runPlugin } from "./run-plugin";
import { runProgram } from "./run-program";

/** What the language host is built from. */
export interface LanguageHostOptions {
    /** The CLI's version, which the real host answers for its own. */
    readonly version: string;
    readonly children: Children;
    /** The CLI's environment, which a spawned host would have and hands on to programs. */
    readonly environment: Readonly<Record<string, string | undefined>>;
}

type Unary<Request, Response> = (call: ServerUnaryCall<Request, Response>) => Promise<Response>;

/**
 * Serves Node programs and policy packs to the engine, as the `pulumi-language-nodejs` of an installed CLI does. What
 * only `pulumi new`, `convert` and `package` call is left unimplemented.
 */
export async function serveLanguageHost(options: LanguageHostOptions): Promise<LoopbackService> {
    const { version, children, environment } = options;
    /** The engine behind each connection, by its address: one CLI opens several. */
    const engines = new Map<string, string>();
    const stopAll = new AbortController();

    const service = await serveOnLoopback(LanguageRuntimeService, {
        handshake: unary<language.LanguageHandshakeRequest, language.LanguageHandshakeResponse>((call) => {
            engines.set(call.getPeer(), call.request.getEngineAddress());
            return Promise.resolve(new language.LanguageHandshakeResponse());
        }),
        getPluginInfo: unary<Empty, PluginInfo>(() => Promise.resolve(new PluginInfo().setVersion(version))),
        about: unary<language.AboutRequest, language.AboutResponse>(() =>
            Promise.resolve(
                new language.AboutResponse().setExecutable(process.execPath).setVersion(process.version),
            ),
        ),
        getRequiredPackages: unary<language.GetRequiredPackagesRequest, language.GetRequiredPackagesResponse>(
            async (call) => {
                const packages = await requiredPackages(programDirectory(call.request));
                return new language.GetRequiredPackagesResponse().setPackagesList(
                    packages.map(({ name, version, server }) =>
                        new PackageDependency()
                            .setName(name)
                            .setKind("resource")
                            .setVersion(version)
                            .setServer(server),
                    ),
                );
            },
        ),
        getProgramDependencies: unary<
            language.GetProgramDependenciesRequest,
            language.GetProgramDependenciesResponse
        >(async (call) => {
            const dependencies = await programDependencies(
                programDirectory(call.request),
                call.request.getTransitivedependencies(),
            );
            return new language.GetProgramDependenciesResponse().setDependenciesList(
                dependencies.map(({ name, version }) =>
                    new language.DependencyInfo().setName(name).setVersion(version),
                ),
            );
        }),
        run: unary<language.RunRequest, language.RunResponse>((call) => {
            const engineAddress = engines.get(call.getPeer());
            if (engineAddress === undefined) {
                throw new Error("engine: expected a handshake before the run, got none on this connection");
            }
            return runProgram(call.request, {
                engineAddress,
                children,
                environment,
                signal: endOf(call, stopAll.signal),
            });
        }),
        runPlugin: streaming<language.RunPluginRequest, language.RunPluginResponse>((call) =>
            runPlugin(call.request, {
                children,
                send: (part) => call.write(part),
                signal: endOf(call, stopAll.signal),
            }),
        ),
        installDependencies: streaming<
            language.InstallDependenciesRequest,
            language.InstallDependenciesResponse
        >((call) =>
            installDependencies(call.request.getDirectory(), {
                children,
                send: (part) => call.write(part),
                signal: endOf(call, stopAll.signal),
            }),
        ),
        // The engine's Cancel says that its run is over; its calls end with it, and their children with the calls.
        cancel: unary<Empty, Empty>(() => Promise.resolve(new Empty())),
    });
    return {
        port: service.port,
        close: () => {
            stopAll.abort();
            service.close();
        },
    };
}

function programDirectory(request: { getInfo(): language.ProgramInfo | undefined }): string {
    const directory = request.getInfo()?.getProgramDirectory() ?? "";
    if (directory === "") {
        throw new Error("info.program_directory: expected a directory, got none");
    }
    return directory;
}

/** Aborted when the engine gives up the call or the host closes. */
function endOf(
    call: { on(event: "cancelled", listener: () => void): unknown },
    closed: AbortSignal,
): AbortSignal {
    const cancelled = new AbortController();
    call.on("cancelled", () => {
        cancelled.abort();
    });
    return AbortSignal.any([cancelled.signal, closed]);
}

function unary<Request, Response>(handle: Unary<Request, Response>) {
    return (call: ServerUnaryCall<Request, Response>, answer: sendUnaryData<Response>): void => {
        attempt(() => handle(call)).then(
            (response) => {
                answer(null, response);
            },
            (error: unknown) => {
                answer(failure(error));
            },
        );
    };
}

function streaming<Request, Response>(
    handle: (call: ServerWritableStream<Request, Response>) => Promise<void>,
) {
    return (call: ServerWritableStream<Request, Response>): void => {
        attempt(() => handle(call)).then(
            () => {
                call.end();
            },
            (error: unknown) => {
                // The way by which grpc-js takes a stream's failure.
                call.emit("error", failure(error));
            },
        );
    };
}

async function attempt<Result>(action: () => Promise<Result>): Promise<Result> {
    return await action();
}

function failure(error: unknown): Error & { code: status } {
    const message = error instanceof Error ? error.message : String(error);
    return Object.assign(new Error(message), { code: status.UNKNOWN, details: message });
}
