import * as assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
    existsSync,
    lstatSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    readlinkSync,
    statSync,
    symlinkSync,
    utimesSync,
    writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { spawnSync } from "node:child_process";
import { withdrawLatest } from "../../../report/evidence/publication";
import { previousReport } from "../../../report/evidence/previous";
import { verifyFolder } from "../../../report/evidence/verify-folder";
import { FORMATS } from "../../../report/outputs";
import { stagingPath } from "../../../report/evidence/staging";
import { jsonText } from "../../../report/json/json";
import { Bench, KEYS, manifestOf, sample, sampleOf } from "./sample";

const sha256 = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

describe("a report is published", () => {
    let bench: Bench;
    beforeEach(() => (bench = new Bench()));
    afterEach(() => {
        bench.remove();
    });

    it("in a folder named by its instant, which latest points to", async () => {
        const folder = await bench.publish(sampleOf(21));

        assert.equal(basename(folder), "2026-11-21T09-30-00.000Z");
        assert.deepEqual(readdirSync(bench.series).sort(), [basename(folder), "latest"]);
        assert.equal(readlinkSync(join(bench.series, "latest")), basename(folder));
        assert.deepEqual(readdirSync(folder).sort(), ["manifest.json", "report.json"]);
        assert.equal(readFileSync(join(folder, "report.json"), "utf8"), [...jsonText(sampleOf(21))].join(""));
    });

    it("with a manifest of every file and of its context", async () => {
        const report = sampleOf(21);
        const folder = await bench.publish(report);

        const file = join(folder, "report.json");
        assert.deepEqual(manifestOf(folder), {
            version: 1,
            project: "clinic",
            stack: "dev",
            source: "preview",
            simulated: true,
            generatedAt: "2026-11-21T09:30:00.000Z",
            commit: report.commit,
            engine: report.engine,
            packs: [{ framework: "hds", version: "1.0.0" }],
            inputs: report.inputs.digest,
            decision: "refused",
            complete: true,
            files: [
                {
                    name: "report.json",
                    sha256: sha256(file),
                    size: statSync(file).size,
                    mediaType: "application/json",
                },
            ],
            previous: null,
        });
    });

    it("with report.json whatever the formats, each of them once, and each announced", async () => {
        const announced: string[] = [];
        const folder = await bench.publish(sampleOf(21), {
            formats: ["csv", "json", "csv"],
            onProgress: (format) => announced.push(format),
        });

        assert.deepEqual(announced, ["json", "csv"]);
        const listed = manifestOf(folder).files.map(({ name }) => name);
        assert.ok(listed.length > 1 && listed.includes("report.json"));
        assert.deepEqual([...listed, "manifest.json"].sort(), readdirSync(folder).sort());
    });

    it("in every format, under names that its manifest may list, of known types", async () => {
        const folder = await bench.publish(sampleOf(21), { formats: FORMATS });

        assert.deepEqual(await verifyFolder(folder), []);
        const { files } = manifestOf(folder);
        assert.deepEqual(
            files.filter(({ mediaType }) => mediaType === "application/octet-stream"),
            [],
        );
        assert.ok(files.length >= FORMATS.length - 1, "transfers alone may give no file");
    });

    it("the same report gives the same bytes", async () => {
        const other = new Bench();
        const [a, b] = [
            await bench.publish(sampleOf(21), { key: KEYS.privateKey }),
            await other.publish(sampleOf(21), { key: KEYS.privateKey }),
        ];
        const contents = (folder: string) =>
            readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);

        assert.deepEqual(contents(a), contents(b));
        assert.equal(contents(a).length, 3);
        other.remove();
    });

    it("chained to the one before it, and leaves that alone", async () => {
        const first = await bench.publish(sampleOf(20));
        const before = readFileSync(join(first, "manifest.json"));
        const second = await bench.publish(sampleOf(21));

        assert.deepEqual(manifestOf(second).previous, {
            folder: basename(first),
            manifest: sha256(join(first, "manifest.json")),
        });
        assert.deepEqual(readFileSync(join(first, "manifest.json")), before);
        assert.equal(readlinkSync(join(bench.series, "latest")), basename(second));
    });

    it("chained to the one given where the series has none yet", async () => {
        const elsewhere = new Bench();
        const given = await elsewhere.publish(sampleOf(20));
        const { previous } = await previousReport(bench.series, sample(), given);
        assert.ok(previous);

        const first = await bench.publish(sampleOf(21), { previous });
        const second = await bench.publish(sampleOf(22), { previous });

        assert.deepEqual(manifestOf(first).previous, {
            folder: basename(given),
            manifest: sha256(join(given, "manifest.json")),
        });
        assert.deepEqual(manifestOf(second).previous, {
            folder: basename(first),
            manifest: sha256(join(first, "manifest.json")),
        });
        elsewhere.remove();
    });

    it("chained past reports on another stack and damaged manifests", async () => {
        const first = await bench.publish(sampleOf(18));
        await bench.publish(sample({ ...sampleOf(19), stack: "prod" }));
        const damaged = await bench.publish(sampleOf(20));
        writeFileSync(join(damaged, "manifest.json"), "{}");

        const last = await bench.publish(sampleOf(21));

        assert.deepEqual((manifestOf(last).previous as { folder: string }).folder, basename(first));
    });

    it("beside another of the same millisecond, and of runs at the same time", async () => {
        const folders = await Promise.all([1, 2, 3, 4].map(() => bench.publish(sampleOf(21))));

        const name = "2026-11-21T09-30-00.000Z";
        assert.deepEqual(folders.map((folder) => basename(folder)).sort(), [
            name,
            `${name}.2`,
            `${name}.3`,
            `${name}.4`,
        ]);
        assert.deepEqual(
            readdirSync(bench.series).filter((entry) => entry.startsWith(".")),
            [],
        );
        assert.ok(
            folders.map((folder) => basename(folder)).includes(readlinkSync(join(bench.series, "latest"))),
        );
    });

    it("not at all when a format cannot be made", async () => {
        const broken = Object.defineProperty({ ...sample() }, "rules", {
            enumerable: true,
            get: () => {
                throw new Error("no rules");
            },
        });

        await assert.rejects(bench.publish(broken), /no rules/);

        assert.deepEqual(readdirSync(bench.series), []);
    });

    it("open to whom any new folder is open to", async () => {
        const folder = await bench.publish(sampleOf(21));

        assert.equal(statSync(folder).mode, statSync(bench.series).mode);
    });

    it("latest is withdrawn alone, and where there is none nothing happens", async () => {
        await withdrawLatest(bench.series);
        const folder = await bench.publish(sampleOf(21));
        await withdrawLatest(bench.series);

        assert.deepEqual(readdirSync(bench.series), [basename(folder)]);
    });
});

describe("what a killed run left", () => {
    let bench: Bench;
    beforeEach(() => {
        bench = new Bench();
        mkdirSync(bench.series, { recursive: true });
    });
    afterEach(() => {
        bench.remove();
    });

    const left = (path: string): string => {
        mkdirSync(path);
        writeFileSync(join(path, "report.json"), "{");
        return path;
    };
    /** A name that this process would give, with another process or machine in it. */
    const named = (change: { pid?: number; machine?: string }): string => {
        const [, machine = "", pid = "", random = ""] =
            /-(\w+)-(\d+)-(\w+)$/.exec(stagingPath(bench.series)) ?? [];
        return join(
            bench.series,
            `.staging-${change.machine ?? machine}-${(change.pid ?? Number(pid)).toString()}-${random}`,
        );
    };
    const deadPid = (): number => spawnSync(process.execPath, ["-e", ""]).pid;
    const age = (path: string, hours: number) => {
        const then = Date.now() / 1000 - hours * 3600;
        utimesSync(path, then, then);
    };

    it("is removed by the next run", async () => {
        const folder = left(named({ pid: deadPid() }));
        const link = named({ pid: deadPid() });
        symlinkSync("nowhere", link);

        await bench.publish(sampleOf(21));

        assert.ok(!existsSync(folder));
        assert.equal(lstatSync(link, { throwIfNoEntry: false }), undefined);
    });

    it("is left where its process lives, or where it may live on another machine", async () => {
        const living = left(named({}));
        const foreign = left(named({ pid: deadPid(), machine: "00000000" }));
        age(foreign, 23);

        await bench.publish(sampleOf(21));

        assert.ok(existsSync(living));
        assert.ok(existsSync(foreign));
    });

    it("is removed after a day, whatever machine it is of", async () => {
        const foreign = left(named({ machine: "00000000" }));
        age(foreign, 25);

        await bench.publish(sampleOf(21));

        assert.ok(!existsSync(foreign));
    });
});
