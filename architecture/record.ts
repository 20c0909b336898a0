import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest, RegisterResourceResponse } from "@pulumi/pulumi/proto/resource_pb";
import { azureNative } from "../sandbox/providers/azure-native/provider";
import type { Operation, Provider } from "../sandbox/providers/protocol/provider";
import type { Properties as Values, Value } from "../sandbox/providers/protocol/values";
import { mapProperties, propertiesAt, reveal, textAt } from "../sandbox/providers/protocol/values";
import { random } from "../sandbox/providers/random/provider";
import { tls } from "../sandbox/providers/tls/provider";
import { Graph, type Properties, type Resource } from "./graph";
import { readable } from "./readable";
import { type StackName, stackConfig } from "./stack-config";

const PROGRAM = require.resolve("../index");

type Answer = (error: Error | null, response: RegisterResourceResponse) => void;

/** What the SDK talks to in the engine's place. */
interface Monitor {
    registerResource(request: RegisterResourceRequest, answer: Answer): Promise<void>;
}

/** A resource that the program asks for, and what it is told of it. */
export interface Registration {
    readonly request: RegisterResourceRequest;
    readonly response: RegisterResourceResponse;
}

/** Runs the program for a stack, without engine or network, and returns all that it registers as it is to be read. */
export async function recordStack(stack: StackName): Promise<Graph> {
    return new Graph((await registrations(stack)).map(recorded));
}

/**
 * Runs the program for a stack, without engine or network, and returns all that it registers, in the order of URNs.
 *
 * The sandbox's stand-in answers for Azure, so that ids and principals are such as Azure gives. Throws what the program
 * throws, and what the stand-in refuses.
 */
export async function registrations(stack: StackName): Promise<readonly Registration[]> {
    const config = stackConfig(stack);
    const registered: Registration[] = [];
    const refusals: Error[] = [];
    await pulumi.runtime.setMocks(stackMocks(config), "audioprothese-plus", stack, false);
    const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
    const register = monitor.registerResource.bind(monitor);
    // Mocks see inputs alone; the request has the parent, the dependencies and the options too.
    monitor.registerResource = (request, answer) =>
        register(request, (error, response) => {
            if (error === null) {
                registered.push({ request, response });
            } else {
                refusals.push(error);
            }
            answer(error, response);
        });
    await runProgram(config);
    if (refusals.length > 0) {
        throw new AggregateError(refusals, refusals.map(({ message }) => message).join("\n"));
    }
    // The SDK registers in no fixed order.
    return registered.sort((a, b) => (a.response.getUrn() < b.response.getUrn() ? -1 : 1));
}

/** Runs the program, as Pulumi does, waits until all that it registers has been answered, and returns what it exports. */
export async function runProgram(config: Record<string, string>): Promise<Record<string, unknown>> {
    pulumi.runtime.setAllConfig(config);
    // The SDK takes a stack trace for every promise, which is half of the time.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
        // Node runs a module once; this one is run for each stack.
        Reflect.deleteProperty(require.cache, PROGRAM);
        const outputs = module.require(PROGRAM) as Record<string, unknown>;
        await pulumi.runtime.disconnect();
        return outputs;
    } finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
}

/** URNs of what each input of a resource was made of. */
export function propertyDependenciesOf(
    request: RegisterResourceRequest,
): Readonly<Record<string, readonly string[]>> {
    const propertyDependencies: Record<string, readonly string[]> = {};
    request.getPropertydependenciesMap().forEach((dependencies, property) => {
        propertyDependencies[property] = dependencies.getUrnsList();
    });
    return propertyDependencies;
}

function recorded({ request, response }: Registration): Resource {
    return {
        urn: response.getUrn(),
        type: request.getType(),
        name: request.getName(),
        id: request.getCustom() ? response.getId() : "",
        inputs: readable(request.getObject()?.toJavaScript()) as Properties,
        outputs: readable(response.getObject()?.toJavaScript()) as Properties,
        parent: request.getParent(),
        // `<urn>::<id>`
        provider: request.getProvider().split("::").slice(0, -1).join("::"),
        dependencies: request.getDependenciesList(),
        propertyDependencies: propertyDependenciesOf(request),
        protect: request.getProtect() ?? false,
        ignoreChanges: request.getIgnorechangesList(),
    };
}

/** There is no engine to tell anything. */
const UNATTENDED: Operation = {
    urn: "",
    signal: new AbortController().signal,
    progress: () => undefined,
    warn: () => undefined,
};

/** What the providers answer. */
function stackMocks(config: Readonly<Record<string, string>>): pulumi.runtime.Mocks {
    const azure = azureNative.open();
    azure.configure(
        new Map(Object.entries(config).map(([key, value]) => [key.replace("azure-native:", ""), value])),
    );
    const standIns: Readonly<Record<string, Provider>> = {
        "azure-native": azure,
        random: random.open(),
        tls: tls.open(),
    };
    return {
        newResource: async ({ type, name, inputs }) => {
            const values = inputs as Values;
            const provider = standIns[type.split(":", 1)[0] ?? ""];
            if (provider === undefined) {
                return { id: objectId(values) ?? name, state: values };
            }
            const naming = { seed: new Uint8Array(), disabled: true };
            const checked = await provider.check({
                type,
                name,
                oldInputs: {},
                inputs: provider === azure ? mapProperties(values, reveal) : values,
                naming,
            });
            const { id, outputs } = await provider.create({
                type,
                name,
                inputs: checked.inputs,
                preview: false,
                operation: UNATTENDED,
            });
            return { id, state: outputs };
        },
        call: ({ token, inputs }) => azure.invoke(token, inputs as Record<string, Value>),
    };
}

/** The id of a Kubernetes object: its name, after its namespace if it has one. */
function objectId(object: Values): string | undefined {
    const metadata = propertiesAt(object, "metadata");
    const parts = [textAt(metadata, "namespace"), textAt(metadata, "name")].filter(
        (part) => part !== undefined,
    );
    return parts.length === 0 ? undefined : parts.join("/");
}
