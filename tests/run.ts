/**
 * `npm test [-- FOLDER_OR_FILE ...]`: runs every test, or those under the given paths.
 *
 * Exit 0 when all pass, 1 when one fails or none ran. The last line is `N passed, N failed[, N skipped]`.
 */
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative, resolve } from "node:path";
import Mocha from "mocha";
import options from "../.mocharc.json";
import { Children } from "../sandbox/children";
import { clusterTools } from "../sandbox/cluster/tools";
import { resolveEngine } from "../sandbox/engine";
import { userMessage } from "../sandbox/user-error";
import { installed } from "./programs/install";
import { run } from "./programs/install/apt";
import { chromium } from "./programs/install/chromium";
import { goPrograms } from "./programs/install/go-modules";
import { goProgram } from "./programs/install/go-programs";
import { schemaOf } from "./programs/install/schemas";
import { trestle } from "./programs/install/trestle";
import { verapdf } from "./programs/install/verapdf";

const ROOT = join(__dirname, "..");

const wanted = process.argv.slice(2).map((path) => relative(ROOT, resolve(path)));
const files = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
    .map((file) => join("tests", file))
    .filter((file) => file.endsWith(".test.ts"))
    .filter(
        (file) => wanted.length === 0 || wanted.some((path) => file === path || file.startsWith(`${path}/`)),
    )
    .sort();

/** Has all programs ready, built or installed if need be, so that no test's time limit has to allow for minutes of building. */
async function preparePrograms(): Promise<void> {
    const log = console.log;
    const children = new Children();
    // The tests that need what cannot be had fail with the same words; the others can run.
    const report = (error: unknown) => {
        console.error(userMessage(error) ?? error);
    };
    try {
        await resolveEngine({ log, children });
        await clusterTools(process.env, { log, children }).catch(report);
        // One program of each set: the others come with it.
        await Promise.all(
            [
                ...(["mariadbd", "nginx", "pdftotext", "xmllint"] as const).map((name) =>
                    installed(name, log),
                ),
                ...(["sarif-2.1.0", "oscal-catalog-1.2.1", "junit-10"] as const).map((name) =>
                    schemaOf(name, log),
                ),
                chromium(log).then(async (path) => {
                    const [version] = /Chromium [\d.]+/.exec(await run(path, ["--version"])) ?? [];
                    log(`chromium: ${String(version)} at ${path}`);
                }),
                trestle(log),
                verapdf(log),
                builtInTurn(log),
            ].map((program: Promise<unknown>) => program.catch(report)),
        );
    } finally {
        await children.close();
    }
}

/** Builds the programs that Go makes one after the other: each build takes all processors. */
async function builtInTurn(log: (line: string) => void): Promise<void> {
    for (const program of goPrograms) {
        await goProgram(program, log);
    }
}

/** Processes that test files at once; one processor is left to the engines and servers that they start. */
const jobs = Math.max(1, Math.min(3, availableParallelism() - 1));

const mocha = new Mocha({
    reporter: "spec",
    timeout: options.timeout,
    color: process.stdout.isTTY,
    parallel: jobs > 1,
    jobs,
    require: options.require,
});
for (const file of files) {
    mocha.addFile(join(ROOT, file));
}

preparePrograms().then(
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
