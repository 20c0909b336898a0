/**
 * `npm test [-- FOLDER_OR_FILE ...]`: runs every test, or those under the given paths.
 *
 * Exit 0 when all pass, 1 when one fails or none ran. The last line is `N passed, N failed[, N skipped]`.
 */
import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import Mocha from "mocha";
import options from "../.mocharc.json";
import { Children } from "../sandbox/children";
import { clusterTools } from "../sandbox/cluster/tools";
import { resolveEngine } from "../sandbox/engine";
import { userMessage } from "../sandbox/user-error";

const ROOT = join(__dirname, "..");

const wanted = process.argv.slice(2).map((path) => relative(ROOT, resolve(path)));
const files = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
    .map((file) => join("tests", file))
    .filter((file) => file.endsWith(".test.ts"))
    .filter(
        (file) => wanted.length === 0 || wanted.some((path) => file === path || file.startsWith(`${path}/`)),
    )
    .sort();

/** Has the engine and the cluster ready, built if need be, so that no test's time limit has to allow for minutes of building. */
async function prepareSandbox(): Promise<void> {
    const children = new Children();
    try {
        await resolveEngine({ log: console.log, children });
        await clusterTools(process.env, { log: console.log, children }).catch((error: unknown) => {
            // The tests that need them fail with the same words; the others can run.
            console.error(userMessage(error) ?? error);
        });
    } finally {
        await children.close();
    }
}

const mocha = new Mocha({ reporter: "spec", timeout: options.timeout, color: process.stdout.isTTY });
for (const file of files) {
    mocha.addFile(join(ROOT, file));
}

prepareSandbox().then(
    () => {
        const runner = mocha.run((failures) => {
            const { passes = 0, pending = 0 } = runner.stats ?? {};
            const skipped = pending > 0 ? `, ${pending.toString()} skipped` : "";
            console.log(`${passes.toString()} passed, ${failures.toString()} failed${skipped}`);
            // Exit at once: a test that left a handle open must not keep the command from ending.
            process.exit(failures === 0 && passes > 0 ? 0 : 1);
        });
    },
    (error: unknown) => {
        console.error(userMessage(error) ?? error);
        process.exit(1);
    },
);
