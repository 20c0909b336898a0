import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

import { type Properties, urnOf } from "./evaluate";

const ROOT = path.join(__dirname, "../..");
const RUN_POLICY_PACK = path.join(ROOT, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");

/** A pack under test, started as the engine starts it. */
export class RunningPack {
    private constructor(
        private readonly child: ChildProcess,
        private readonly client: AnalyzerClient,
    ) {}

    static async start(name: string): Promise<RunningPack> {
        const child = spawn(process.execPath, [RUN_POLICY_PACK, "127.0.0.1:1", "."], {
            cwd: path.join(ROOT, "policies", name),
            stdio: ["ignore", "pipe", "inherit"],
        });
        // The first line on its standard output is the port.
        for await (const port of createInterface({ input: child.stdout })) {
            return new RunningPack(
                child,
                new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure()),
            );
        }
        throw new Error(`${name}: the pack ended before it told its port`);
    }

    async stop(): Promise<void> {
        this.client.close();
        const exit = once(this.child, "exit");
        this.child.kill();
        await exit;
    }

    info(): Promise<analyzer.AnalyzerInfo> {
        const call = this.client.getAnalyzerInfo.bind(this.client) as Call<Empty, analyzer.AnalyzerInfo>;
        return promisify(call)(new Empty());
    }

    async analyze(type: string, props: Properties): Promise<analyzer.AnalyzeResponse.AsObject> {
        const request = new analyzer.AnalyzeRequest()
            .setType(type)
            .setName("subject")
            .setUrn(urnOf(type, "subject"))
            .setProperties(structOf(props))
            .setOptions(new analyzer.AnalyzerResourceOptions());
        const call = this.client.analyze.bind(this.client) as Call<typeof request, analyzer.AnalyzeResponse>;
        return (await promisify(call)(request)).toObject();
    }

    /** Analyses a stack whose resources have no outputs yet, as those of an unconfigured provider. */
    async analyzeStack(types: readonly string[]): Promise<analyzer.AnalyzeResponse.AsObject> {
        const resources = types.map((type) =>
            new analyzer.AnalyzerResource()
                .setType(type)
                .setName("subject")
                .setUrn(urnOf(type, "subject"))
                .setProperties(structOf({}))
                .setOptions(new analyzer.AnalyzerResourceOptions()),
        );
        const request = new analyzer.AnalyzeStackRequest().setResourcesList(resources);
        const call = this.client.analyzeStack.bind(this.client) as Call<
            typeof request,
            analyzer.AnalyzeResponse
        >;
        return (await promisify(call)(request)).toObject();
    }
}

type Call<Request, Response> = (
    request: Request,
    callback: (error: Error | null, response: Response) => void,
) => unknown;

function structOf(props: Properties): Struct {
    return Struct.fromJavaScript(props as Record<string, JavaScriptValue>);
}
