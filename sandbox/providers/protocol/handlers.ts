import * as grpc from "@grpc/grpc-js";
import * as plugins from "@pulumi/pulumi/proto/plugin_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { encodeCheck, encodeDiff } from "./answers";
import { connections, type Connection } from "./connections";
import type { Change, CheckRequest, Naming, Plugin } from "./provider";
import { ProviderError } from "./provider-error";
import { decode, encode } from "./struct";
import { parseUrn } from "./urn";
import { entriesOf } from "./values";

/**
 * The resource protocol over one stand-in. What is missing here answers UNIMPLEMENTED; Handshake must,
 * as it does in the real providers: an answer to it makes the engine ignore the answer to Configure.
 */
export function serviceHandlers(plugin: Plugin): grpc.UntypedServiceImplementation {
    const connectionOf = connections(plugin);

    /** One call: finds its connection, answers, and turns what was thrown into a status without a stack. */
    function unary<Request, Response>(
        answer: (connection: Connection, request: Request) => Response | Promise<Response>,
    ): grpc.handleUnaryCall<Request, Response> {
        return (call, callback) => {
            Promise.resolve()
                .then(() => answer(connectionOf(call.getPeer()), call.request))
                .then((response) => {
                    callback(null, response);
                })
                .catch((error: unknown) => {
                    callback(toStatus(plugin.name, error));
                });
        };
    }

    return {
        attach: unary((connection) => {
            connection.reset();
            return new Empty();
        }),
        getPluginInfo: unary(() => {
            const info = new plugins.PluginInfo();
            return info.setVersion(plugin.version);
        }),
        cancel: unary((connection) => {
            connection.cancel();
            return new Empty();
        }),
        checkConfig: unary((_connection, request: proto.CheckRequest) => {
            const response = new proto.CheckResponse();
            return response.setInputs(encode(decode("news", request.getNews())));
        }),
        diffConfig: unary((connection, request: proto.DiffRequest) =>
            encodeDiff(connection.provider().diffConfig(changeOf(request))),
        ),
        configure: unary((connection, request: proto.ConfigureRequest) => {
            const prefix = `${plugin.name}:config:`;
            const variables = request
                .getVariablesMap()
                .getEntryList()
                .map(([key, value]): [string, string] => [key.replace(prefix, ""), value]);
            connection.configure(new Map(variables));
            return new proto.ConfigureResponse()
                .setAcceptsecrets(plugin.acceptSecrets)
                .setSupportspreview(true)
                .setSupportsAutonamingConfiguration(true);
        }),
        check: unary((connection, request: proto.CheckRequest) =>
            encodeCheck(connection.configured().check(checkRequestOf(request))),
        ),
        diff: unary((connection, request: proto.DiffRequest) =>
            encodeDiff(connection.configured().diff(changeOf(request))),
        ),
        create: unary(async (connection, request: proto.CreateRequest) => {
            const { id, outputs } = await connection.configured().create({
                ...parseUrn(request.getUrn()),
                inputs: decode("properties", request.getProperties()),
                preview: request.getPreview(),
            });
            return new proto.CreateResponse().setId(id).setProperties(encode(outputs));
        }),
        update: unary((connection, request: proto.UpdateRequest) => {
            const provider = connection.configured();
            const outputs = provider.update({ ...changeOf(request), preview: request.getPreview() });
            return new proto.UpdateResponse().setProperties(encode(outputs));
        }),
        // The world of the stand-ins is the engine's own state, so that no second copy of it, secrets
        // included, lies on the disk: reading gives back what the state says, deleting is the engine's.
        read: unary((connection, request: proto.ReadRequest) => {
            connection.configured();
            const { type } = parseUrn(request.getUrn());
            const outputs = decode("properties", request.getProperties());
            if (entriesOf(outputs).length === 0) {
                throw new ProviderError(
                    `${type}: expected a resource of this stack, got id "${request.getId()}"; ` +
                        "the sandbox holds nothing that could be imported or looked up",
                    grpc.status.NOT_FOUND,
                );
            }
            return new proto.ReadResponse()
                .setId(request.getId())
                .setProperties(encode(outputs))
                .setInputs(encode(decode("inputs", request.getInputs())));
        }),
        delete: unary((connection, request: proto.DeleteRequest) => {
            connection.configured().delete?.({ ...parseUrn(request.getUrn()), id: request.getId() });
            return new Empty();
        }),
        invoke: unary((connection, request: proto.InvokeRequest) => {
            const result = connection
                .configured()
                .invoke(request.getTok(), decode("args", request.getArgs()));
            return new proto.InvokeResponse().setReturn(encode(result));
        }),
    };
}

function checkRequestOf(request: proto.CheckRequest): CheckRequest {
    return {
        ...parseUrn(request.getUrn()),
        oldInputs: decode("olds", request.getOlds()),
        inputs: decode("news", request.getNews()),
        naming: namingOf(request),
    };
}

function namingOf(request: proto.CheckRequest): Naming {
    const seed = request.getRandomseed_asU8();
    const options = request.getAutonaming();
    if (options === undefined) {
        return { seed, disabled: false };
    }
    const disabled = options.getMode() === proto.CheckRequest.AutonamingOptions.Mode.DISABLE;
    return disabled ? { seed, disabled } : { seed, disabled, proposed: options.getProposedName() };
}

function changeOf(request: proto.DiffRequest | proto.UpdateRequest): Change {
    return {
        ...parseUrn(request.getUrn()),
        id: request.getId(),
        oldInputs: decode("oldInputs", request.getOldInputs()),
        oldOutputs: decode("olds", request.getOlds()),
        inputs: decode("news", request.getNews()),
    };
}

function toStatus(plugin: string, error: unknown): Partial<grpc.StatusObject> {
    if (error instanceof ProviderError) {
        return { code: error.code, details: error.message };
    }
    const message = error instanceof Error ? error.message : String(error);
    return { code: grpc.status.INTERNAL, details: `${plugin}: the sandbox's stand-in failed: ${message}` };
}
