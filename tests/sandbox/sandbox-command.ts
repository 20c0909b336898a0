/** A command of the sandbox for the tests: `sandbox-command.ts PROJECT ARGS`, output passed through as it comes. */
import { ensureStack, openSandbox } from "../../sandbox/sandbox";

async function main([projectDirectory = "", ...args]: readonly string[]): Promise<void> {
    const pulumi = await openSandbox({
        projectDirectory,
        log: (line) => {
            console.error(line);
        },
    });
    try {
        await ensureStack(pulumi, "dev");
        process.exitCode = await pulumi.run(args, {
            stdout: (text) => process.stdout.write(text),
            stderr: (text) => process.stderr.write(text),
        });
    } finally {
        await pulumi.close();
    }
}

void main(process.argv.slice(2));
