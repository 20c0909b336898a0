/** The audit, Checkov and conftest on the same Deployments. */
import * as assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { InstallOptions, Launcher } from "./install";
import { checkov, conftest } from "./install";
import { deployments, faultyNames, manifestOf, stateOf } from "./deployments";

const ROOT = join(__dirname, "..", "..");
const POLICIES = join(__dirname, "rego");

/** Of the tools' own: that they found violations, as they must. */
const VIOLATIONS_FOUND = 1;
const MOST_OUTPUT = 1 << 28;

/** Runs a tool once. Gives the wall time in seconds, process start and output included. */
export type Contestant = () => Promise<number>;

/** Which Deployments a run judged, and which it found faulty where its rules are ours. */
interface Judged {
    readonly names: ReadonlySet<string>;
    readonly faulty?: ReadonlySet<string>;
}

/** What the Deployments are written to: each tool reads the form that it is fastest on. */
interface Inputs {
    readonly state: string;
    readonly manifests: string;
    /** One file a Deployment. */
    readonly folder: string;
    readonly reports: string;
}

/** Writes the Deployments into a directory, for each tool in its form. */
export async function writeInputs(directory: string, count: number): Promise<Inputs> {
    const inputs = {
        state: join(directory, "state.json"),
        manifests: join(directory, "manifests.yaml"),
        folder: join(directory, "manifests"),
        reports: join(directory, "reports"),
    };
    const all = deployments(count);
    await mkdir(inputs.folder);
    await writeFile(inputs.state, stateOf(all));
    await writeFile(inputs.manifests, all.map(manifestOf).join("---\n"));
    await Promise.all(
        all.map((each) => writeFile(join(inputs.folder, `${each.metadata.name}.yaml`), manifestOf(each))),
    );
    return inputs;
}

/** The project's own audit, without the start of npm before it, and without an earlier report to compare with. */
export async function auditOn({ state, reports }: Inputs, count: number): Promise<Contestant> {
    const launcher: Launcher = [
        process.execPath,
        ...["--require", "tsx/cjs", join(ROOT, "report", "audit.ts")],
    ];
    const audit = await verified(
        "audit",
        count,
        launcher,
        ["--state", state, "--json", "--format", "html", "--output", reports],
        {
            judged: (output) => {
                const found = (JSON.parse(output) as { resource: string; verdict: string }[]).filter(
                    ({ resource }) => resource.includes("::kubernetes:apps/v1:Deployment::"),
                );
                return {
                    names: new Set(found.map(({ resource }) => nameIn(resource))),
                    faulty: new Set(
                        found
                            .filter(({ verdict }) => verdict === "violation")
                            .map(({ resource }) => nameIn(resource)),
                    ),
                };
            },
        },
    );
    return async () => {
        await rm(reports, { recursive: true, force: true });
        return audit();
    };
}

/** Checkov with its own Kubernetes checks, and further options that it is timed with. */
export async function checkovOn(
    { manifests }: Inputs,
    count: number,
    tools: InstallOptions,
    options: readonly string[],
): Promise<Contestant> {
    const args = [
        ...["--file", manifests, "--framework", "kubernetes", "--skip-download"],
        ...["--output", "json", "--compact"],
    ];
    const judged = (output: string): Judged => {
        const { results } = JSON.parse(output) as {
            results: Record<"passed_checks" | "failed_checks", { resource: string }[]>;
        };
        return {
            names: new Set(
                [...results.passed_checks, ...results.failed_checks]
                    .filter(({ resource }) => resource.startsWith("Deployment."))
                    .map(({ resource }) => nameIn(resource)),
            ),
        };
    };
    const launcher = await checkov(tools);
    const timed = [...args, ...options];
    return verified("Checkov", count, launcher, timed, { toVerify: args, judged });
}

/** conftest with Rego policies that check what our rules check on pods. */
export async function conftestOn(
    { folder }: Inputs,
    count: number,
    tools: InstallOptions,
): Promise<Contestant> {
    return verified(
        "conftest",
        count,
        await conftest(tools),
        ["test", folder, "--policy", POLICIES, "--output", "json"],
        {
            judged: (output) => {
                const files = JSON.parse(output) as {
                    filename: string;
                    failures?: { msg: string }[];
                }[];
                return {
                    names: new Set(files.map(({ filename }) => nameIn(filename.replace(/\.yaml$/, "")))),
                    faulty: new Set(
                        files.flatMap(({ failures = [] }) =>
                            failures.map(({ msg }) => msg.split(":")[0] ?? ""),
                        ),
                    ),
                };
            },
        },
    );
}

/** The last part of a URN, of Checkov's `Deployment.<namespace>.<name>` or of a path. */
function nameIn(place: string): string {
    return /[^:./]+$/.exec(place)?.[0] ?? "";
}

/** Runs a tool once to see that it judges every Deployment, and finds the faulty ones where it knows our rules. */
async function verified(
    name: string,
    count: number,
    [command, ...first]: Launcher,
    args: readonly string[],
    { judged, toVerify = args }: { judged: (output: string) => Judged; toVerify?: readonly string[] },
): Promise<Contestant> {
    const { names, faulty } = judged(await output(command, [...first, ...toVerify]));
    assert.deepEqual(
        [...names].sort(),
        deployments(count)
            .map(({ metadata }) => metadata.name)
            .sort(),
        `${name}: expected every Deployment to be judged`,
    );
    if (faulty !== undefined) {
        assert.deepEqual(
            [...faulty].sort(),
            [...faultyNames(count)].sort(),
            `${name}: expected the faulty Deployments to be found, and no other`,
        );
    }
    return async () => {
        const started = process.hrtime.bigint();
        await output(command, [...first, ...args]);
        return Number(process.hrtime.bigint() - started) / 1e9;
    };
}

function output(command: string, args: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
        const child = execFile(command, args, { cwd: ROOT, maxBuffer: MOST_OUTPUT }, (_, stdout, stderr) => {
            if (child.exitCode === VIOLATIONS_FOUND) {
                resolve(stdout);
            } else {
                reject(
                    new Error(`${command}: expected exit code 1, got ${String(child.exitCode)}\n${stderr}`),
                );
            }
        });
    });
}
