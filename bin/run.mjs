/**
 * `node bin/run.mjs FILE [ARGS]`: installs the locked dependencies when need be, then runs a TypeScript file of this
 * repository with tsx and passes its exit code on. Every npm script starts here, so each works on a clean clone.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { areInstalled, install } from "./dependencies.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** How often to look whether the parent, npm, still lives; and how long the program may then take to stop. */
const PARENT_CHECK_MS = 500;
const GRACE_MS = 15_000;

/** Read before anything that takes time, in which the parent might end. */
const PARENT = process.ppid;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Exit code of a command that could not run. */
const COULD_NOT_RUN = 2;

async function main([file, ...args]) {
    const required = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).engines.node;
    if (!satisfies(process.versions.node, required)) {
        return fail(`node: expected ${required}, got ${process.versions.node}`);
    }
    if (file === undefined) {
        return fail("file: expected the path of a TypeScript file, got none");
    }
    const failure = await installDependencies();
    return failure ?? (await run(resolve(ROOT, file), args));
}

/** The exit code when they cannot be installed. */
async function installDependencies() {
    if (areInstalled(ROOT)) {
        return undefined;
    }
    const interruption = new AbortController();
    let signalled;
    const interrupt = (signal) => {
        signalled = signal;
        interruption.abort();
    };
    SIGNALS.forEach((signal) => process.on(signal, interrupt));
    const stopWatching = whenOrphaned(() => interrupt("SIGTERM"));
    try {
        const output = await install(ROOT, {
            log: (text) => process.stderr.write(text),
            signal: interruption.signal,
        });
        return output === undefined
            ? undefined
            : fail(`dependencies: expected npm ci to succeed, got\n${output}`);
    } catch (error) {
        return signalled === undefined
            ? fail(`dependencies: expected npm ci to run, got ${error.message}`)
            : 128 + constants.signals[signalled];
    } finally {
        stopWatching();
        SIGNALS.forEach((signal) => process.off(signal, interrupt));
    }
}

function run(path, args) {
    const tsx = createRequire(import.meta.url).resolve("tsx/cjs");
    const child = spawn(process.execPath, ["--require", tsx, path, ...args], { stdio: "inherit" });
    SIGNALS.forEach((signal) => process.on(signal, () => child.kill(signal)));
    const stopWatching = whenOrphaned(() => {
        child.kill("SIGTERM");
        setTimeout(() => child.kill("SIGKILL"), GRACE_MS).unref();
    });
    return new Promise((settle, reject) => {
        child.once("error", reject);
        child.once("exit", (code, signal) => {
            stopWatching();
            settle(code ?? 128 + constants.signals[signal]);
        });
    });
}

/** Acts once when the parent is gone. Returns the function that ends the watch. */
function whenOrphaned(act) {
    const watching = setInterval(() => {
        if (process.ppid !== PARENT) {
            clearInterval(watching);
            act();
        }
    }, PARENT_CHECK_MS);
    return () => clearInterval(watching);
}

/** Whether a version is at least that of a range ">=MAJOR.MINOR". */
function satisfies(version, range) {
    const [major, minor] = version.split(".").map(Number);
    const [leastMajor, leastMinor = 0] = range.replace(">=", "").split(".").map(Number);
    return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

function fail(message) {
    process.stderr.write(`${message}\n`);
    return COULD_NOT_RUN;
}

process.exitCode = await main(process.argv.slice(2));
