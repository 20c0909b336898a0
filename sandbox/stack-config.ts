import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { ENCRYPTION_SALT } from "./environment";
import { UserError } from "./user-error";

/** Options that may come before a command or a stack's name and whose value is the next argument. */
const WITH_VALUE = new Set(
    (
        "-s --stack -C --cwd -v --verbose --color --tracing --profiling --memprofilerate " +
        "--secrets-provider --copy-config-from --teams"
    ).split(" "),
);

/** The name of the stack that a command line names by `--stack NAME`, `-s NAME`, `stack init NAME` or `stack select NAME`. */
export function namedStack(args: readonly string[]): string | undefined {
    const own = optionsOf(args);
    const flag = own.findIndex((arg) => /^(--stack$|--stack=|-s)/.test(arg));
    const joined = /^(?:--stack=|-s=?)(.+)$/.exec(own[flag] ?? "")?.[1];
    const [command, action, name] = commandWords(args);
    const takesName = command === "stack" && (action === "init" || action === "select");
    const named = flag === -1 ? (takesName ? name : undefined) : (joined ?? own[flag + 1]);
    return named === undefined ? undefined : stackName(named);
}

/** The words of a command line that are neither options nor the value of one, such as "stack", "init", "dev". */
export function commandWords(args: readonly string[]): string[] {
    return optionsOf(args).filter(
        (arg, index, own) => !arg.startsWith("-") && !WITH_VALUE.has(own[index - 1] ?? ""),
    );
}

/** What comes before "--". */
function optionsOf(args: readonly string[]): readonly string[] {
    const end = args.indexOf("--");
    return end === -1 ? args : args.slice(0, end);
}

/** The last part of `<organization>/<project>/<name>`. */
function stackName(qualified: string): string {
    return qualified.slice(qualified.lastIndexOf("/") + 1);
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
    return stack === undefined ? undefined : stackName(stack);
}

/** Whether a command line creates a stack. */
export function isStackInit(args: readonly string[]): boolean {
    const [command, action] = commandWords(args);
    return command === "stack" && action === "init";
}

/**
 * Makes the sandbox's copy of Pulumi.yaml and of Pulumi.<stack>.yaml in a folder and returns the latter's path; undefined
 * when the project has none for the stack. Pulumi writes the salt of its passphrase into the file that it reads, and a
 * real stack's secrets provider is out of reach: in the copy, the sandbox's salt stands instead of either.
 *
 * Fails with a UserError when the file holds a secret that only the real stack can decrypt.
 */
export async function copyStackConfig(
    projectDirectory: string,
    stack: string,
    directory: string,
): Promise<string | undefined> {
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
    return join(directory, file);
}

/** Writes a file so that another command never sees half of it. */
async function replace(path: string, text: string): Promise<void> {
    const temporary = `${path}.${randomUUID()}`;
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
