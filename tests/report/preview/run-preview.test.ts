import * as assert from "node:assert/strict";
import { join } from "node:path";
import { error, judged, registered, sent, STORE, undecided, violation, wholeRun } from "../fixtures";
import { CLEAN, PACKS, PreviewHarness } from "./preview-harness";

const REFUSED = [
    ...wholeRun(
        PACKS,
        judged("hds", STORE, [], ["store-private"]),
        violation("hds", "store-private", STORE, "access : attendu « private », obtenu « public »"),
    ),
    error("preview failed"),
];

describe("a preview", () => {
    let harness: PreviewHarness;
    beforeEach(async () => {
        harness = await PreviewHarness.create();
    });
    afterEach(() => harness.remove());

    it("without violation exits 0 and writes the report", async () => {
        const { code, stdout, stderr } = await harness.preview({ events: sent(CLEAN) });

        assert.equal(code, 0);
        assert.equal(stderr, "");
        assert.match(stdout, /peut-elle être déployée \? Oui, sous réserve\n.* Azure est simulé/);
        assert.match(
            stdout,
            /Rapports : .*reports\/dev\/latest \(2026-11-21T09-30-00\.000Z\) : report\.json, report\.html, manifest\.json/,
        );
        assert.deepEqual(await harness.reports(), ["manifest.json", "report.html", "report.json"]);
        const report = JSON.parse(await harness.read("report.json")) as {
            generatedAt: string;
            engine: object;
            commit?: object;
        };
        assert.equal(report.generatedAt, "2026-11-21T09:30:00.000Z");
        assert.deepEqual(report.engine, { version: "3.225.0" });
        assert.equal("commit" in report, false);
    });

    it("asks the CLI for the stack, both packs and the events, as they come", async () => {
        await harness.preview({ events: sent(CLEAN) });

        assert.deepEqual(
            harness.calls.find(([command]) => command === "preview"),
            [
                ...["preview", "--stack", "dev", "--non-interactive", "--color", "never", "--json"],
                ...["--policy-pack", join(harness.directory, "policies", "hds")],
                ...["--policy-pack", join(harness.directory, "policies", "rgpd")],
            ],
        );
    });

    it("with violations exits 1, names rule, resource, message, remedy and requirements, and writes the report", async () => {
        const { code, stdout } = await harness.preview({ events: sent(REFUSED), exitCode: 255 });

        assert.equal(code, 1);
        assert.ok(
            stdout.includes(
                [
                    "✖ store-private : records (test:index:Store)",
                    "    access : attendu « private », obtenu « public »",
                    "    À faire : Corriger store-private",
                    "    Exigences : HDS EXI 1, RGPD art. 32",
                ].join("\n"),
            ),
            stdout,
        );
        assert.deepEqual(await harness.reports(), ["manifest.json", "report.html", "report.json"]);
    });

    it("with unknown values alone exits 0 and says so", async () => {
        const events = wholeRun(
            PACKS,
            judged("hds", STORE, [], ["store-private"]),
            undecided("hds", "store-private", STORE, "indécidable : access"),
        );

        const { code, stdout } = await harness.preview({ events: sent(events) });

        assert.equal(code, 0);
        assert.match(stdout, /peut-elle être déployée \? Oui, sous réserve\n.* 1 constat indéterminé\./);
    });

    it("shows the warnings of the engine once", async () => {
        const warning = {
            diagnosticEvent: {
                message: "<{%reset%}>old API<{%reset%}>\n",
                severity: "warning",
                color: "raw",
            },
        };

        const { code, stderr } = await harness.preview({ events: sent([warning, warning, ...CLEAN]) });

        assert.equal(code, 0);
        assert.equal(stderr, "Avertissement : old API\n");
    });

    it("lets no value of the stack into its outputs", async () => {
        const events = [
            registered("test:index:Store", "records", "create", { password: "s3cret" }),
            ...REFUSED,
            { preludeEvent: { config: { "clinic:token": "s3cret" } } },
            { resOutputsEvent: { metadata: { urn: STORE, new: { outputs: { password: "s3cret" } } } } },
            { stdoutEvent: { message: "s3cret" } },
            { diagnosticEvent: { message: "s3cret", severity: "info", color: "raw" } },
        ];

        const { code, stdout, stderr } = await harness.preview({ events: sent(events), exitCode: 255 });

        assert.equal(code, 1);
        const written = await Promise.all((await harness.reports()).map((file) => harness.read(file)));
        assert.equal(written.length, 3);
        assert.equal([stdout, stderr, ...written].join("\n").includes("s3cret"), false);
    });

    it("prints nothing with quiet, no progress either, and writes the report all the same", async () => {
        let drawn = "";
        const terminal = { isTTY: true, write: (text: string) => (drawn += text) };
        const { code, stdout, stderr } = await harness.preview(
            { events: sent(REFUSED), exitCode: 255 },
            { quiet: true, stderr: terminal },
        );

        assert.deepEqual({ code, stdout, stderr, drawn }, { code: 1, stdout: "", stderr: "", drawn: "" });
        assert.deepEqual(await harness.reports(), ["manifest.json", "report.html", "report.json"]);
    });

    it("fails from the chosen severity on", async () => {
        const code = async (failOn: "high" | "never") =>
            (await harness.preview({ events: sent(REFUSED), exitCode: 255 }, { failOn })).code;

        assert.deepEqual([await code("high"), await code("never")], [1, 0]);
    });
});
