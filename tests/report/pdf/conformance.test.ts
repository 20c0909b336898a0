import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { verapdf } from "../../programs/install/verapdf";
import { framework, reportOf, wholeRun } from "../fixtures";
import { hostileReport } from "../hostile";
import { syntheticReport } from "../synthetic";
import { PdfFolder } from "./pdf-file";

describe("the PDF report and PDF/UA-1", function () {
    this.timeout(10 * 60_000);
    const folder = new PdfFolder();

    after(() => {
        folder.remove();
    });

    it("conforms, says veraPDF, in both languages, empty and with hostile text", async () => {
        const usual = syntheticReport({ resources: 60, rules: 150 });
        const empty = reportOf(wholeRun(["hds"]), [framework("hds", { "EXI 1": ["store-private"] })]);
        const files = [
            folder.write(usual, "fr"),
            folder.write(usual, "en"),
            folder.write(empty, "fr"),
            folder.write(hostileReport(), "en"),
        ].map(({ path }) => path);

        const { command, args, options } = await verapdf((line) => {
            console.error(line);
        });
        const run = spawnSync(
            command,
            [...args, "--flavour", "ua1", "--format", "text", ...files, ...options],
            { encoding: "utf8" },
        );

        assert.deepEqual(
            run.stdout.trim().split("\n").sort(),
            files.map((file) => `PASS ${file} ua1`).sort(),
            run.stderr,
        );
    });
});
