import * as assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PreviewOptions, runPreview } from "../../../report/preview/run-preview";
import { LATEST } from "../../../report/evidence/publication";
import { readRegisters } from "../../../report/registers/registers";
import { CONTEXT, framework, judged, NO_EXEMPTIONS, STORE, wholeRun } from "../fixtures";

const FRAMEWORKS = [
    framework("hds", { "EXI 1": ["store-private"] }),
    framework("rgpd", { "art. 32": ["store-private"] }),
];
export const PACKS = ["hds", "rgpd"];

/** A run in which the one rule is respected. */
export const CLEAN = wholeRun(
    PACKS,
    judged("hds", STORE, ["store-private"]),
    judged("rgpd", STORE, ["store-private"]),
);

/** What a stand-in for the CLI does when it is told to preview. */
export interface Behaviour {
    readonly events?: readonly string[];
    readonly exitCode?: number;
    readonly stderr?: string;
    readonly fails?: Error;
}

/** A project directory of its own, and `runPreview` in it with a stand-in for the CLI. */
export class PreviewHarness {
    /** Arguments of each command that the CLI was given. */
    public readonly calls: (readonly string[])[] = [];

    private constructor(public readonly directory: string) {}

    public static async create(): Promise<PreviewHarness> {
        return new PreviewHarness(await mkdtemp(join(tmpdir(), "report-test-")));
    }

    public async remove(): Promise<void> {
        await rm(this.directory, { recursive: true });
    }

    /** Where the reports go. */
    public get series(): string {
        return join(this.directory, "reports", "dev");
    }

    /** Names of the files of the latest report. */
    public async reports(): Promise<string[]> {
        const names = await readdir(join(this.series, LATEST)).catch(() => []);
        return names.sort();
    }

    public read(file: string): Promise<string> {
        return readFile(join(this.series, LATEST, file), "utf8");
    }

    public async preview(
        { events = [], exitCode = 0, stderr = "", fails }: Behaviour,
        change: Partial<PreviewOptions> = {},
    ): Promise<{ code: number; stdout: string; stderr: string }> {
        let out = "";
        let err = "";
        const code = await runPreview({
            projectDirectory: this.directory,
            stack: "dev",
            packs: FRAMEWORKS,
            frameworks: FRAMEWORKS,
            simulated: true,
            disabledRules: [],
            undecided: "warn",
            exemptions: NO_EXEMPTIONS,
            inputs: CONTEXT.inputs,
            registers: readRegisters(),
            series: this.series,
            formats: ["html"],
            language: "fr",
            quiet: false,
            failOn: "low",
            pulumi: {
                run: (args, io) => {
                    this.calls.push(args);
                    if (args[0] === "version") {
                        io?.stdout?.("v3.225.0\n");
                        return Promise.resolve(0);
                    }
                    assert.deepEqual(io?.env, { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true" });
                    events.forEach((event) => io.stdout?.(`${event}\n`));
                    io.stderr?.(stderr);
                    return fails === undefined ? Promise.resolve(exitCode) : Promise.reject(fails);
                },
                close: () => Promise.resolve(),
            },
            stdout: { write: (text) => (out += text) },
            stderr: { write: (text) => (err += text) },
            interrupted: () => false,
            now: () => new Date("2026-11-21T09:30:00Z"),
            ...change,
        });
        return { code, stdout: out.replaceAll("\u00a0", " "), stderr: err.replaceAll("\u00a0", " ") };
    }
}
