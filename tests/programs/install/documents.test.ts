import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Validator, type Schema as JsonSchema } from "@cfworker/json-schema";

import { installed, type InstalledProgram } from ".";
import { chromium } from "./chromium";
import { schemaOf } from "./schemas";
import { trestle } from "./trestle";
import { verapdf } from "./verapdf";

const log = (line: string) => {
    console.log(line);
};

/** Allows for the downloads of a first run. */
const INSTALL_MS = 10 * 60_000;

describe("what reads and checks reports", () => {
    let directory: string;
    let pdf: string;
    before(async function () {
        this.timeout(INSTALL_MS);
        directory = await mkdtemp(join(tmpdir(), "documents-"));
        pdf = join(directory, "page.pdf");
        const page = join(directory, "page.html");
        await writeFile(
            page,
            '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Été</title><p style="font-family: sans-serif">À Évry, l’œuvre naît : ça</p></html>',
        );
        execFileSync(
            await chromium(log),
            [
                ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
                ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
                ...[`--user-data-dir=${directory}/profile`, `--print-to-pdf=${pdf}`, `file://${page}`],
            ],
            { stdio: "ignore" },
        );
        await Promise.all([
            ...(["pdftotext", "xmllint"] as const).map((program) => installed(program, log)),
            ...(["sarif-2.1.0", "oscal-catalog-1.2.1", "junit-10"] as const).map((schema) =>
                schemaOf(schema, log),
            ),
            trestle(log),
            verapdf(log),
        ]);
    });
    after(() => rm(directory, { recursive: true, force: true }));

    const answer = ({ command, args, options }: InstalledProgram, ...own: string[]) =>
        spawnSync(command, [...args, ...own, ...options], { cwd: directory, encoding: "utf8" });
    const validator = async (schema: "sarif-2.1.0" | "oscal-catalog-1.2.1", draft: "4" | "7") =>
        new Validator(JSON.parse(await readFile(await schemaOf(schema, log), "utf8")) as JsonSchema, draft);

    it("prints and reads accented text, with a font that is embedded", async () => {
        assert.match(answer(await installed("pdftotext", log), pdf, "-").stdout, /À Évry, l’œuvre naît : ça/);
        assert.match(answer(await installed("pdfinfo", log), pdf).stdout, /^Pages: +1$/m);
        assert.match(answer(await installed("pdffonts", log), pdf).stdout, / yes yes yes /);
        answer(await installed("pdftoppm", log), "-png", pdf, "image");
        assert.ok((await readdir(directory)).includes("image-1.png"));
    });

    it("judges whether a PDF document is accessible", async () => {
        const { stdout } = answer(await verapdf(log), "--flavour", "ua1", "--format", "text", pdf);
        assert.equal(stdout, `FAIL ${pdf} ua1\n`);
    });

    it("accepts a catalog of OSCAL 1.2.1, and refuses one without title", async () => {
        const program = await trestle(log);
        const json = await validator("oscal-catalog-1.2.1", "7");
        assert.equal(answer(program, "init", "--local").status, 0);
        await mkdir(join(directory, "catalogs/hds"), { recursive: true });
        const verdicts = async (catalog: object) => {
            await writeFile(join(directory, "catalogs/hds/catalog.json"), JSON.stringify(catalog));
            const { status } = answer(program, "validate", "--type", "catalog", "--name", "hds");
            return [status === 0, json.validate(catalog).valid];
        };
        const metadata = { "last-modified": "2026-01-01T00:00:00Z", version: "1", "oscal-version": "1.2.1" };
        const uuid = "6f9b4f0e-6b0f-4b57-9d0f-3c6d0d8a7a11";
        assert.deepEqual(await verdicts({ catalog: { uuid, metadata: { title: "HDS", ...metadata } } }), [
            true,
            true,
        ]);
        assert.deepEqual(await verdicts({ catalog: { uuid, metadata } }), [false, false]);
    });

    it("knows what a SARIF log is", async () => {
        const json = await validator("sarif-2.1.0", "4");
        const run = { tool: { driver: { name: "hds" } }, results: [] };
        assert.equal(json.validate({ version: "2.1.0", runs: [run] }).valid, true);
        assert.equal(json.validate({ version: "2.1.0", runs: [{ ...run, tool: {} }] }).valid, false);
    });

    it("knows what a JUnit report is", async () => {
        const program = await installed("xmllint", log);
        const schema = await schemaOf("junit-10", log);
        const status = async (xml: string) => {
            await writeFile(join(directory, "junit.xml"), xml);
            return answer(program, "--noout", "--schema", schema, "junit.xml").status;
        };
        assert.equal(
            await status(
                '<testsuite name="hds" tests="1" failures="0" errors="0"><testcase name="a" classname="b"/></testsuite>',
            ),
            0,
        );
        // xmllint exits with 3 where a document breaks its schema.
        assert.equal(
            await status('<testsuite name="hds" tests="1"><testcase name="a" classname="b"/></testsuite>'),
            3,
        );
    });
});
