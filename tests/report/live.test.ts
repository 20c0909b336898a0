import * as assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readReport } from "../../report/read-report";
import { packedJson } from "./counts/packed";
import { pdfText } from "./counts/pdf-text";
import { STORE, judged, sent, violation, wholeRun } from "./fixtures";

const ROOT = join(__dirname, "..", "..");

const RULE = "storage-account-firewall-deny";

/** Of what only the sandbox is. */
const SIMULATED = /bac à sable|Azure (?:est |y est )?simulé\b/;

describe("npm run preview -- --live", function () {
    this.timeout(10 * 60_000);

    let directory: string;
    before(async () => {
        directory = await mkdtemp(join(tmpdir(), "report-live-"));
    });
    after(() => rm(directory, { recursive: true }));

    /** The command with a `pulumi` on PATH that prints `events` and ends as the engine does, and writes its arguments to a file. */
    async function preview(
        events: readonly string[],
        engineCode: number,
    ): Promise<{ code: number; output: string }> {
        const bin = join(directory, "bin");
        await mkdir(bin, { recursive: true });
        await writeFile(join(directory, "events"), events.map((event) => `${event}\n`).join(""));
        await writeFile(
            join(bin, "pulumi"),
            `#!/bin/sh\nif [ "$1" = version ]; then echo v3.225.0; exit; fi\necho "$@" > "${directory}/args"\ncat "${directory}/events"\nexit ${engineCode.toString()}\n`,
            { mode: 0o755 },
        );
        const args = ["--live", "--format", "all", "--lang", "fr", "--output", join(directory, "series")];
        return new Promise((resolve) => {
            const child = execFile(
                process.execPath,
                ["--require", "tsx/cjs", join(ROOT, "report", "preview.ts"), ...args],
                { cwd: ROOT, env: { ...process.env, PATH: `${bin}:${process.env.PATH ?? ""}` } },
                (_, stdout, stderr) => {
                    resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
                },
            );
        });
    }

    it("judges and reports as the sandbox does, and says nothing of a simulation", async () => {
        const packs = ["hds", "rgpd"];
        const { code, output } = await preview(
            sent(
                wholeRun(
                    packs,
                    judged("hds", STORE, [], [RULE]),
                    violation("hds", RULE, STORE, "networkRuleSet.defaultAction : attendu « Deny »"),
                ),
            ),
            1,
        );
        assert.equal(code, 1, output);

        const folder = join(directory, "series", "latest");
        const report = readReport(join(folder, "report.json"));
        assert.equal(report.simulated, false);
        assert.deepEqual(report.decision, {
            verdict: "refused",
            reasons: [{ code: "violations", count: 1 }],
        });
        const files = (await readdir(folder)).map((name) => join(folder, name));
        assert.equal(files.length, 15);
        const texts = await Promise.all(
            files.map(async (file) => {
                const bytes = await readFile(file);
                return file.endsWith(".pdf")
                    ? pdfText(bytes)
                    : file.endsWith("report.html")
                      ? packedJson(bytes.toString())
                      : bytes.toString();
            }),
        );
        assert.deepEqual(
            files.filter((_, index) => SIMULATED.test(texts[index] ?? "")),
            [],
        );
        assert.doesNotMatch(output, SIMULATED);
        assert.match(await readFile(join(directory, "args"), "utf8"), /^preview .*--policy-pack /);
    });

    it("accepts a release without reserve where nothing is left open", async () => {
        const { code, output } = await preview(
            sent(wholeRun(["hds", "rgpd"], judged("hds", STORE, [RULE]))),
            0,
        );

        assert.equal(code, 0, output);
        const report = readReport(join(directory, "series", "latest", "report.json"));
        assert.deepEqual(report.decision, { verdict: "accepted", reasons: [] });
        assert.equal(report.changes?.previous.decision, "refused");
    });
});
