import type { ProgramInfo } from "@pulumi/pulumi/proto/language_pb";

import { shellWords } from "./shell-words";

/** The options of `runtime:` in a Pulumi.yaml or PulumiPolicy.yaml. */
export interface RuntimeOptions {
    /** Arguments for Node, before the module that is run. */
    readonly nodeArgs: readonly string[];
    /** Variables by which the Pulumi SDK learns how to load TypeScript. */
    readonly env: Readonly<Record<string, string>>;
}

const EXPECTED = {
    typescript: "boolean",
    tsconfig: "string",
    nodeargs: "string",
    packagemanager: "string",
} as const;

/** Reads the runtime options; fails with `<option> option must be a <type>`, as the real language host does. */
export function readRuntimeOptions(info: ProgramInfo | undefined): RuntimeOptions {
    const options = info?.getOptions()?.toJavaScript() ?? {};
    for (const [name, type] of Object.entries(EXPECTED)) {
        if (options[name] !== undefined && typeof options[name] !== type) {
            throw new Error(`${name} option must be a ${type}`);
        }
    }
    const { typescript, tsconfig, nodeargs } = options as {
        typescript?: boolean;
        tsconfig?: string;
        nodeargs?: string;
    };
    return {
        nodeArgs: shellWords(nodeargs ?? ""),
        env: {
            ...(typescript === false ? {} : { PULUMI_NODEJS_TYPESCRIPT: "true" }),
            ...(tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
        },
    };
}
