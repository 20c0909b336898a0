import * as assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { previousReport } from "../../../report/evidence/previous";
import { Bench, manifestOf, sample, sampleOf } from "./sample";

const sha256 = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
const OF = { project: "clinic", stack: "dev" };

describe("the previous report", () => {
    let bench: Bench;
    beforeEach(() => (bench = new Bench()));
    afterEach(() => {
        bench.remove();
    });

    it("is none where there is no series, or none on the stack", async () => {
        assert.deepEqual(await previousReport(bench.series, OF), {});
        await bench.publish(sample({ stack: "prod" }));
        assert.deepEqual(await previousReport(bench.series, OF), {});
    });

    it("is the newest on the stack, with its digests", async () => {
        await bench.publish(sampleOf(19));
        const folder = await bench.publish(sampleOf(20));
        await bench.publish({ ...sampleOf(21), project: "other" });

        assert.deepEqual(await previousReport(bench.series, OF), {
            previous: {
                folder,
                report: JSON.parse(JSON.stringify(sampleOf(20))) as unknown,
                digest: sha256(join(folder, "report.json")),
                manifest: sha256(join(folder, "manifest.json")),
            },
        });
    });

    it("is the newest whole one where newer ones are damaged, with a warning of the newest", async () => {
        const whole = await bench.publish(sampleOf(18));
        const older = await bench.publish(sampleOf(19));
        const newest = await bench.publish(sampleOf(20));
        rmSync(join(older, "manifest.json"));
        rmSync(join(newest, "report.json"));

        const { previous, warning } = await previousReport(bench.series, OF);
        assert.equal(previous?.folder, whole);
        assert.deepEqual(warning, {
            fr: `rapport précédent ${newest} laissé de côté : report.json : absent`,
            en: `previous report ${newest} passed over: report.json: missing`,
        });
    });

    it("is none, with a warning, where the newest is of another version of the model", async () => {
        const folder = await bench.publish(sampleOf(20));
        // As another version would have published it.
        const text = readFileSync(join(folder, "report.json"), "utf8").replace(
            '"schemaVersion": 2',
            '"schemaVersion": 3',
        );
        writeFileSync(join(folder, "report.json"), text);
        const manifest = manifestOf(folder);
        const files = manifest.files.map((file) => ({ ...file, sha256: sha256(join(folder, file.name)) }));
        writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...manifest, files }));

        const { previous, warning } = await previousReport(bench.series, OF);
        assert.equal(previous, undefined);
        assert.match(warning?.fr ?? "", /laissé de côté : .*schemaVersion.*attendu 2, obtenu 3/);
        assert.match(warning?.en ?? "", /passed over: .*schemaVersion: expected 2, got 3/);
    });

    describe("where it is given", () => {
        it("is that one", async () => {
            const folder = await bench.publish(sampleOf(19));
            await bench.publish(sampleOf(20));

            assert.equal((await previousReport(bench.series, OF, folder)).previous?.folder, folder);
        });

        it("is refused when it is damaged", async () => {
            const folder = await bench.publish(sampleOf(19));
            appendFileSync(join(folder, "report.json"), " ");

            await assert.rejects(previousReport(bench.series, OF, folder), {
                name: "UserError",
                message: new RegExp(
                    `^--previous : attendu un rapport intact, obtenu ${folder}, où report\\.json : altéré`,
                ),
            });
        });

        it("is refused when it is on another stack or project", async () => {
            const folder = await bench.publish(sampleOf(19));
            for (const of of [
                { ...OF, stack: "prod" },
                { ...OF, project: "other" },
            ]) {
                await assert.rejects(previousReport(bench.series, of, folder, "en"), {
                    name: "UserError",
                    message: `--previous: expected a report on ${of.project}/${of.stack}, got one on clinic/dev`,
                });
            }
        });

        it("is refused when it is a series of several, or nothing", async () => {
            await bench.publish(sampleOf(19));
            await bench.publish(sampleOf(20));

            await assert.rejects(
                previousReport(bench.series, OF, bench.series),
                /^UserError: --previous : .*obtenu une série/,
            );
            await assert.rejects(
                previousReport(bench.series, OF, join(bench.root, "x")),
                /^UserError: --previous : .*obtenu ENOENT/,
            );
        });
    });
});
