/**
 * `npm run mutation [-- FILE_OR_FOLDER ...]`: changes the code of the rules in one place at a time and runs their tests:
 * each mutant that no test notices is a case that no test has. Without a path, or with `alerts`, the expressions of the
 * alerts of Prometheus too.
 *
 * Prints the score by area and the survivors; exit 1 when fewer than 90 % are killed or a survivor has no explanation in
 * its folder's `survivors.json`, 2 when it could not run.
 */
import { fork } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";

import { UserError, userMessage } from "../../sandbox/user-error";
import { mutateAlerts } from "../components/observability/rules/mutation/run";
import { type Mutant, mutantsOf } from "./mutants";
import type { Message, Order } from "./worker";

const ROOT = join(__dirname, "../..");
const RULES = join(ROOT, "policies/rules");

/** Least part of the mutants that must be killed. */
const LEAST_KILLED = 0.9;

/** Longest time that a mutant may take, in milliseconds: one that loops for ever is killed by the clock. */
const PATIENCE_MS = 20_000;

interface Survivor {
    readonly file: string;
    readonly mutant: Mutant;
}

interface Outcome {
    readonly file: string;
    readonly total: number;
    readonly survivors: readonly Survivor[];
}

/** Why a survivor is no gap in the tests: it changes no verdict. `original` and `replacement` as `mutants.ts` gives them. */
interface Explanation {
    readonly file: string;
    readonly original: string;
    readonly replacement: string;
    readonly why: string;
}

/** @throws UserError when a path holds no rule. */
function sources(wanted: readonly string[]): readonly string[] {
    const all = readdirSync(RULES, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts") && basename(file) !== "index.ts")
        .map((file) => join(RULES, file))
        .sort();
    if (wanted.length === 0) {
        return all;
    }
    return wanted.flatMap((path) => {
        const found = all.filter((file) => `${file}/`.startsWith(`${resolve(path)}/`));
        if (found.length === 0) {
            throw new UserError(`${path}: expected a rule or a folder of policies/rules, got none`);
        }
        return found;
    });
}

/** The tests of a rule: the file that bears its name. */
function testsOf(source: string): readonly string[] {
    const test = join(ROOT, "tests/policies", `${relative(RULES, source).slice(0, -".ts".length)}.test.ts`);
    return existsSync(test) ? [test] : [];
}

/** Tries the mutants of a file from one on, in a process of its own, and says which survive. */
async function attempt(order: Order, onSurvivor: (mutant: number) => void): Promise<number | undefined> {
    const child = fork(join(__dirname, "worker.ts"), { execArgv: ["--require", "tsx/cjs"] });
    let current: number | undefined;
    let clock: NodeJS.Timeout | undefined;
    try {
        return await new Promise<number | undefined>((done, fail) => {
            const wind = () => {
                clearTimeout(clock);
                clock = setTimeout(ended, PATIENCE_MS);
            };
            // A mutant that hangs or ends its process is killed; without one under way the tests themselves are broken.
            const ended = () => {
                if (current === undefined) {
                    fail(new UserError(`${order.source}: its tests did not run to their end`));
                } else {
                    done(current + 1);
                }
            };
            wind();
            child.on("exit", ended);
            child.on("message", (message: Message) => {
                wind();
                if (message.kind === "trying") {
                    current = message.mutant;
                } else if (message.kind === "broken") {
                    fail(new UserError(message.reason));
                } else if (message.kind === "done") {
                    done(undefined);
                } else if (!message.killed) {
                    onSurvivor(message.mutant);
                }
            });
            child.send(order);
        });
    } finally {
        clearTimeout(clock);
        child.kill("SIGKILL");
    }
}

async function outcomeOf(source: string): Promise<Outcome> {
    const file = relative(ROOT, source);
    const mutants = mutantsOf(source, readFileSync(source, "utf8"));
    const survived = new Set<number>();
    let from: number | undefined = 0;
    while (from !== undefined && from < mutants.length) {
        from = await attempt({ source, tests: testsOf(source), from }, (index) => survived.add(index));
    }
    return {
        file,
        total: mutants.length,
        survivors: mutants.filter((_, index) => survived.has(index)).map((mutant) => ({ file, mutant })),
    };
}

async function outcomes(files: readonly string[]): Promise<readonly Outcome[]> {
    const results: Outcome[] = [];
    const queue = [...files];
    const work = async (): Promise<void> => {
        for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
            results.push(await outcomeOf(source));
            if (process.stderr.isTTY) {
                process.stderr.write(`\r${String(results.length)}/${String(files.length)} rules`);
            }
        }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    return results.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function printScores(results: readonly Outcome[]): void {
    const areas = [...new Set(results.map(({ file }) => basename(dirname(file))))].sort();
    for (const area of areas) {
        printScore(
            area,
            results.filter(({ file }) => basename(dirname(file)) === area),
        );
    }
    printScore("all", results);
}

function printScore(name: string, results: readonly Outcome[]): void {
    const total = totalOf(results);
    const killed = total - results.flatMap(({ survivors }) => survivors).length;
    const share = ((100 * killed) / Math.max(total, 1)).toFixed(1);
    console.log(`${name.padEnd(16)} ${`${String(killed)}/${String(total)}`.padStart(11)}  ${share} %`);
}

function totalOf(results: readonly Outcome[]): number {
    return results.reduce((sum, { total }) => sum + total, 0);
}

/** What stands for the rules of Prometheus among the paths. */
const ALERTS = "alerts";

async function main(wanted: readonly string[]): Promise<number> {
    const paths = wanted.filter((path) => path !== ALERTS);
    const policies = wanted.length > 0 && paths.length === 0 ? true : await mutatePolicies(paths);
    const alerts = wanted.length > 0 && !wanted.includes(ALERTS) ? true : await mutateAlerts([]);
    return policies && alerts ? 0 : 1;
}

/** True when enough mutants of the policies are killed and each survivor is explained. */
async function mutatePolicies(wanted: readonly string[]): Promise<boolean> {
    const results = await outcomes(sources(wanted));
    const explanations = JSON.parse(readFileSync(join(__dirname, "survivors.json"), "utf8")) as Explanation[];
    const explained = ({ file, mutant }: Survivor) =>
        explanations.find(
            (one) =>
                one.file === file &&
                one.original === mutant.original &&
                one.replacement === mutant.replacement,
        );
    const survivors = results.flatMap((result) => result.survivors);
    for (const survivor of survivors) {
        const { file, mutant } = survivor;
        const change = `${mutant.original.replace(/\s+/g, " ")} -> ${mutant.replacement}`;
        console.log(
            `${file}:${String(mutant.line)}  ${change}  ${explained(survivor)?.why ?? "NOT EXPLAINED"}`,
        );
    }
    printScores(results);
    const enough = survivors.length <= (1 - LEAST_KILLED) * totalOf(results);
    return enough && survivors.every(explained);
}

main(process.argv.slice(2)).then(
    (code) => {
        process.exitCode = code;
    },
    (error: unknown) => {
        console.error(userMessage(error) ?? error);
        process.exitCode = 2;
    },
);
