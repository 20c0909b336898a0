import type { Pulumi } from "./cli";
import { UserError } from "./user-error";

/** Creates a stack in the sandbox unless it is there; fails with a UserError when the CLI does. */
export async function ensureStack(pulumi: Pulumi, stack: string): Promise<void> {
    const listed = await capture(pulumi, ["stack", "ls", "--json"]);
    if (listed.exitCode !== 0) {
        throw new UserError(`the sandbox's stacks: expected a list, got ${listed.text.trim()}`);
    }
    const stacks = JSON.parse(listed.text) as { readonly name: string }[];
    if (stacks.some(({ name }) => name === stack)) {
        return;
    }
    const created = await capture(pulumi, ["stack", "init", stack, "--non-interactive"]);
    // Another command may have created it meanwhile.
    if (created.exitCode !== 0 && !created.text.includes("already exists")) {
        throw new UserError(`stack ${stack}: expected it to be created, got ${created.text.trim()}`);
    }
}

async function capture(pulumi: Pulumi, args: readonly string[]): Promise<{ exitCode: number; text: string }> {
    let text = "";
    const add = (part: string): void => {
        text += part;
    };
    const exitCode = await pulumi.run(args, { stdout: add, stderr: add });
    return { exitCode, text };
}
