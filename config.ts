import * as pulumi from "@pulumi/pulumi";
import { closest } from "fastest-levenshtein";
import { z } from "zod";
import {
    mandatoryTags,
    overlongNames,
    platformNames,
    type PlatformNames,
    type Tags,
} from "./components/naming";
import { checkRanges } from "./config/network";
import { azureSchema, programSchema } from "./config/schema";

const NAMESPACE = "audioprothese-plus";

/** The configuration of a stack, checked. */
export interface StackConfig extends z.output<typeof programSchema>, z.output<typeof azureSchema> {
    readonly names: PlatformNames;
    readonly tags: Tags;
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

const pathOf = (namespace: string, path: readonly PropertyKey[]) =>
    `${namespace}:${path.map(String).join(".")}`;

/** The keys that the schema declares at a path. */
function declaredAt(path: readonly PropertyKey[]): readonly string[] {
    let schema: unknown = programSchema;
    for (const step of path) {
        schema = schema instanceof z.ZodObject ? schema.shape[String(step)] : undefined;
        schema = schema instanceof z.ZodPipe ? schema.out : schema;
    }
    return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function unknownKey(namespace: string, path: readonly PropertyKey[], key: string): string {
    const nearest = closest(key, [...declaredAt(path)]);
    return `${pathOf(namespace, [...path, key])}: expected a declared key, got an unknown one (nearest: ${nearest})`;
}

function faultsOf(namespace: string, error: z.ZodError): string[] {
    return error.issues.flatMap((issue) =>
        issue.code === "unrecognized_keys"
            ? issue.keys.map((key) => unknownKey(namespace, issue.path, key))
            : [`${pathOf(namespace, issue.path)}: ${issue.message}`],
    );
}

function refuse(faults: readonly string[]): never {
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
    // A secret here would end in clear in names, tags and settings.
    const secrets = [...secretKeys].filter((key) => key.startsWith(`${NAMESPACE}:`));
    if (secrets.length > 0) {
        refuse(secrets.map((key) => `${key}: expected a plain value, got a secret`));
    }
    const azure = azureSchema.safeParse(keysOf("azure-native", record));
    const program = programSchema.safeParse(keysOf(NAMESPACE, record));
    if (!azure.success || !program.success) {
        return refuse([
            ...(azure.error === undefined ? [] : faultsOf("azure-native", azure.error)),
            ...(program.error === undefined ? [] : faultsOf(NAMESPACE, program.error)),
        ]);
    }
    const settings = { ...azure.data, ...program.data };
    const nodes = settings.systemPool.count + settings.userPool.maxCount;
    const faults = checkRanges(settings.network, nodes).map(
        ({ key, message }) => `${pathOf(NAMESPACE, ["network", key])}: ${message}`,
    );
    const scope = { ...settings, prefix: settings.namePrefix };
    const tooLong = overlongNames(scope);
    if (tooLong.length > 0) {
        faults.push(
            `${NAMESPACE}:namePrefix: expected a prefix that fits Azure's limits, got ${tooLong.join(", ")}`,
        );
    }
    return faults.length > 0
        ? refuse(faults)
        : { ...settings, names: platformNames(scope), tags: mandatoryTags(settings) };
}

/** The configuration of the stack that runs. Throws as `parseConfig` does. */
export function loadConfig(): StackConfig {
    // The SDK tells which keys are secret to its own Config class only; this variable is where it knows it from.
    const secretKeys = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS ?? "[]") as string[];
    return parseConfig(pulumi.runtime.allConfig(), new Set(secretKeys));
}
