import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** The stacks of the platform, the smaller first. */
export const STACKS = ["dev", "prod"] as const;

export type StackName = (typeof STACKS)[number];

const ROOT = join(__dirname, "..");

function configOf(file: string): Record<string, unknown> {
    return (parse(readFileSync(join(ROOT, file), "utf8")) as { config: Record<string, unknown> }).config;
}

const asText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

/** What Pulumi hands to the program for a stack: the defaults of Pulumi.yaml, then the stack's own values, as text. */
export function stackConfig(stack: StackName): Record<string, string> {
    const defaults = Object.entries(configOf("Pulumi.yaml"))
        .filter(([, declaration]) => Object.hasOwn(declaration as object, "default"))
        .map(([key, declaration]): [string, string] => [
            `audioprothese-plus:${key}`,
            asText((declaration as { default: unknown }).default),
        ]);
    const values = Object.entries(configOf(`Pulumi.${stack}.yaml`)).map(([key, value]): [string, string] => [
        key,
        asText(value),
    ]);
    return Object.fromEntries([...defaults, ...values]);
}

/** The keys that Pulumi.yaml declares, without their namespace. */
export const declaredKeys = (): readonly string[] => Object.keys(configOf("Pulumi.yaml"));
