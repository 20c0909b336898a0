/**
 * `npm run check`: format, types, lint, exemptions and generated files, without changing anything.
 *
 * Exit 0 when all are clean, 1 otherwise. Every step runs, so that one run shows all there is to mend.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "..");

interface Step {
    readonly name: string;
    readonly script: string;
    readonly args: readonly string[];
    readonly nodeArgs?: readonly string[];
    /** What mends a failure. */
    readonly remedy: string;
}

const STEPS: readonly Step[] = [
    {
        name: "format",
        script: "node_modules/prettier/bin/prettier.cjs",
        args: ["--check", "--log-level", "warn", "."],
        remedy: "npx prettier --write .",
    },
    {
        name: "types",
        script: "node_modules/typescript/bin/tsc",
        args: ["--noEmit", "-p", "."],
        remedy: "correct the types named above",
    },
    {
        name: "types of the page's script",
        script: "node_modules/typescript/bin/tsc",
        args: ["--noEmit", "-p", "report/html/client/browser"],
        remedy: "correct the types named above",
    },
    {
        name: "lint",
        script: "node_modules/eslint/bin/eslint.js",
        args: ["--max-warnings", "0", "."],
        remedy: "npx eslint --fix .",
    },
    {
        name: "exemptions",
        script: "policies/exemptions/main.ts",
        args: ["check"],
        nodeArgs: ["--require", "tsx/cjs"],
        remedy: "npm run exemptions -- list",
    },
    {
        name: "generated files",
        script: "bin/generate.ts",
        args: ["--check"],
        nodeArgs: ["--require", "tsx/cjs"],
        remedy: "node --require tsx/cjs bin/generate.ts",
    },
];

const failed = STEPS.filter((step) => {
    const started = process.hrtime.bigint();
    const { status } = spawnSync(
        process.execPath,
        [...(step.nodeArgs ?? []), join(ROOT, step.script), ...step.args],
        { cwd: ROOT, stdio: "inherit" },
    );
    const seconds = (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1);
    const remedy = status === 0 ? "" : `; to mend: ${step.remedy}`;
    console.log(`${step.name}: ${status === 0 ? "clean" : "NOT clean"} (${seconds} s)${remedy}`);
    return status !== 0;
});

process.exitCode = failed.length === 0 ? 0 : 1;
