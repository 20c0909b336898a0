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

    /** `folder` is that of a pack, from `policies` on. */
    static async start(folder: string): Promise<RunningPack> {
        const child = spawn(process.execPath, [RUN_POLICY_PACK, "127.0.0.1:1", "."], {
            cwd: path.resolve(ROOT, "policies", folder),
            stdio: ["ignore", "pipe", "inherit"],
        });
        // The first line on its standard output is the port.
        for await (const port of createInterface({ input: child.stdout })) {
            return new RunningPack(
                child,
                new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure()),
            );
        }
        throw new Error(`${folder}: the pack ended before it told its port`);
    }

    async stop(): Promise<void> {
        this.client.close();
        const exit = once(this.child, "exit");
        this.child.kill();
        await exit;
    }

    info(): Promise<analyzer.AnalyzerInfo> {
        return this.call<analyzer.AnalyzerInfo>("getAnalyzerInfo", new Empty());
    }

    /** Sets levels, and the choices that rules leave to their users; what is not named is as the pack sets it. */
    async configure(
        policies: Readonly<Record<string, { level: Level; config?: Properties }>>,
    ): Promise<void> {
        const request = new analyzer.ConfigureAnalyzerRequest();
        for (const [name, { level, config = {} }] of Object.entries(policies)) {
            const policy = new analyzer.PolicyConfig()
                .setEnforcementlevel(analyzer.EnforcementLevel[level])
                .setProperties(structOf(config));
            request.getPolicyconfigMap().set(name, policy);
        }
        await this.call("configure", request);
    }

    async analyze(type: string, props: Properties): Promise<analyzer.AnalyzeResponse.AsObject> {
        const request = requestOn(type, props);
        return (await this.call<analyzer.AnalyzeResponse>("analyze", request)).toObject();
    }

    /** The remediations of a resource: the rule of each, and the properties after it. */
    async remediate(type: string, props: Properties): Promise<{ rule: string; props: Properties }[]> {
        const request = requestOn(type, props);
        const response = await this.call<analyzer.RemediateResponse>("remediate", request);
        return response.getRemediationsList().map((remediation) => ({
            rule: remediation.getPolicyname(),
            props: remediation.getProperties()?.toJavaScript() ?? {},
        }));
    }

    /** Analyses a stack, by default one whose resources have no outputs yet, as those of an unconfigured provider. */
    async analyzeStack(
        types: readonly string[],
        outputs: Properties = {},
    ): Promise<analyzer.AnalyzeResponse.AsObject> {
        const resources = types.map((type) =>
            new analyzer.AnalyzerResource()
                .setType(type)
                .setName("subject")
                .setUrn(urnOf(type, "subject"))
                .setProperties(structOf(outputs))
                .setOptions(new analyzer.AnalyzerResourceOptions()),
        );
        const request = new analyzer.AnalyzeStackRequest().setResourcesList(resources);
        return (await this.call<analyzer.AnalyzeResponse>("analyzeStack", request)).toObject();
    }

    private call<Response>(
        method: "analyze" | "analyzeStack" | "configure" | "getAnalyzerInfo" | "remediate",
        request: object,
    ): Promise<Response> {
        const call = this.client[method].bind(this.client) as unknown as Call<Response>;
        return promisify(call)(request);
    }
}

/** Names of enforcement levels in the protocol. */
type Level = "ADVISORY" | "MANDATORY" | "DISABLED" | "REMEDIATE";

function requestOn(type: string, props: Properties): analyzer.AnalyzeRequest {
    return new analyzer.AnalyzeRequest()
        .setType(type)
        .setName("subject")
        .setUrn(urnOf(type, "subject"))
        .setProperties(structOf(props))
        .setOptions(new analyzer.AnalyzerResourceOptions());
}

type Call<Response> = (
    request: object,
    callback: (error: Error | null, response: Response) => void,
) => unknown;

function structOf(props: Properties): Struct {
    return Struct.fromJavaScript(props as Record<string, JavaScriptValue>);
}
