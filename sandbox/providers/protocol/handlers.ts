import * as grpc from "@grpc/grpc-js";
import * as plugins from "@pulumi/pulumi/proto/plugin_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { encodeCheck, encodeDiff } from "./answers";
import { connections, type Connection } from "./connections";
import { toStatus } from "./failure-status";
import type { Change, CheckRequest, Naming, Plugin, ReadRequest } from "./provider";
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
        attach: unary((connection, request: plugins.PluginAttach) => {
            connection.attach(request.getAddress());
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
        check: unary(async (connection, request: proto.CheckRequest) =>
            encodeCheck(await connection.configured().check(checkRequestOf(request))),
        ),
        diff: unary(async (connection, request: proto.DiffRequest) =>
            encodeDiff(await connection.configured().diff(changeOf(request))),
        ),
        create: unary(async (connection, request: proto.CreateRequest) => {
            const { id, outputs } = await connection.configured().create({
                ...parseUrn(request.getUrn()),
                inputs: decode("properties", request.getProperties()),
                preview: request.getPreview(),
                operation: connection.operation(request.getUrn(), request.getTimeout()),
            });
            return new proto.CreateResponse().setId(id).setProperties(encode(outputs));
        }),
        update: unary(async (connection, request: proto.UpdateRequest) => {
            const outputs = await connection.configured().update({
                ...changeOf(request),
                preview: request.getPreview(),
                operation: connection.operation(request.getUrn(), request.getTimeout()),
            });
            return new proto.UpdateResponse().setProperties(encode(outputs));
        }),
        read: unary(async (connection, request: proto.ReadRequest) => {
            const provider = connection.configured();
            const known = readRequestOf(request);
            const id = request.getId();
            const reading = provider.read
                ? await provider.read({ ...known, operation: connection.operation(request.getUrn(), 0) })
                : { outputs: known.oldOutputs, inputs: known.oldInputs };
            return reading === undefined
                ? new proto.ReadResponse()
                : new proto.ReadResponse()
                      .setId(id)
                      .setProperties(encode(reading.outputs))
                      .setInputs(encode(reading.inputs));
        }),
        delete: unary(async (connection, request: proto.DeleteRequest) => {
            await connection.configured().delete?.({
                ...parseUrn(request.getUrn()),
                id: request.getId(),
                oldInputs: decode("oldInputs", request.getOldInputs()),
                oldOutputs: decode("properties", request.getProperties()),
                operation: connection.operation(request.getUrn(), request.getTimeout()),
            });
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

/** A stand-in knows the resources of the stack and no others, so that none can be imported or looked up. */
function readRequestOf(request: proto.ReadRequest): Omit<ReadRequest, "operation"> {
    const name = parseUrn(request.getUrn());
    const oldOutputs = decode("properties", request.getProperties());
    if (entriesOf(oldOutputs).length === 0) {
        throw new ProviderError(
            `${name.type}: expected a resource of this stack, got id "${request.getId()}"; ` +
                "the sandbox holds nothing that could be imported or looked up",
            grpc.status.NOT_FOUND,
        );
    }
    return { ...name, id: request.getId(), oldInputs: decode("inputs", request.getInputs()), oldOutputs };
}
