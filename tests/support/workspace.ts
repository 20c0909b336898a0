import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";

const ROOT = join(__dirname, "..", "..");

/** What a clone does not hold: installed packages, Git's own data, and what runs leave behind. */
const NOT_CLONED = new Set(["node_modules", ".git", ".sandbox", "reports"]);

export interface CommandResult {
    readonly exitCode: number;
    readonly stdout: string;
    readonly stderr: string;
}

/** A text of a file, of which there is one, and what takes its place. */
export interface Edit {
    readonly file: string;
    readonly from: string;
    readonly to: string;
}

/**
 * A copy of the repository in a temporary folder, with a sandbox of its own, in which a test may change files.
 *
 * `node_modules` is shared with the repository through a link, so a copy takes milliseconds.
 */
export class Workspace {
    private constructor(public readonly directory: string) {}

    public static async create(): Promise<Workspace> {
        const directory = await mkdtemp(join(tmpdir(), "audioprothese-"));
        await cp(ROOT, directory, {
            recursive: true,
            filter: (source) => !NOT_CLONED.has(relative(ROOT, source).split(sep)[0] ?? ""),
        });
        await symlink(join(ROOT, "node_modules"), join(directory, "node_modules"));
        return new Workspace(directory);
    }

    public path(...segments: string[]): string {
        return join(this.directory, ...segments);
    }

    public read(file: string): Promise<string> {
        return readFile(this.path(file), "utf8");
    }

    public async write(file: string, text: string): Promise<void> {
        await writeFile(this.path(file), text);
    }

    /** Replaces the one occurrence of `from` in `file`; throws when there is none or several, so that no fault is seeded in vain. */
    public async replace(file: string, from: string, to: string): Promise<void> {
        const parts = (await this.read(file)).split(from);
        if (parts.length !== 2) {
            throw new Error(
                `${file}: expected one occurrence of ${JSON.stringify(from)}, got ${(parts.length - 1).toString()}`,
            );
        }
        await this.write(file, parts.join(to));
    }

    /** Makes the edits, does `action`, and undoes them. */
    public async edited<T>(edits: readonly Edit[], action: () => Promise<T>): Promise<T> {
        const originals = new Map<string, string>();
        try {
            for (const { file, from, to } of edits) {
                originals.set(file, originals.get(file) ?? (await this.read(file)));
                await this.replace(file, from, to);
            }
            return await action();
        } finally {
            for (const [file, text] of originals) {
                await this.write(file, text);
            }
        }
    }

    /** `npm run preview -- ARGS` without npm around it. */
    public preview(...args: string[]): Promise<CommandResult> {
        return this.command("report/preview.ts", args);
    }

    /** `npm run audit -- ARGS` without npm around it. */
    public audit(...args: string[]): Promise<CommandResult> {
        return this.command("report/audit.ts", args);
    }

    /** `npm run report -- ARGS` without npm around it. */
    public report(...args: string[]): Promise<CommandResult> {
        return this.command("report/report.ts", args);
    }

    /** `npm run pulumi -- ARGS` without npm around it. */
    public pulumi(...args: string[]): Promise<CommandResult> {
        return this.command("sandbox/pulumi.ts", args);
    }

    public async remove(): Promise<void> {
        await rm(this.directory, { recursive: true, force: true });
    }

    private command(script: string, args: readonly string[]): Promise<CommandResult> {
        return new Promise((resolve, reject) => {
            const child = spawn(process.execPath, [this.path("bin/run.mjs"), script, ...args], {
                cwd: this.directory,
                stdio: ["ignore", "pipe", "pipe"],
            });
            let stdout = "";
            let stderr = "";
            child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
            child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
            child.once("error", reject);
            child.once("close", (code) => {
                resolve({ exitCode: code ?? -1, stdout, stderr });
            });
        });
    }
}
