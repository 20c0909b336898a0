import * as pulumi from "@pulumi/pulumi";
import { closest, distance } from "fastest-levenshtein";
import { z } from "zod";
import {
    mandatoryTags,
    overlongNames,
    platformNames,
    type PlatformNames,
    type Tags,
} from "./components/naming";
import { type AddressPlan, planAddresses } from "./components/network/address-plan";
import { contradictions } from "./config/contradictions";
import { checkCapacity, checkRanges, mostNodes } from "./config/network";
import { azureSchema, programSchema } from "./config/schema";

const NAMESPACE = "audioprothese-plus";

/** The namespace of the provider, whose own keys the program reads in part. */
const AZURE = "azure-native";

/** The configuration of a stack, checked. */
export interface StackConfig extends z.output<typeof programSchema>, z.output<typeof azureSchema> {
    readonly names: PlatformNames;
    readonly tags: Tags;
    readonly plan: AddressPlan;

    /** Nodes that the cluster grows to at most. */
    readonly mostNodes: number;
}

/** The keys of one namespace, without it. */
function keysOf(namespace: string, record: Readonly<Record<string, string>>): Record<string, string> {
    const start = `${namespace}:`;
    return Object.fromEntries(
        Object.entries(record)
            .filter(([key]) => key.startsWith(start))
            .map(([key, value]) => [key.slice(start.length), value]),
    );
}

/** Whether the program reads a key, given with its namespace. */
function isRead(key: string): boolean {
    const [namespace, name = ""] = key.split(":", 2);
    return namespace === NAMESPACE || (namespace === AZURE && Object.hasOwn(azureSchema.shape, name));
}

const pathOf = (namespace: string, path: readonly PropertyKey[]) =>
    `${namespace}:${path.map(String).join(".")}`;

/** The objects that a schema stands for: a union for several, a number for none. */
function objectsOf(schema: unknown): readonly z.ZodObject[] {
    if (schema instanceof z.ZodPipe) {
        return objectsOf(schema.out);
    }
    if (schema instanceof z.ZodOptional) {
        return objectsOf(schema.unwrap());
    }
    if (schema instanceof z.ZodUnion) {
        return schema.options.flatMap(objectsOf);
    }
    return schema instanceof z.ZodObject ? [schema] : [];
}

/** The keys that the schema declares at a path. */
function declaredAt(path: readonly PropertyKey[]): readonly string[] {
    let objects = objectsOf(programSchema);
    for (const step of path) {
        objects = objects.flatMap(({ shape }) => objectsOf(shape[String(step)]));
    }
    return objects.flatMap(({ shape }) => Object.keys(shape));
}

/** Most letters in which a key differs from the one that may have been meant; half of a short one's. */
const SLIP = 3;

function unknownKey(namespace: string, path: readonly PropertyKey[], key: string): string {
    const nearest = closest(key, [...declaredAt(path)]);
    // The same key belongs to another of several objects.
    const hint =
        nearest !== key && distance(key, nearest) <= Math.min(SLIP, key.length / 2)
            ? ` (nearest: ${nearest})`
            : "";
    return `${pathOf(namespace, [...path, key])}: expected a declared key, got an unknown one${hint}`;
}

/** What a schema says against the values of a namespace. */
function schemaFaults(namespace: string, error: z.ZodError | undefined): string[] {
    return (error?.issues ?? []).flatMap((issue) =>
        issue.code === "unrecognized_keys"
            ? issue.keys.map((key) => unknownKey(namespace, issue.path, key))
            : [`${pathOf(namespace, issue.path)}: ${issue.message}`],
    );
}

const { network, systemPool, nodePools, namePrefix, environment } = programSchema.shape;
const { location } = azureSchema.shape;

type Pools = Pick<z.output<typeof programSchema>, "systemPool" | "nodePools">;

/** Nodes that all pools have at most, those of an upgrade included. */
const mostNodesOf = ({ systemPool: { count }, nodePools: pools }: Pools) =>
    mostNodes([count, ...Object.values(pools).map(({ maxCount }) => maxCount)]);

/** What the address ranges are to one another and to the pools, as far as these are sound. */
function rangeFaults(keys: Readonly<Record<string, string>>): string[] {
    const ranges = network.safeParse(keys.network).data;
    if (ranges === undefined) {
        return [];
    }
    const pools = z.object({ systemPool, nodePools }).safeParse(keys).data;
    const capacity = pools && checkCapacity(ranges, mostNodesOf(pools));
    return [...checkRanges(ranges), ...(capacity ?? [])].map(
        ({ key, message }) => `${pathOf(NAMESPACE, ["network", key])}: ${message}`,
    );
}

const scopeSchema = z.object({ prefix: namePrefix, environment, location });

/** Names that Azure would refuse, as soon as their parts are sound. */
function nameFaults(keys: Readonly<Record<string, string>>): string[] {
    const scope = scopeSchema.safeParse({ ...keys, prefix: keys.namePrefix }).data;
    const tooLong = scope === undefined ? [] : overlongNames(scope);
    const expectation = "expected a prefix that fits Azure's limits";
    return tooLong.length === 0 ? [] : [`${NAMESPACE}:namePrefix: ${expectation}, got ${tooLong.join(", ")}`];
}

/** Namespaces that somebody reads: the program, the provider, whose other keys are its own affair, and the engine. */
const READ_NAMESPACES: readonly string[] = [NAMESPACE, AZURE, "pulumi"];

/** Keys that nobody reads, such as those of a misspelt namespace. */
function strayFaults(record: Readonly<Record<string, string>>): string[] {
    return Object.keys(record)
        .filter((key) => !READ_NAMESPACES.includes(key.split(":", 1)[0] ?? ""))
        .map((key) => `${key}: expected a key of ${NAMESPACE} or ${AZURE}, got one of another namespace`);
}

function refuse(reasons: readonly string[]): never {
    const faults = [...new Set(reasons)];
    const count = faults.length === 1 ? "1 fault" : `${faults.length.toString()} faults`;
    throw new pulumi.RunError(`the configuration of the stack has ${count}:\n${faults.join("\n")}`);
}

/**
 * Checks the configuration and derives names and tags from it.
 *
 * Throws one `pulumi.RunError` that lists every fault, one a line, as `<key>: expected <what>, got <value>`.
 *
 * @param record every key of the stack, with its namespace, as text; objects and numbers as JSON.
 * @param secretKeys the keys of `record` that are secret. The program has none: it generates its secrets.
 */
export function parseConfig(
    record: Readonly<Record<string, string>>,
    secretKeys: ReadonlySet<string> = new Set(),
): StackConfig {
    // A secret here would end in clear in names, tags and settings; from here on nothing sees its value.
    const secrets = [...secretKeys].filter((key) => isRead(key));
    const plain = Object.fromEntries(Object.entries(record).filter(([key]) => !secrets.includes(key)));
    const azureKeys = keysOf(AZURE, plain);
    const keys = keysOf(NAMESPACE, plain);
    const azure = azureSchema.safeParse(azureKeys);
    const program = programSchema.safeParse(keys);
    const faults = [
        ...secrets.map((key) => `${key}: expected a plain value, got a secret`),
        ...[...schemaFaults(AZURE, azure.error), ...schemaFaults(NAMESPACE, program.error)].filter(
            (fault) => !secrets.some((key) => fault.startsWith(`${key}:`)),
        ),
        ...strayFaults(plain),
        ...rangeFaults(keys),
        ...nameFaults({ ...keys, ...azureKeys }),
        ...contradictions({ ...keys, ...azureKeys }).map((fault) => `${NAMESPACE}:${fault}`),
    ];
    if (faults.length > 0 || !azure.success || !program.success) {
        return refuse(faults);
    }
    const settings = { ...azure.data, ...program.data };
    const scope = { ...settings, prefix: settings.namePrefix };
    return {
        ...settings,
        names: platformNames(scope),
        tags: mandatoryTags(settings),
        plan: planAddresses(settings.network),
        mostNodes: mostNodesOf(settings),
    };
}

/** The configuration of the stack that runs. Throws as `parseConfig` does. */
export function loadConfig(): StackConfig {
    // The SDK tells which keys are secret to its own Config class only; this variable is where it knows it from.
    const secretKeys = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS ?? "[]") as string[];
    return parseConfig(pulumi.runtime.allConfig(), new Set(secretKeys));
}
