import * as assert from "node:assert/strict";

import {
    mkdirSync,
    readdirSync,
    readFileSync,
    renameSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { verify } from "../../../report/evidence/verify";
import { UserError } from "../../../sandbox/user-error";
import { Bench, sampleOf } from "./sample";

describe("a path is refused, with what it is,", () => {
    let bench: Bench;
    beforeEach(() => {
        bench = new Bench();
        mkdirSync(join(bench.root, "empty"));
        writeFileSync(join(bench.root, "file"), "");
        symlinkSync("loop", join(bench.root, "loop"));
    });
    afterEach(() => {
        bench.remove();
    });

    for (const [name, got] of [
        ["nowhere", "ENOENT"],
        ["empty", "un dossier sans rapport"],
        ["file", "un fichier"],
        ["loop", "ELOOP"],
    ] as const) {
        it(`where it is ${name}`, async () => {
            const path = join(bench.root, name);
            await assert.rejects(verify(path, { required: false }, "fr"), (error) => {
                assert.ok(error instanceof UserError);
                assert.equal(
                    error.message,
                    `${path} : attendu le dossier d’un rapport ou d’une série, obtenu ${got}`,
                );
                return true;
            });
        });
    }
});

describe("a series is verified", () => {
    let bench: Bench;
    let folders: string[];
    beforeEach(async () => {
        bench = new Bench();
        folders = [];
        for (const day of [18, 19, 20, 21]) {
            folders.push(await bench.publish(sampleOf(day)));
        }
    });
    afterEach(() => {
        bench.remove();
    });

    const look = async (path = bench.series) => {
        const { reports, ...series } = await verify(path, { required: false }, "fr");
        return {
            reports: reports.map(({ name, faults, remarks }) => ({
                day: Number(name.slice(8, 10)),
                faults: faults.map(({ fr }) => fr),
                remarks: remarks.map(({ fr }) => fr),
            })),
            faults: series.faults.map(({ fr }) => fr),
            remarks: series.remarks.map(({ fr }) => fr),
        };
    };
    const clean = (day: number) => ({ day, faults: [] as string[], remarks: [] as string[] });
    const folderOf = (day: number) => folders[day - 18] ?? "";
    const nameOf = (day: number) => `2026-11-${day.toString()}T09-30-00.000Z`;

    it("as whole, the oldest first, by a link to it too", async () => {
        const whole = { reports: [18, 19, 20, 21].map(clean), faults: [], remarks: [] };
        assert.deepEqual(await look(), whole);
        symlinkSync(bench.series, join(bench.root, "link"));
        assert.deepEqual(await look(join(bench.root, "link")), whole);
        assert.deepEqual(await look(join(bench.series, "latest")), { ...whole, reports: [clean(21)] });
    });

    it("as broken where a report was taken out of its middle", async () => {
        rmSync(folderOf(19), { recursive: true });

        const { reports } = await look();
        assert.deepEqual(reports, [
            clean(18),
            {
                ...clean(20),
                faults: [
                    `chaîne rompue : maillon absent, le rapport précédent ${nameOf(19)} a été retiré de la série`,
                ],
            },
            clean(21),
        ]);
    });

    it("as whole where its oldest reports are filed elsewhere, which it tells", async () => {
        rmSync(folderOf(18), { recursive: true });
        rmSync(folderOf(19), { recursive: true });

        const { reports } = await look();
        assert.deepEqual(reports, [
            {
                ...clean(20),
                remarks: [
                    `maillon absent : la série commence après le rapport ${nameOf(19)}, conservé ailleurs`,
                ],
            },
            clean(21),
        ]);
    });

    it("as broken where a report was replaced by one that is whole in itself", async () => {
        const other = new Bench();
        const forged = await other.publish({ ...sampleOf(19), stack: "dev", simulated: false });
        rmSync(folderOf(19), { recursive: true });
        renameSync(forged, folderOf(19));
        other.remove();

        const { reports } = await look();
        const broken = `chaîne rompue : le manifeste du rapport précédent, ${nameOf(19)}, n’est plus celui d’alors`;
        assert.deepEqual(reports, [
            clean(18),
            { ...clean(19), remarks: ["ne se rattache à aucun rapport précédent de la série"] },
            { ...clean(20), faults: [broken] },
            clean(21),
        ]);
        assert.deepEqual((await look(folderOf(20))).reports[0]?.faults, [broken]);
    });

    it("as broken by any byte of a manifest but the last that is another", async () => {
        const file = join(folderOf(19), "manifest.json");
        const before = readFileSync(file);
        await fc.assert(
            fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (place, by) => {
                const after = Buffer.from(before);
                const index = place % after.length;
                after[index] = (after[index] ?? 0) ^ by;
                writeFileSync(file, after);
                const { reports } = await look();
                assert.equal(reports[2]?.faults.length, 1);
            }),
            { numRuns: 30 },
        );
    });

    it("with what damages one of its reports", async () => {
        rmSync(join(folderOf(20), "report.json"));

        assert.deepEqual((await look()).reports, [
            clean(18),
            clean(19),
            { ...clean(20), faults: ["report.json : absent"] },
            clean(21),
        ]);
    });

    it("with forks, which runs at the same time bring about too", async () => {
        // Made where the reports of the 19th and later are not: it follows the 18th, too.
        const other = join(bench.root, "other");
        mkdirSync(other);
        for (const day of [19, 20, 21]) {
            renameSync(folderOf(day), join(other, nameOf(day)));
        }
        await bench.publish({ ...sampleOf(19), generatedAt: "2026-11-19T12:00:00.000Z" });
        for (const day of [19, 20, 21]) {
            renameSync(join(other, nameOf(day)), folderOf(day));
        }

        const { reports, faults } = await look();
        const told = (twin: string) =>
            `bifurcation : suit ${nameOf(18)}, comme ${twin} (exécutions simultanées, ou rapport refait)`;
        assert.deepEqual(reports, [
            clean(18),
            { ...clean(19), remarks: [told("2026-11-19T12-00-00.000Z")] },
            { ...clean(19), remarks: [told(nameOf(19))] },
            clean(20),
            clean(21),
        ]);
        assert.deepEqual(faults, []);
    });

    it("with a date before that of the report it follows", async () => {
        await bench.publish({ ...sampleOf(20), generatedAt: "2026-11-20T01:00:00.000Z" });

        const { reports } = await look();
        assert.deepEqual(reports[2]?.remarks, [`daté d’avant le rapport qu’il suit, ${nameOf(21)}`]);
    });

    it("with what is no report, and what a run left or is writing", async () => {
        writeFileSync(join(bench.series, "report.json"), "{}");
        mkdirSync(join(bench.series, ".staging-0123abcd-1-0123abcd"));
        symlinkSync(folderOf(18), join(bench.series, nameOf(22)));

        assert.deepEqual((await look()).remarks, [
            ".staging-0123abcd-1-0123abcd : reste d’une exécution interrompue, ou en cours",
            `${nameOf(22)} : n’est pas un rapport`,
            "report.json : n’est pas un rapport",
        ]);
    });

    it("as damaged where a dated folder is empty", async () => {
        mkdirSync(join(bench.series, nameOf(22)));

        assert.deepEqual((await look()).reports.at(-1), { ...clean(22), faults: ["manifest.json : absent"] });
    });

    for (const target of ["nowhere", "..", "../dev/2026-11-18T09-30-00.000Z"]) {
        it(`as damaged where latest leads to ${target}`, async () => {
            rmSync(join(bench.series, "latest"));
            symlinkSync(target, join(bench.series, "latest"));

            assert.deepEqual((await look()).faults, [
                "latest : attendu un lien vers un rapport de la série, obtenu autre chose",
            ]);
        });
    }

    it("as damaged where latest is a folder", async () => {
        rmSync(join(bench.series, "latest"));
        mkdirSync(join(bench.series, "latest"));

        assert.equal((await look()).faults.length, 1);
        assert.ok(readdirSync(bench.series).includes("latest"));
    });
});
