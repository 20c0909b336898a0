import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { ENCRYPTION_SALT } from "./environment";
import { UserError } from "./user-error";

/** The stack that a command line names by `--stack NAME`, `-s NAME`, `stack init NAME` or `stack select NAME`. */
export function namedStack(args: readonly string[]): string | undefined {
    const end = args.indexOf("--");
    const own = end === -1 ? args : args.slice(0, end);
    const flag = own.findIndex((arg) => arg === "--stack" || arg === "-s");
    if (flag !== -1) {
        return own[flag + 1];
    }
    const joined = own
        .map((arg) => /^(?:--stack|-s)=(.+)$/.exec(arg)?.[1])
        .find((name) => name !== undefined);
    const takesName = own[0] === "stack" && (own[1] === "init" || own[1] === "select");
    return joined ?? (takesName ? own.slice(2).find((arg) => !arg.startsWith("-")) : undefined);
}

/** The stack that `stack select` chose for the project; undefined when none is chosen. */
export async function selectedStack(home: string, projectDirectory: string): Promise<string | undefined> {
    const project = createHash("sha1").update(join(projectDirectory, "Pulumi.yaml")).digest("hex");
    const folder = join(home, "workspaces");
    const files = await readdir(folder).catch(() => []);
    const file = files.find((name) => name.endsWith(`-${project}-workspace.json`));
    if (file === undefined) {
        return undefined;
    }
    const { stack } = JSON.parse(await readFile(join(folder, file), "utf8")) as { readonly stack?: string };
    return stack?.split("/").at(-1);
}

/** Whether a command line creates a stack. */
export function isStackInit(args: readonly string[]): boolean {
    return args[0] === "stack" && args[1] === "init";
}

/** The sandbox's copy of a stack's configuration. */
export interface StackConfig {
    /** The copy's path, for `--config-file`. */
    readonly path: string;
    /** Puts the project's own file back: `destroy --remove` deletes it, whatever `--preserve-config` says. */
    restore(): Promise<void>;
}

/**
 * Makes the sandbox's copy of Pulumi.yaml and of Pulumi.<stack>.yaml in a folder; undefined when the project has none for
 * the stack. Pulumi writes the salt of its passphrase into the file that it reads, and a real stack's secrets provider is
 * out of reach: in the copy, the sandbox's salt stands instead of either.
 *
 * Fails with a UserError when the file holds a secret that only the real stack can decrypt.
 */
export async function copyStackConfig(
    projectDirectory: string,
    stack: string,
    directory: string,
): Promise<StackConfig | undefined> {
    const file = `Pulumi.${stack}.yaml`;
    const own = join(projectDirectory, file);
    const config = await readFile(own, "utf8").catch(() => undefined);
    if (config === undefined) {
        return undefined;
    }
    await mkdir(directory, { recursive: true });
    await replace(
        join(directory, "Pulumi.yaml"),
        await readFile(join(projectDirectory, "Pulumi.yaml"), "utf8"),
    );
    await replace(join(directory, file), sandboxConfig(file, config));
    return {
        path: join(directory, file),
        restore: async () => {
            if (!existsSync(own)) {
                await writeFile(own, config);
            }
        },
    };
}

/** Writes a file so that another command never sees half of it. */
async function replace(path: string, text: string): Promise<void> {
    const temporary = `${path}.${String(process.pid)}`;
    await writeFile(temporary, text);
    await rename(temporary, path);
}

/** The text of a stack's configuration with the sandbox's secrets provider. */
function sandboxConfig(file: string, original: string): string {
    const isOurs = original.includes(`encryptionsalt: ${ENCRYPTION_SALT}`);
    const secret = original.split("\n").findIndex((line) => /^\s+secure:/.test(line));
    if (secret !== -1 && !isOurs) {
        throw new UserError(
            `${file}: expected no secret of a real stack in the sandbox, got one on line ${String(secret + 1)}`,
        );
    }
    const settings = original.replace(/^(encryptionsalt|encryptedkey|secretsprovider):.*\n?/gm, "");
    return `encryptionsalt: ${ENCRYPTION_SALT}\n${settings}`;
}
