import { RunResponse, type RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { constants } from "node:os";

import type { Children } from "../children";
import { EngineLog } from "./engine-log";
import { readRuntimeOptions, type RuntimeOptions } from "./runtime-options";
import { findSdkModule } from "./sdk-module";

/** Exit code by which the Pulumi SDK says that it has told the user what went wrong. */
const TOLD_THE_USER = 32;

/** The engine's streams are numbered from 1; these cannot meet them. */
let nextStreamId = 1_000_000;

/** What a run needs besides its request. */
export interface RunContext {
    readonly engineAddress: string;
    readonly children: Children;
    /** What the program's own variables are added to. */
    readonly environment: Readonly<Record<string, string | undefined>>;
    /** Aborted when the engine gives up the call: the program is then killed. */
    readonly signal: AbortSignal;
}

/**
 * Runs a program in a Node process, as `pulumi-language-nodejs` does: the same arguments, environment and exit codes.
 *
 * The SDK gets the engine's monitor directly. The real host puts a proxy between, for synchronous invokes, which the SDK
 * gave up.
 */
export async function runProgram(request: RunRequest, context: RunContext): Promise<RunResponse> {
    const programDirectory = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
    let options: RuntimeOptions;
    try {
        options = readRuntimeOptions(request.getInfo());
    } catch (error) {
        return failed((error as Error).message);
    }
    const run = findSdkModule(programDirectory, "run");
    if (run === undefined) {
        return failed("It looks like the Pulumi SDK has not been installed. Have you run pulumi install?");
    }
    const log = new EngineLog(context.engineAddress);
    try {
        const child = context.children.spawn(
            process.execPath,
            [...options.nodeArgs, run, ...programArguments(request, programDirectory, context.engineAddress)],
            {
                killing: "now",
                cwd: request.getPwd(),
                env: { ...context.environment, ...options.env, ...configVariables(request) },
                stdio: ["ignore", "pipe", "pipe"],
            },
        );
        context.signal.addEventListener("abort", () => {
            child.signal("SIGKILL");
        });
        for (const stream of [child.process.stdout, child.process.stderr]) {
            if (stream !== null) {
                log.forward(stream, nextStreamId++);
            }
        }
        return await new Promise<RunResponse>((resolve) => {
            child.process.once("error", (error) => {
                resolve(
                    failed(`Problem executing program (could not run language executor): ${error.message}`),
                );
            });
            child.process.once("close", (code, signal) => {
                resolve(outcome(code ?? 128 + constants.signals[signal ?? "SIGKILL"]));
            });
        });
    } finally {
        await log.close();
    }
}

function programArguments(request: RunRequest, programDirectory: string, engineAddress: string): string[] {
    const flags: readonly (readonly [string, string])[] = [
        ["--monitor", request.getMonitorAddress()],
        ["--engine", engineAddress],
        ["--organization", request.getOrganization()],
        ["--project", request.getProject()],
        ["--root-directory", request.getInfo()?.getRootDirectory() ?? ""],
        ["--stack", request.getStack()],
        ["--pwd", programDirectory],
    ];
    return [
        ...flags.filter(([, value]) => value !== "").flat(),
        ...(request.getDryrun() ? ["--dry-run"] : []),
        "--parallel",
        String(request.getParallel()),
        request.getInfo()?.getEntryPoint() ?? request.getProgram(),
        ...request.getArgsList(),
    ];
}

/** The stack's configuration as the SDK reads it, its keys in the long form `<namespace>:config:<name>`. */
function configVariables(request: RunRequest): Record<string, string> {
    const config = Object.fromEntries(
        request
            .getConfigMap()
            .getEntryList()
            .map(([key, value]) => [key.replace(":", ":config:"), value]),
    );
    return {
        PULUMI_CONFIG: JSON.stringify(config),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    };
}

function outcome(exitCode: number): RunResponse {
    if (exitCode === TOLD_THE_USER) {
        return new RunResponse().setBail(true);
    }
    return exitCode === 0
        ? new RunResponse()
        : failed(`Program exited with non-zero exit code: ${String(exitCode)}`);
}

function failed(error: string): RunResponse {
    return new RunResponse().setError(error);
}
