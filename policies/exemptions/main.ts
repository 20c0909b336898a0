import { createInterface } from "node:readline";

import { UserError, userMessage } from "../../sandbox/user-error";
import { rules } from "../catalogue";
import type { Ask } from "./ask";
import { dayOf } from "./calendar";
import { main } from "./command";
import { REGISTER_FILE } from "./file";

/** Asks on the terminal, or reads the lines of standard input one answer each. */
function terminal(): { readonly ask: Ask; readonly close: () => void } {
    const reader = createInterface({ input: process.stdin });
    const lines = reader[Symbol.asyncIterator]();
    return {
        ask: async (question) => {
            process.stdout.write(question);
            const line = await lines.next();
            if (line.done === true) {
                throw new UserError(
                    "entrée : attendu une réponse, obtenu la fin de l’entrée ; rien n’a été écrit",
                );
            }
            return line.value;
        },
        close: () => {
            reader.close();
        },
    };
}

const { ask, close } = terminal();
main(process.argv.slice(2), {
    file: REGISTER_FILE,
    today: dayOf(new Date()),
    rules: new Set(rules.map(({ id }) => id)),
    print: (line) => {
        console.log(line);
    },
    ask,
})
    .then(
        (code) => {
            process.exitCode = code;
        },
        (error: unknown) => {
            console.error(userMessage(error) ?? error);
            process.exitCode = 2;
        },
    )
    .finally(close);
