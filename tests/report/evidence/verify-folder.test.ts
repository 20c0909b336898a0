import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
    appendFileSync,
    cpSync,
    linkSync,
    mkdirSync,
    readFileSync,
    renameSync,
    rmSync,
    symlinkSync,
    truncateSync,
    writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { verify } from "../../../report/evidence/verify";
import { verifyFolder } from "../../../report/evidence/verify-folder";
import { hostileReport } from "../hostile";
import { Bench, KEYS, type ManifestFile, manifestOf, sampleOf } from "./sample";

describe("the folder of a report is verified", () => {
    let bench: Bench;
    let folder: string;
    beforeEach(async () => {
        bench = new Bench();
        folder = await bench.publish(sampleOf(21), { formats: ["csv"] });
    });
    afterEach(() => {
        bench.remove();
    });

    const at = (name: string) => join(folder, name);
    const faults = async () => (await verifyFolder(folder)).map(({ fr }) => fr);
    const rewrite = (change: Record<string, unknown>) => {
        writeFileSync(at("manifest.json"), JSON.stringify({ ...manifestOf(folder), ...change }));
    };
    const rewriteFile = (change: Partial<ManifestFile>) => {
        const [first, ...rest] = manifestOf(folder).files;
        assert.ok(first);
        rewrite({ files: [first, { ...first, ...change }, ...rest] });
    };

    it("as whole where nothing has changed, a copy too", async () => {
        assert.deepEqual(await faults(), []);
        renameSync(folder, join(bench.root, "copy"));
        assert.deepEqual(await verifyFolder(join(bench.root, "copy")), []);
    });

    const CASES: Readonly<Record<string, readonly [damage: () => void, fault: RegExp]>> = {
        "a file with a letter changed": [
            () => {
                const text = readFileSync(at("report.json"), "utf8");
                writeFileSync(at("report.json"), text.replace("accès", "accés"));
            },
            /^report\.json : altéré, attendu l’empreinte SHA-256 [0-9a-f]{64}, obtenu [0-9a-f]{64}$/,
        ],
        "a longer file": [
            () => {
                appendFileSync(at("report.json"), " ");
            },
            /^report\.json : altéré, attendu \d+ octets, obtenu \d+$/,
        ],
        "a missing file": [
            () => {
                rmSync(at("report.json"));
            },
            /^report\.json : absent$/,
        ],
        "an extra file": [
            () => {
                writeFileSync(at("note.txt"), "");
            },
            /^note\.txt : en trop/,
        ],
        "an extra file whose name acts on a terminal": [
            () => {
                writeFileSync(at("\u001b[2Ja\n\u202e"), "");
            },
            /^a \ufffd : en trop/,
        ],
        "a hidden file": [
            () => {
                writeFileSync(at(".hidden"), "");
            },
            /^\.hidden : en trop/,
        ],
        "a folder in it": [
            () => {
                mkdirSync(at("more"));
            },
            /^more : en trop/,
        ],
        "a link in it that leads to itself": [
            () => {
                symlinkSync("loop", at("loop"));
            },
            /^loop : en trop/,
        ],
        "a link in place of a file, be its content the same": [
            () => {
                renameSync(at("report.json"), join(bench.root, "report.json"));
                symlinkSync(join(bench.root, "report.json"), at("report.json"));
            },
            /^report\.json : attendu un fichier, obtenu un lien/,
        ],
        "a pipe in place of a file": [
            () => {
                rmSync(at("report.json"));
                execFileSync("mkfifo", [at("report.json")]);
            },
            /^report\.json : attendu un fichier, obtenu un lien/,
        ],
        "another case in the name of a file": [
            () => {
                renameSync(at("report.json"), at("REPORT.json"));
            },
            /^report\.json : absent$/,
        ],
        "no manifest": [
            () => {
                rmSync(at("manifest.json"));
            },
            /^manifest\.json : absent$/,
        ],
        "a link in place of the manifest": [
            () => {
                renameSync(at("manifest.json"), join(bench.root, "m"));
                symlinkSync(join(bench.root, "m"), at("manifest.json"));
            },
            /^manifest\.json : attendu un fichier/,
        ],
        "a manifest that is not JSON": [
            () => {
                writeFileSync(at("manifest.json"), "{");
            },
            /^manifest\.json : attendu du JSON/,
        ],
        "a manifest that is too long": [
            () => {
                truncateSync(at("manifest.json"), (16 << 20) + 1);
            },
            /^manifest\.json : attendu au plus 16777216 octets/,
        ],
        "a manifest that is an empty list": [
            () => {
                writeFileSync(at("manifest.json"), "[]");
            },
            /^manifest\.json : .*attendu.*obtenu \[…\]/,
        ],
        "a manifest that does not say that it is complete": [
            () => {
                rewrite({ complete: false });
            },
            /^manifest\.json : complete : .*true attendu, obtenu false/,
        ],
        "a manifest with a key that it does not have": [
            () => {
                rewrite({ valid: true });
            },
            /^manifest\.json : .*"valid"/,
        ],
        "a manifest that leaves report.json out": [
            () => {
                rewrite({ files: [] });
            },
            /^manifest\.json : files : .*report\.json/,
        ],
        "a manifest that lists a file twice": [
            () => {
                rewriteFile({});
            },
            /^manifest\.json : files : .*distinct/,
        ],
        "a manifest that lists a file twice but for case": [
            () => {
                rewriteFile({ name: "Report.JSON" });
            },
            /^manifest\.json : files : .*distinct/,
        ],
        ...Object.fromEntries(
            ["../report.json", "/etc/passwd", "a/b", "..", "", "a\\b", ".x", "a\u0000", "manifest.json"].map(
                (name) => [
                    `a manifest that names ${JSON.stringify(name)}`,
                    [
                        () => {
                            rewriteFile({ name });
                        },
                        /^manifest\.json : files\.1\.name : /,
                    ] as const,
                ],
            ),
        ),
    };
    for (const [name, [damage, fault]] of Object.entries(CASES)) {
        it(`as damaged by ${name}`, async () => {
            damage();

            const [found = ""] = (await faults()).map((text) => text.replaceAll("\u00a0", " "));
            assert.match(found, fault);
            assert.equal(
                (await verify(folder, { required: false }, "en")).reports[0]?.faults.length,
                (await faults()).length,
            );
        });
    }

    it("as whole where its manifest says that it follows a report outside the series, which is not looked at", async () => {
        const elsewhere = join(bench.root, "elsewhere");
        cpSync(folder, elsewhere, { recursive: true });
        const manifest = createHash("sha256")
            .update(readFileSync(join(elsewhere, "manifest.json")))
            .digest("hex");
        rewrite({ previous: { folder: "../../elsewhere", manifest } });

        const [report] = (await verify(folder, { required: false }, "fr")).reports;
        assert.deepEqual(report?.faults, []);
        assert.deepEqual(
            report.remarks.map(({ fr }) => fr),
            ["maillon absent : la série commence après le rapport ../../elsewhere, conservé ailleurs"],
        );
    });

    it("as whole when it was published of hostile texts", async () => {
        const hostile = await bench.publish(hostileReport(), { key: KEYS.privateKey });
        const { reports } = await verify(hostile, { key: KEYS.publicKey, required: true }, "fr");
        assert.deepEqual(reports[0]?.faults, []);
    });

    it("as damaged where a copy under another name has no manifest", async () => {
        rmSync(at("manifest.json"));
        const copy = join(bench.root, "copy");
        renameSync(folder, copy);
        const { reports } = await verify(copy, { required: false }, "fr");
        assert.deepEqual(reports[0]?.faults, [
            { fr: "manifest.json : absent", en: "manifest.json: missing" },
        ]);
    });

    it("as whole where a file is linked twice: its content is what counts", async () => {
        linkSync(at("report.json"), join(bench.root, "again"));
        assert.deepEqual(await faults(), []);
    });

    it("as damaged by any byte of any listed file that is another", async () => {
        const names = manifestOf(folder).files.map(({ name }) => name);
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom(...names),
                fc.nat(),
                fc.integer({ min: 1, max: 255 }),
                async (name, place, by) => {
                    const before = readFileSync(at(name));
                    const after = Buffer.from(before);
                    const index = place % after.length;
                    after[index] = (after[index] ?? 0) ^ by;
                    writeFileSync(at(name), after);
                    const found = await faults();
                    writeFileSync(at(name), before);
                    assert.equal(found.length, 1);
                },
            ),
            { numRuns: 40 },
        );
        assert.deepEqual(await faults(), []);
    });

    it("when signed, as damaged by any byte of its manifest that is another", async () => {
        const signed = await bench.publish(sampleOf(22), { key: KEYS.privateKey });
        const file = join(signed, "manifest.json");
        const before = readFileSync(file);
        const check = async () =>
            (await verify(signed, { key: KEYS.publicKey, required: true }, "fr")).reports[0]?.faults ?? [];
        await fc.assert(
            fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (place, by) => {
                const after = Buffer.from(before);
                const index = place % after.length;
                after[index] = (after[index] ?? 0) ^ by;
                writeFileSync(file, after);
                assert.notDeepEqual(await check(), []);
            }),
            { numRuns: 60 },
        );
        writeFileSync(file, before);
        assert.deepEqual(await check(), []);
    });
});
