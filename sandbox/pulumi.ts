/** `npm run pulumi -- ARGS`: any Pulumi command in the sandbox. Exits with the CLI's code, or 2 when there is no CLI to run. */
import { existsSync } from "node:fs";
import { join } from "node:path";

import { ensureStack, openSandbox } from "./sandbox";
import { isStackInit, namedStack } from "./stack-config";
import { userMessage } from "./user-error";

const PROJECT = join(__dirname, "..");

const HELP = `npm run pulumi -- COMMAND [OPTIONS]

Runs any command of the real Pulumi CLI against a simulated Azure. State lives in .sandbox/; delete that folder to
start anew. A stack that has a Pulumi.<stack>.yaml is created when a command first names it.

  npm run pulumi -- up --stack dev --yes        create the platform
  npm run pulumi -- preview --stack dev --diff  show what would change
  npm run pulumi -- destroy --stack dev --yes   delete it all
  npm run pulumi -- --help                      every command of the CLI
  npm run --silent pulumi -- stack export --stack dev > state.json
                                                the state alone, without npm's own lines
`;

async function main(args: readonly string[]): Promise<number> {
    if (args.length === 0) {
        console.log(HELP);
        return 0;
    }
    const pulumi = await openSandbox({
        projectDirectory: PROJECT,
        log: (line) => {
            console.error(line);
        },
    });
    try {
        const stack = namedStack(args);
        if (stack !== undefined && !isStackInit(args) && existsSync(join(PROJECT, `Pulumi.${stack}.yaml`))) {
            await ensureStack(pulumi, stack);
        }
        return await pulumi.run(args);
    } finally {
        await pulumi.close();
    }
}

main(process.argv.slice(2)).then(
    (exitCode) => {
        process.exitCode = exitCode;
    },
    (error: unknown) => {
        console.error(userMessage(error) ?? error);
        process.exitCode = 2;
    },
);
