import assert from "node:assert/strict";
import { credentials, type Client, type ServiceError } from "@grpc/grpc-js";
import { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderClient, ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import type { Plugin } from "../../../sandbox/providers/protocol/provider";
import { serveOnLoopback } from "../../../sandbox/loopback";
import { serviceHandlers } from "../../../sandbox/providers/protocol/handlers";

export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export type Properties = Record<string, JavaScriptValue>;

/** What a diff says, with the kinds of its detailed diff by name. */
export interface DiffAnswer {
    readonly changes: "none" | "some";
    readonly details: Record<string, string>;
    readonly replaces: readonly string[];
    readonly deleteBeforeReplace: boolean;
}

/** What the state keeps of a resource. */
export interface Deployed {
    readonly id: string;
    readonly inputs: Properties;
    readonly outputs: Properties;
}

/** Speaks to a stand-in as the engine does. Failed calls reject with "<code> <details>". */
export class ProviderClient {
    static async start(plugin: Plugin, variables?: Record<string, string>): Promise<ProviderClient> {
        const server = await serveOnLoopback(ResourceProviderService, serviceHandlers(plugin));
        const client = new ProviderClient(plugin.name, server.port, () => {
            server.close();
        });
        if (variables !== undefined) {
            await client.configure(variables);
        }
        return client;
    }

    private readonly stub: ResourceProviderClient;

    private constructor(
        readonly name: string,
        readonly port: number,
        private readonly stop: () => void,
    ) {
        // Without a pool of its own, a second client to the same port would share the first one's connection.
        const options = { "grpc.use_local_subchannel_pool": 1 };
        this.stub = new ResourceProviderClient(
            `127.0.0.1:${port.toString()}`,
            credentials.createInsecure(),
            options,
        );
    }

    /** A connection of its own to what listens at a port; closing it leaves the stand-in alone. */
    static connect(name: string, port: number): ProviderClient {
        return new ProviderClient(name, port, () => undefined);
    }

    /** A second connection to the same stand-in. */
    again(): ProviderClient {
        return ProviderClient.connect(this.name, this.port);
    }

    close(): void {
        (this.stub as Client).close();
        this.stop();
    }

    handshake = () => call<object>((done) => this.stub.handshake(new proto.ProviderHandshakeRequest(), done));
    cancel = () => call<Empty>((done) => this.stub.cancel(new Empty(), done));
    attach = (address = "") =>
        call<Empty>((done) => this.stub.attach(new PluginAttach().setAddress(address), done));

    async version(): Promise<string> {
        const info = await call<{ getVersion(): string }>((done) =>
            this.stub.getPluginInfo(new Empty(), done),
        );
        return info.getVersion();
    }

    async configure(variables: Record<string, string>): Promise<proto.ConfigureResponse.AsObject> {
        const request = new proto.ConfigureRequest().setAcceptsecrets(true);
        for (const [key, value] of Object.entries(variables)) {
            request.getVariablesMap().set(`${this.name}:config:${key}`, value);
        }
        const response = await call<proto.ConfigureResponse>((done) => this.stub.configure(request, done));
        return response.toObject();
    }

    async check(
        type: string,
        news: Properties,
        olds: Properties = {},
        autonaming?: proto.CheckRequest.AutonamingOptions,
    ) {
        const request = new proto.CheckRequest()
            .setUrn(urnOf(type))
            .setNews(Struct.fromJavaScript(news))
            .setOlds(Struct.fromJavaScript(olds))
            .setRandomseed(new Uint8Array([1, 2, 3]))
            .setAutonaming(autonaming);
        const response = await call<proto.CheckResponse>((done) => this.stub.check(request, done));
        return {
            inputs: response.getInputs()?.toJavaScript() ?? {},
            failures: response.getFailuresList().map((failure) => failure.toObject()),
        };
    }

    async checkConfig(news: Properties): Promise<Properties | undefined> {
        const request = new proto.CheckRequest().setNews(Struct.fromJavaScript(news));
        const response = await call<proto.CheckResponse>((done) => this.stub.checkConfig(request, done));
        return response.getInputs()?.toJavaScript();
    }

    async diff(type: string, olds: Properties, news: Properties): Promise<DiffAnswer> {
        const request = this.diffRequest(type, olds, news);
        return diffAnswer(await call<proto.DiffResponse>((done) => this.stub.diff(request, done)));
    }

    async diffConfig(olds: Properties, news: Properties): Promise<DiffAnswer> {
        const request = this.diffRequest(`pulumi:providers:${this.name}`, olds, news);
        return diffAnswer(await call<proto.DiffResponse>((done) => this.stub.diffConfig(request, done)));
    }

    async create(
        type: string,
        inputs: Properties,
        { preview = false, timeoutSeconds = 0 } = {},
    ): Promise<{ id: string; outputs: Properties }> {
        const request = new proto.CreateRequest()
            .setUrn(urnOf(type))
            .setProperties(Struct.fromJavaScript(inputs))
            .setPreview(preview)
            .setTimeout(timeoutSeconds);
        const response = await call<proto.CreateResponse>((done) => this.stub.create(request, done));
        return { id: response.getId(), outputs: response.getProperties()?.toJavaScript() ?? {} };
    }

    /** What the engine does at an update: check, which must find no failure, then create. */
    async deploy(type: string, news: Properties): Promise<Deployed> {
        const { inputs, failures } = await this.check(type, news);
        assert.deepEqual(failures, []);
        return { inputs, ...(await this.create(type, inputs)) };
    }

    async update(
        type: string,
        old: Deployed,
        news: Properties,
        { preview = false } = {},
    ): Promise<Properties> {
        const request = new proto.UpdateRequest()
            .setUrn(urnOf(type))
            .setId(old.id)
            .setOlds(Struct.fromJavaScript(old.outputs))
            .setOldInputs(Struct.fromJavaScript(old.inputs))
            .setNews(Struct.fromJavaScript(news))
            .setPreview(preview);
        const response = await call<proto.UpdateResponse>((done) => this.stub.update(request, done));
        return response.getProperties()?.toJavaScript() ?? {};
    }

    async read(type: string, id: string, outputs: Properties, inputs: Properties = {}) {
        const request = new proto.ReadRequest()
            .setUrn(urnOf(type))
            .setId(id)
            .setProperties(Struct.fromJavaScript(outputs))
            .setInputs(Struct.fromJavaScript(inputs));
        const response = await call<proto.ReadResponse>((done) => this.stub.read(request, done));
        return {
            id: response.getId(),
            outputs: response.getProperties()?.toJavaScript(),
            inputs: response.getInputs()?.toJavaScript(),
        };
    }

    async delete(
        type: string,
        id: string,
        old: Omit<Deployed, "id"> = { inputs: {}, outputs: {} },
        { timeoutSeconds = 0 } = {},
    ): Promise<void> {
        const request = new proto.DeleteRequest()
            .setUrn(urnOf(type))
            .setId(id)
            .setProperties(Struct.fromJavaScript(old.outputs))
            .setOldInputs(Struct.fromJavaScript(old.inputs))
            .setTimeout(timeoutSeconds);
        await call<Empty>((done) => this.stub.delete(request, done));
    }

    async invoke(token: string, args: Properties = {}): Promise<Properties> {
        const request = new proto.InvokeRequest().setTok(token).setArgs(Struct.fromJavaScript(args));
        const response = await call<proto.InvokeResponse>((done) => this.stub.invoke(request, done));
        return response.getReturn()?.toJavaScript() ?? {};
    }

    /** A check whose request is made by hand, to be malformed. */
    rawCheck = (request: proto.CheckRequest) =>
        call<proto.CheckResponse>((done) => this.stub.check(request, done));

    private diffRequest(type: string, olds: Properties, news: Properties): proto.DiffRequest {
        return new proto.DiffRequest()
            .setUrn(urnOf(type))
            .setId("id")
            .setOlds(Struct.fromJavaScript(olds))
            .setOldInputs(Struct.fromJavaScript(olds))
            .setNews(Struct.fromJavaScript(news));
    }
}

export const AutonamingMode = proto.CheckRequest.AutonamingOptions.Mode;

/** The engine's wish about a name that the program leaves out. */
export function autonaming(
    mode: proto.CheckRequest.AutonamingOptions.Mode,
    proposedName = "",
): proto.CheckRequest.AutonamingOptions {
    return new proto.CheckRequest.AutonamingOptions().setMode(mode).setProposedName(proposedName);
}

export function urnOf(type: string): string {
    return `urn:pulumi:dev::project::component$${type}::name`;
}

/** The envelope in which the engine sends a secret. */
export function secretOf(value: JavaScriptValue): Properties {
    return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

function diffAnswer(response: proto.DiffResponse): DiffAnswer {
    // Without this flag the engine ignores the details and compares by itself.
    assert.equal(response.getHasdetaileddiff(), true);
    const kinds = Object.entries(proto.PropertyDiff.Kind);
    const details: Record<string, string> = {};
    response.getDetaileddiffMap().forEach((diff, path) => {
        details[path] = kinds.find(([, kind]) => kind === diff.getKind())?.[0] ?? "";
    });
    return {
        changes: response.getChanges() === proto.DiffResponse.DiffChanges.DIFF_NONE ? "none" : "some",
        details,
        replaces: response.getReplacesList(),
        deleteBeforeReplace: response.getDeletebeforereplace(),
    };
}

function call<Response>(
    start: (done: (error: ServiceError | null, response: Response) => void) => unknown,
): Promise<Response> {
    return new Promise((resolve, reject) => {
        start((error, response) => {
            if (error === null) {
                resolve(response);
            } else {
                reject(new Error(`${error.code.toString()} ${error.details}`));
            }
        });
    });
}
