/** The locked npm dependencies of a clone: whether they are installed, and their installation. Plain JavaScript, for it runs before they are. */
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** How often a second command looks whether the first has finished installing. */
const POLL_MS = 200;

/**
 * Whether node_modules holds what package-lock.json says. npm writes its own record of what it installed last, so an
 * interrupted installation has none.
 *
 * @param {string} root the clone's directory
 */
export function areInstalled(root) {
    const locked = readPackages(join(root, "package-lock.json"));
    const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
    if (locked === undefined || installed === undefined) {
        return false;
    }
    const same = (path) =>
        installed[path]?.version === locked[path]?.version &&
        installed[path]?.integrity === locked[path]?.integrity;
    return (
        Object.keys(installed).every(same) &&
        Object.entries(locked).every(
            ([path, { optional, devOptional }]) =>
                path === "" || path in installed || optional || devOptional,
        )
    );
}

/**
 * Installs the locked dependencies unless they are installed; of several commands in one clone, one does and the others
 * wait for it.
 *
 * @param {string} root the clone's directory
 * @param {{ log: (text: string) => void, signal: AbortSignal }} options
 *   `log` receives text to show as it is, `signal` ends the installation
 * @returns {Promise<string | undefined>} what npm said when it failed
 */
export async function install(root, { log, signal }) {
    const lock = join(root, ".sandbox", "install.lock");
    mkdirSync(join(root, ".sandbox"), { recursive: true });
    for (let isFirst = true; !tryLock(lock); isFirst = false) {
        if (isFirst) {
            log(
                `waiting for another command to install the dependencies (if there is none, delete ${lock})\n`,
            );
        }
        await wait(POLL_MS, undefined, { signal });
    }
    try {
        return areInstalled(root) ? undefined : await runInstaller(root, { lock, log, signal });
    } finally {
        rmSync(lock, { force: true });
    }
}

const NPM_CI = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];

/** Returns once npm has ended, even when it was interrupted. */
async function runInstaller(root, { lock, log, signal }) {
    const start = performance.now();
    log("installing the locked dependencies ... ");
    let output = "";
    const exitCode = await new Promise((resolve, reject) => {
        const child = spawn("npm", NPM_CI, { cwd: root, stdio: ["ignore", "pipe", "pipe"], signal });
        child.stdout.on("data", (part) => (output += part));
        child.stderr.on("data", (part) => (output += part));
        // It outlives this process when that is killed.
        child.once("spawn", () => appendFileSync(lock, ` ${child.pid}`));
        let failure;
        child.once("error", (error) => (failure = error));
        child.once("close", (code) => (failure === undefined ? resolve(code) : reject(failure)));
    });
    log(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
    return exitCode === 0 ? undefined : output;
}

/** Takes the lock, which holds process ids, from processes that died with it if need be. */
function tryLock(lock) {
    try {
        writeFileSync(lock, String(process.pid), { flag: "wx" });
        return true;
    } catch (error) {
        if (error.code !== "EEXIST") {
            throw error;
        }
    }
    if (isHeldByDead(lock)) {
        removeDead(lock);
    }
    return false;
}

/** One process at a time removes a dead lock, and looks again: another may have taken it since. */
function removeDead(lock) {
    const removal = `${lock}.removal`;
    try {
        mkdirSync(removal);
    } catch {
        return;
    }
    if (isHeldByDead(lock)) {
        rmSync(lock, { force: true });
    }
    rmdirSync(removal);
}

function isHeldByDead(lock) {
    const pids = readText(lock)?.match(/\d+/g) ?? [];
    return pids.length > 0 && pids.every((pid) => isDead(Number(pid)));
}

function isDead(pid) {
    try {
        process.kill(pid, 0);
        return false;
    } catch (error) {
        return error.code === "ESRCH";
    }
}

/** What a lockfile lists; undefined for one that is not there, or that npm is still writing. */
function readPackages(path) {
    try {
        return JSON.parse(readFileSync(path, "utf8")).packages;
    } catch {
        return undefined;
    }
}

function readText(path) {
    try {
        return readFileSync(path, "utf8");
    } catch {
        return undefined;
    }
}
