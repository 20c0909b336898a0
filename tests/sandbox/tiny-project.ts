import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");

/** A Pulumi project of one file, in a folder of its own. */
export interface TinyProject {
    readonly directory: string;
    write(file: string, text: string): Promise<void>;
    remove(): Promise<void>;
}

/** Makes a project "tiny" with a stack "dev" and the given program, in TypeScript. */
export async function tinyProject(program: string): Promise<TinyProject> {
    const directory = await mkdtemp(join(tmpdir(), "tiny-project-"));
    const write = (file: string, text: string): Promise<void> => writeFile(join(directory, file), text);
    await symlink(join(ROOT, "node_modules"), join(directory, "node_modules"));
    await write(
        "Pulumi.yaml",
        "name: tiny\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n    nodeargs: --require tsx/cjs\n",
    );
    await write("Pulumi.dev.yaml", "config:\n  tiny:greeting: bonjour\n");
    await write("package.json", JSON.stringify({ name: "tiny", main: "index.ts" }));
    await write("index.ts", program);
    return { directory, write, remove: () => rm(directory, { recursive: true }) };
}

/** The processes, other than this one, whose environment holds an entry "NAME=value". Needs the /proc of Linux. */
export async function processesWith(entry: string): Promise<string[]> {
    const pids = (await readdir("/proc")).filter(
        (name) => /^\d+$/.test(name) && name !== String(process.pid),
    );
    const commands = await Promise.all(
        pids.map(async (pid) => {
            const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
            return environment.split("\0").includes(entry)
                ? (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => ""))
                      .replaceAll("\0", " ")
                      .trim()
                : "";
        }),
    );
    return commands.filter((command) => command !== "");
}

/** Whether a process runs. */
export function isAlive(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch {
        return false;
    }
}
