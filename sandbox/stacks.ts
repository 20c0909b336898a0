import type { Pulumi } from "./cli";
import { UserError } from "./user-error";

/** Creates a stack in the sandbox, without selecting it, unless it is there; fails with a UserError when the CLI does. */
export async function ensureStack(pulumi: Pulumi, stack: string): Promise<void> {
    const listed = await capture(pulumi, ["stack", "ls", "--json"]);
    if (listed.exitCode !== 0) {
        throw new UserError(
            `the sandbox's stacks: expected a list, got ${listed.stderr.trim()}\nDelete .sandbox to start anew.`,
        );
    }
    // Warnings.
    process.stderr.write(listed.stderr);
    const stacks = JSON.parse(listed.stdout) as { readonly name: string }[];
    if (stacks.some(({ name }) => name === stack)) {
        return;
    }
    const created = await capture(pulumi, ["stack", "init", stack, "--no-select", "--non-interactive"]);
    // Another command may have created it meanwhile.
    if (created.exitCode !== 0 && !created.stderr.includes("already exists")) {
        throw new UserError(`stack ${stack}: expected it to be created, got ${created.stderr.trim()}`);
    }
}

async function capture(
    pulumi: Pulumi,
    args: readonly string[],
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
    let [stdout, stderr] = ["", ""];
    const exitCode = await pulumi.run(args, {
        stdout: (part) => (stdout += part),
        stderr: (part) => (stderr += part),
    });
    return { exitCode, stdout, stderr };
}
