import { typeset } from "../policies/typography";
import { userMessage } from "../sandbox/user-error";

const COULD_NOT_RUN = 2;

/**
 * Runs a command that is loaded late. A fault in a rule or a renderer then ends in exit code 2, "could not run"; Node's
 * own code for it is 1, which means violations.
 */
export async function enter(
    load: () => { readonly main: (args: readonly string[]) => Promise<number> },
): Promise<void> {
    // A reader that has seen enough, such as `head`, closes the pipe.
    process.stdout.on("error", () => process.exit(COULD_NOT_RUN));
    try {
        process.exitCode = await load().main(process.argv.slice(2));
    } catch (error) {
        process.exitCode = COULD_NOT_RUN;
        const message = userMessage(error);
        console.error(message === undefined ? error : typeset(message));
    }
}
