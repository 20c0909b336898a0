import { execFile, type ExecFileException } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { UserError } from "../../../sandbox/user-error";
import type { Archive, Packages } from "./package-sets";

const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

const MIRROR = "see that this machine reaches its Debian mirror, and try again";

const NO_APT = "the tests install programs from Debian packages, so run them on Debian or Ubuntu";

const LIMIT_MS = 10 * 60_000;

/** Downloads the packages of a set into a folder that this makes, with apt, which checks them; the system's own packages take no part. */
export async function download(
    set: Packages,
    folder: string,
    log: (line: string) => void,
): Promise<string[]> {
    const env = await privateApt(set, folder);
    if (!existsSync(KEYRING)) {
        throw new UserError(
            `${KEYRING}: expected the keys that Debian signs with, got no file; run "apt-get install debian-archive-keyring"`,
        );
    }
    log(`${set.name}: reading the package lists of ${set.suites.map(({ suite }) => suite).join(" and ")}`);
    await run("apt-get", ["--quiet", "update"], { env, remedy: MIRROR });
    log(`${set.name}: downloading ${[...set.packages, ...set.alone].join(", ")} and what they need`);
    const quietly = ["--quiet", "--yes"];
    await run(
        "apt-get",
        [...quietly, "--no-install-recommends", "--download-only", "install", ...set.packages],
        { env, remedy: MIRROR },
    );
    const archives = join(folder, "cache", "archives");
    if (set.alone.length > 0) {
        await run("apt-get", [...quietly, "download", ...set.alone], { env, cwd: archives, remedy: MIRROR });
    }
    return (await readdir(archives))
        .filter((file) => file.endsWith(".deb"))
        .map((file) => join(archives, file));
}

/** Writes a configuration of apt whose every folder is private; gives the environment that makes apt use it. */
async function privateApt(set: Packages, folder: string): Promise<NodeJS.ProcessEnv> {
    for (const part of ["lists/partial", "cache/archives/partial", "state"]) {
        await mkdir(join(folder, part), { recursive: true });
    }
    const mirrors = await machineMirrors();
    const sources = set.suites.map(
        ({ archive, suite }) => `deb [signed-by=${KEYRING}] ${mirrors[archive]} ${suite} main`,
    );
    await writeFile(join(folder, "sources.list"), `${sources.join("\n")}\n`);
    await writeFile(join(folder, "state/status"), "");
    const file = join(folder, "apt.conf");
    await writeFile(
        file,
        [
            'Dir::Etc::main "/dev/null";',
            'Dir::Etc::parts "/dev/null";',
            `Dir::Etc::sourcelist "${folder}/sources.list";`,
            'Dir::Etc::sourceparts "/dev/null";',
            'Dir::Etc::preferences "/dev/null";',
            'Dir::Etc::preferencesparts "/dev/null";',
            `Dir::State "${folder}/state";`,
            `Dir::State::status "${folder}/state/status";`,
            `Dir::State::lists "${folder}/lists";`,
            `Dir::Cache "${folder}/cache";`,
            'APT::Sandbox::User "";',
            'APT::Update::Error-Mode "any";',
            'Acquire::Languages "none";',
            'Acquire::Retries "3";',
            ...(await machineTransport()),
            "",
        ].join("\n"),
    );
    return { ...process.env, LC_ALL: "C", APT_CONFIG: file };
}

/** The mirrors of Debian that the machine itself uses. Throws where it uses none. */
async function machineMirrors(): Promise<Record<Archive, string>> {
    const addresses = (await run("apt-get", ["indextargets", "--format", "$(REPO_URI)"])).split("\n");
    const mirror = (archive: Archive) =>
        addresses.find((address) => address.endsWith(`/${archive}/`)) ?? noMirror(archive);
    return { debian: mirror("debian"), "debian-security": mirror("debian-security") };
}

function noMirror(archive: Archive): never {
    throw new UserError(
        `apt: expected a mirror of Debian's archive "${archive}" in its sources, got none; add one, or test on Debian`,
    );
}

/** How the machine is set up to fetch: its proxies, and whether it takes a mirror that lags behind. Signatures are checked in any case. */
async function machineTransport(): Promise<string[]> {
    const settings = (await run("apt-config", ["dump"])).split("\n");
    return settings.filter((setting) =>
        /^Acquire::(?:https?::|Check-Valid-Until |Check-Date )/.test(setting),
    );
}

interface RunOptions {
    readonly env?: NodeJS.ProcessEnv;
    readonly cwd?: string;
    /** What the user can do where the program fails. */
    readonly remedy?: string;
    /** What the user can do where the program is not on PATH. Defaults to a system that has apt. */
    readonly missing?: string;
}

/** Runs a program of the system; gives its output, or fails with its words. */
export async function run(
    command: string,
    args: readonly string[],
    { env, cwd, remedy, missing = NO_APT }: RunOptions = {},
): Promise<string> {
    return new Promise((resolve, reject) => {
        execFile(
            command,
            args,
            { env, cwd, timeout: LIMIT_MS, maxBuffer: 2 ** 26 },
            (error, stdout, stderr) => {
                if (error === null) {
                    resolve(`${stdout}${stderr}`);
                } else if (error.code === "ENOENT") {
                    reject(new UserError(`${command}: expected it on PATH, got none; ${missing}`));
                } else {
                    const words = failure(command, args, error, stderr);
                    reject(new UserError(remedy === undefined ? words : `${words}; ${remedy}`));
                }
            },
        );
    });
}

function failure(command: string, args: readonly string[], error: ExecFileException, stderr: string): string {
    const words = stderr.trim().split("\n").slice(-3).join("; ");
    return `expected "${[command, ...args].join(" ")}" to succeed, got "${words === "" ? error.message : words}"`;
}
