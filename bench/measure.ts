import { spawn, spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { hds } from "../policies/frameworks/hds";
import { rgpd } from "../policies/frameworks/rgpd";
import { assess } from "../report/assessment";
import { judgedByPacks } from "../report/findings";
import { previewInputs } from "../report/inputs";
import { previewWithPacks } from "../report/preview/preview-with-packs";
import { publish } from "../report/evidence/publication";
import type { Pulumi } from "../sandbox/sandbox";
import type { CommandResult } from "../tests/support/workspace";

const ROOT = join(__dirname, "..");

/** Folders of the two packs that judge for real, and of two without a rule. */
export const PACKS = ["hds", "rgpd"].map((name) => join(ROOT, "policies", name));
export const EMPTY_PACKS = ["empty-one", "empty-two"].map((name) => join(ROOT, "bench/packs", name));

/** The two packs that judge for real, written as the SDK's users write packs. */
export const STOCK_PACKS = ["stock-hds", "stock-rgpd"].map((name) => join(ROOT, "bench/packs", name));

async function seconds(action: () => Promise<void>): Promise<number> {
    const started = process.hrtime.bigint();
    await action();
    return Number(process.hrtime.bigint() - started) / 1e9;
}

/** Wall time of a preview with some packs, in seconds. Throws when it fails. */
export function timePreview(pulumi: Pulumi, stack: string, packs: readonly string[]): Promise<number> {
    return seconds(async () => {
        let output = "";
        const exitCode = await pulumi.run(
            [
                ...[
                    "preview",
                    "--stack",
                    stack,
                    "--non-interactive",
                    "--color",
                    "never",
                    "--suppress-outputs",
                ],
                ...packs.flatMap((pack) => ["--policy-pack", pack]),
            ],
            { stdout: (text) => (output += text), stderr: (text) => (output += text) },
        );
        if (exitCode !== 0) {
            throw new Error(
                `preview of ${stack}: expected exit code 0, got ${exitCode.toString()}\n${output}`,
            );
        }
    });
}

/** Wall time of a preview with both packs, judged and reported as `npm run preview` does, in seconds. */
export function timeReport(pulumi: Pulumi, stack: string, directory: string): Promise<number> {
    return seconds(async () => {
        const run = await previewWithPacks(pulumi, { stack, packs: PACKS, onProgress: () => undefined });
        if (run.exitCode !== 0) {
            const messages = run.record.violations.slice(0, 5).map(({ message }) => message);
            throw new Error(
                [
                    `report on ${stack}: expected exit code 0, got ${run.exitCode.toString()}`,
                    ...messages,
                ].join("\n"),
            );
        }
        const report = assess(judgedByPacks(run.record, [hds, rgpd]), [hds, rgpd], {
            project: "bench",
            stack,
            source: "preview",
            generatedAt: new Date().toISOString(),
            simulated: true,
            engine: { version: "bench" },
            inputs: previewInputs("dev"),
            undecided: "warn",
            exemptions: { ignored: false, inForce: [], faults: [] },
            disabledRules: [],
            remediations: [],
            facts: [],
        });
        await publish(report, { series: directory, formats: ["html"], language: "fr" });
        await rm(directory, { recursive: true });
    });
}

/** Wall time of a command, in seconds. Throws when it fails. */
export function timeCommand(command: () => Promise<CommandResult>): Promise<number> {
    return seconds(async () => {
        const { exitCode, stdout, stderr } = await command();
        if (exitCode !== 0) {
            throw new Error(`expected exit code 0, got ${exitCode.toString()}\n${stdout}${stderr}`);
        }
    });
}

/** Time until a pack, started as the engine starts it, tells its port, in seconds. */
export function timePackStart(pack: string): Promise<number> {
    const runner = createRequire(__filename).resolve("@pulumi/pulumi/cmd/run-policy-pack");
    return seconds(
        () =>
            new Promise((resolve, reject) => {
                const child = spawn(process.execPath, [runner, "127.0.0.1:1", pack], {
                    cwd: pack,
                    stdio: ["ignore", "pipe", "inherit"],
                });
                child.once("error", reject);
                child.once("exit", (code) => {
                    reject(new Error(`${pack}: expected a port, got exit code ${String(code)}`));
                });
                child.stdout.once("data", () => {
                    child.removeAllListeners("exit").once("exit", () => {
                        resolve();
                    });
                    child.kill();
                });
            }),
    );
}

/** Time in seconds and memory in MB of the type check, as the compiler itself tells them. */
export function measureTypeCheck(): { readonly seconds: number; readonly megabytes: number } {
    const { stdout, status } = spawnSync(
        process.execPath,
        [join(ROOT, "node_modules/typescript/bin/tsc"), "--noEmit", "--extendedDiagnostics", "-p", ROOT],
        { encoding: "utf8" },
    );
    const time = /^Total time: +([\d.]+)s$/m.exec(stdout)?.[1];
    const memory = /^Memory used: +(\d+)K$/m.exec(stdout)?.[1];
    if (status !== 0 || time === undefined || memory === undefined) {
        throw new Error(`type check: expected none but its figures, got\n${stdout}`);
    }
    return { seconds: Number(time), megabytes: Number(memory) / 1000 };
}
