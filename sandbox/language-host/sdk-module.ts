import { createRequire } from "node:module";
import { join } from "node:path";

/** Finds one of the Pulumi SDK's commands as a program in the directory would; undefined when no SDK is installed there. */
export function findSdkModule(
    directory: string,
    name: "run" | "run-policy-pack" | "run-plugin",
): string | undefined {
    try {
        return createRequire(join(directory, "index.js")).resolve(`@pulumi/pulumi/cmd/${name}`);
    } catch {
        return undefined;
    }
}
