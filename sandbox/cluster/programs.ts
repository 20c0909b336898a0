import { closeSync, openSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { Children } from "../children";
import { ownVariables } from "../environment";
import { UserError } from "../user-error";
import type { Program } from "./control-plane";
import { identify, type ProcessIdentity } from "./processes";

/** How many of a program's last lines tell why it ended. */
const LAST_LINES = 5;

/** The programs of a cluster, none of which outlives this process. Each writes to a file of its own. */
export class Programs {
    /** Rejects, with the program's last lines, when one ends by itself. */
    public readonly failure: Promise<never>;
    private readonly children = new Children();
    private isStopping = false;
    private fail!: (error: UserError) => void;

    /** @param folder Where the programs' output goes. */
    public constructor(private readonly folder: string) {
        this.failure = new Promise((_, reject) => {
            this.fail = reject;
        });
        // Told to whoever waits for it; nobody does while the first is being started.
        this.failure.catch(() => undefined);
    }

    /** Starts a program. */
    public async start({
        name,
        command,
        args,
    }: Program): Promise<ProcessIdentity & { readonly name: string }> {
        await mkdir(this.folder, { recursive: true });
        const file = join(this.folder, `${name}.log`);
        const output = openSync(file, "w", 0o600);
        const child = this.children.spawn(command, args, {
            killing: "now",
            env: ownVariables(process.env),
            stdio: ["ignore", output, output],
        });
        closeSync(output);
        const explain = async (how: string): Promise<void> => {
            if (!this.isStopping) {
                const lines = [`${name}: expected it to run, got ${how}`, ...(await lastLines(file))];
                this.fail(new UserError(lines.join("\n")));
            }
        };
        child.process.once("error", (error) => void explain(error.message));
        child.process.once("exit", (code, signal) => void explain(signal ?? `exit code ${String(code)}`));
        const { pid } = child.process;
        // Gone already: the failure tells why.
        const identity = pid === undefined ? undefined : await identify(pid);
        return identity === undefined ? await this.failure : { name, ...identity };
    }

    /** Kills the programs: what they hold in memory ends with the cluster anyway, and asked to end they take seconds. */
    public async stop(): Promise<void> {
        this.isStopping = true;
        await this.children.close();
    }
}

/** What a program wrote last; a program that panics follows it with the stacks of its goroutines. */
async function lastLines(file: string): Promise<readonly string[]> {
    const [words = ""] = (await readFile(file, "utf8")).split(/^goroutine \d+ .*\[/m);
    return words
        .split("\n")
        .filter((line) => line.trim() !== "")
        .slice(-LAST_LINES);
}
