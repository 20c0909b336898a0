import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { classFile, npmPackage } from "../npm-package";
import { ProviderError } from "../protocol/provider-error";

/** What the npm package tells of one resource type. */
export interface TypeSchema {
    /** API version that the package's default class uses, such as `2024-11-01`. */
    readonly apiVersion: string;
    readonly inputs: ReadonlySet<string>;
    readonly required: readonly string[];
    readonly response: Shape;
}

/** The properties that Azure answers with, by name. */
export type Shape = ReadonlyMap<string, ResponseProperty>;

export interface ResponseProperty {
    /** Whether Azure may leave it out. */
    readonly optional: boolean;
    /** The shape of the object, of each list item or of each map entry, when it has one. */
    readonly shape?: () => Shape;
    readonly isMap: boolean;
}

export const sdk = npmPackage("@pulumi/azure-native");

const schemas = new Map<string, TypeSchema>();

/** Reads a type's schema out of the npm package's class for it. */
export function readSchema(type: string): TypeSchema {
    const schema = schemas.get(type) ?? parseClass(type);
    schemas.set(type, schema);
    return schema;
}

function parseClass(type: string): TypeSchema {
    const [, module = "", name = ""] = type.split(":");
    const file = path.join(sdk.root, module, classFile(name));
    if (!existsSync(`${file}.js`)) {
        throw new ProviderError(`${type}: expected a type of @pulumi/azure-native ${sdk.version}`);
    }
    const code = readFileSync(`${file}.js`, "utf8");
    const declaration = readFileSync(`${file}.d.ts`, "utf8");
    return {
        apiVersion: /Uses Azure REST API version ([\w-]+)/.exec(code)?.[1] ?? "",
        inputs: new Set(matchAll(code, /resourceInputs\["(\w+)"\] = (?!undefined)/g)),
        required: matchAll(code, /Missing required property '(\w+)'/g),
        response: parseProperties(declaration, /readonly (\w+)(\??): pulumi\.Output<([\s\S]*?)>;\n/g),
    };
}

function matchAll(text: string, pattern: RegExp): string[] {
    return Array.from(text.matchAll(pattern), (match) => match[1] ?? "");
}

/** `pattern` captures name, question mark and type of each property. */
function parseProperties(declaration: string, pattern: RegExp): Shape {
    const code = declaration.replace(/\/\*\*[\s\S]*?\*\//g, "");
    return new Map(
        Array.from(code.matchAll(pattern), ([, name = "", mark = "", type = ""]) => [
            name,
            parseType(type, mark === "?"),
        ]),
    );
}

function parseType(text: string, mark: boolean): ResponseProperty {
    const optional = mark || text.endsWith("| undefined");
    // Only a lone reference has a shape: which member of a union Azure answers with depends on the request.
    const reference =
        /^(?<map>\{\s*\[key: string\]: )?outputs\.(?<module>\w+)\.(?<name>\w+)(?:\[\])?(?:;\s*\})?(?: \| undefined)?$/.exec(
            text,
        );
    const { map, module = "", name = "" } = reference?.groups ?? {};
    const isMap = map !== undefined;
    return reference === null
        ? { optional, isMap }
        : { optional, isMap, shape: () => readShape(module, name) };
}

const shapes = new Map<string, Shape>();
let outputTypes: string | undefined;

/** Reads a nested response type, found by name in the one file of 9 MB that declares them all. */
function readShape(module: string, name: string): Shape {
    const key = `${module}.${name}`;
    const shape = shapes.get(key) ?? parseInterface(module, name);
    shapes.set(key, shape);
    return shape;
}

function parseInterface(module: string, name: string): Shape {
    outputTypes ??= readFileSync(path.join(sdk.root, "types", "output.d.ts"), "utf8");
    const namespace = textBetween(outputTypes, `export declare namespace ${module} {\n`, "\n}\n");
    const body = textBetween(namespace, `    interface ${name} {\n`, "\n    }\n");
    return parseProperties(`${body}\n`, /^ {8}(\w+)(\??): ([^;{]+|\{[^}]+\});\n/gm);
}

function textBetween(text: string, opening: string, closing: string): string {
    const start = text.indexOf(opening);
    const end = text.indexOf(closing, start);
    if (start < 0 || end < 0) {
        throw new Error(
            `@pulumi/azure-native ${sdk.version}: expected "${opening.trim()}" in its output types`,
        );
    }
    return text.slice(start + opening.length, end + 1);
}
