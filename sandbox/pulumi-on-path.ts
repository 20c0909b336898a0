import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * The installed `pulumi` on PATH. `npm run` puts node_modules/.bin there, where `pulumi` is the npm package's launcher and
 * not an installed CLI: it is passed over.
 */
export function pulumiOnPath(env: NodeJS.ProcessEnv): string | undefined {
    return (env.PATH ?? "")
        .split(delimiter)
        .filter((folder) => !folder.endsWith(join("node_modules", ".bin")))
        .map((folder) => join(folder, "pulumi"))
        .find(isExecutable);
}

/** Whether a path leads to a file that this user may execute. */
export function isExecutable(path: string): boolean {
    try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
    } catch {
        return false;
    }
}
