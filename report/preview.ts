/**
 * `npm run preview`: see `command.ts`, which is loaded late. A fault in a rule or a renderer then ends in exit code 2,
 * "could not run"; Node's own code for it is 1, which means violations.
 */
import { createRequire } from "node:module";
import { typeset } from "../policies/typography";
import { userMessage } from "../sandbox/user-error";

const COULD_NOT_RUN = 2;

async function run(): Promise<number> {
    const { main } = createRequire(__filename)("./command") as typeof import("./command");
    return await main(process.argv.slice(2));
}

run().then(
    (code) => {
        process.exitCode = code;
    },
    (error: unknown) => {
        process.exitCode = COULD_NOT_RUN;
        const message = userMessage(error);
        console.error(message === undefined ? error : typeset(message));
    },
);
