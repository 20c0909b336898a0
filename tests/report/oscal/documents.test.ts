import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Schema, Validator } from "@cfworker/json-schema";
import { render } from "../../../report/oscal/report-oscal";
import type { Report } from "../../../report/model";
import type { Language } from "../../../report/words/language";
import type { Framework } from "../../../report/framework";
import { schemaOf } from "../../programs/install/schemas";
import { trestle } from "../../programs/install/trestle";
import { framework } from "../fixtures";
import { hostileReport } from "../hostile";
import { syntheticReport } from "../synthetic";
import { everyStatus, reportOn } from "./cases";
import { documentsOf } from "./read-back";

const KINDS = {
    "oscal-assessment-results.json": "assessment-results",
    "oscal-assessment-plan.json": "assessment-plan",
    "oscal-catalog-hds.json": "catalog",
} as const;

type File = keyof typeof KINDS;

const FILES = Object.keys(KINDS) as readonly File[];

const REPORTS: Readonly<Record<string, () => Report>> = {
    "every status": everyStatus,
    "hostile texts": hostileReport,
    "the frameworks of the project": () => syntheticReport({ resources: 60, rules: 150 }),
    "no requirement that applies": () => reportOn([nothingApplies()], []),
    "no framework": () => reportOn([], []),
};

function nothingApplies(): Framework {
    const whole = framework("hds", { "EXI 1": [] });
    return {
        ...whole,
        requirements: whole.requirements.map(({ id, title }) => ({
            id,
            title,
            status: "notApplicable",
            why: title,
        })),
    };
}

const LARGEST_BYTES = 5_000_000;

/** Keys whose texts may hold markup. */
const MARKUP = ["title", "description", "remarks", "statement", "prose"];

describe("OSCAL documents", function () {
    this.timeout(10 * 60_000);
    const validators = new Map<string, Validator>();
    let workspace = "";

    before(async () => {
        workspace = mkdtempSync(join(tmpdir(), "oscal-"));
        for (const kind of Object.values(KINDS)) {
            const schema = readFileSync(await schemaOf(`oscal-${kind}-1.2.1`, console.log), "utf8");
            validators.set(kind, new Validator(JSON.parse(schema) as Schema, "7", false));
        }
    });

    after(() => {
        rmSync(workspace, { recursive: true });
    });

    for (const [name, make] of Object.entries(REPORTS)) {
        for (const language of ["fr", "en"] as const) {
            it(`follow their schemas in ${language}, for ${name}`, () => {
                for (const [file, document] of documentsOf(make(), language)) {
                    const checked = validators.get(KINDS[file as File])?.validate(document);
                    assert.deepEqual(checked?.errors, [], file);
                }
            });
        }

        it(`refer to nothing that they lack, and identify each thing once, for ${name}`, () => {
            for (const [file, document] of documentsOf(make())) {
                const { defined, referred } = identifiers(document);
                assert.equal(new Set(defined).size, defined.length, file);
                assert.deepEqual(
                    referred.filter((uuid) => !defined.includes(uuid)),
                    [],
                    file,
                );
            }
        });
    }

    it("pass trestle, with hostile texts and with those of the project", async () => {
        const { command, args, options } = await trestle(console.log);
        const run = (...own: string[]) =>
            spawnSync(command, [...args, ...own, ...options], { cwd: workspace, encoding: "utf8" });
        assert.equal(run("init", "--local").status, 0);
        for (const name of ["hostile texts", "the frameworks of the project"]) {
            const files = render(REPORTS[name]?.() ?? everyStatus(), "fr");
            for (const file of FILES) {
                const kind = KINDS[file];
                const folder = join(workspace, kind === "assessment-results" ? kind : `${kind}s`, "own");
                mkdirSync(folder, { recursive: true });
                writeFileSync(join(folder, `${kind}.json`), files[file] as string);
                const { status, stdout, stderr } = run("validate", "--type", kind, "--name", "own");
                assert.equal(status, 0, stdout + stderr);
                assert.match(stdout + stderr, /VALID: /);
            }
        }
    });

    it("are of version 1.2.1", () => {
        for (const document of documentsOf(everyStatus()).values()) {
            const versions: string[] = [];
            walk(document, (key, value) => {
                if (key === "oscal-version") {
                    versions.push(value);
                }
            });
            assert.deepEqual(versions, ["1.2.1"]);
        }
    });

    it("are the same for the same report and language", () => {
        for (const make of Object.values(REPORTS)) {
            const copy = JSON.parse(JSON.stringify(make())) as Report;
            assert.deepEqual(render(make(), "fr"), render(copy, "fr"));
        }
    });

    it("keep the identifiers of what they assess from one report to the next", () => {
        const first = everyStatus();
        const next = { ...first, generatedAt: "2026-12-01T09:30:00.000Z" };
        const [before, after] = [first, next].map((report) => {
            const results = documentsOf(report).get("oscal-assessment-results.json");
            return new Set(identifiers(results).defined);
        });
        // The document and its result alone are others.
        assert.deepEqual(before?.size, after?.size);
        assert.equal([...(before ?? [])].filter((uuid) => after?.has(uuid) !== true).length, 2);
    });

    it("escape what may pass for markup", () => {
        for (const language of ["fr", "en"] satisfies Language[]) {
            for (const document of documentsOf(hostileReport(), language).values()) {
                const texts = markupTexts(document);
                assert.ok(texts.some((text) => text.includes("needle\\<script\\>alert(1)")));
                const active = texts.filter((text) => /(?<!\\)(?:\\\\)*[<`[\]*{}]|(?:^|\n)[#+=-]/.test(text));
                assert.deepEqual(active, []);
            }
        }
    });

    it("leave out the catalogue of a report without HDS", () => {
        assert.deepEqual([...documentsOf(reportOn([], [])).keys()], FILES.slice(0, 2));
    });

    it("stay small for 10,000 resources and 150 rules", () => {
        for (const content of Object.values(
            render(syntheticReport({ resources: 10_000, rules: 150 }), "fr"),
        )) {
            assert.ok(Buffer.byteLength(content as string) <= LARGEST_BYTES);
        }
    });
});

/** The UUIDs that a document gives to things, and those by which it refers to them. */
function identifiers(document: unknown): {
    readonly defined: readonly string[];
    readonly referred: readonly string[];
} {
    const defined: string[] = [];
    const referred: string[] = [];
    walk(document, (key, value) => {
        if (key === "uuid") {
            defined.push(value);
        } else if (key.endsWith("-uuid") || key === "party-uuids") {
            referred.push(value);
        } else if (key === "href" && value.startsWith("#")) {
            referred.push(value.slice(1));
        }
    });
    assert.ok(defined.length > 0 && referred.length > 0);
    return { defined, referred };
}

function markupTexts(document: unknown): readonly string[] {
    const texts: string[] = [];
    walk(document, (key, value) => {
        if (MARKUP.includes(key)) {
            texts.push(value);
        }
    });
    return texts;
}

/** Calls back with each text and the key that it stands under. */
function walk(value: unknown, visit: (key: string, text: string) => void, key = ""): void {
    if (typeof value === "string") {
        visit(key, value);
    } else if (Array.isArray(value)) {
        value.forEach((item) => {
            walk(item, visit, key);
        });
    } else if (typeof value === "object" && value !== null) {
        for (const [name, item] of Object.entries(value)) {
            walk(item, visit, name);
        }
    }
}
