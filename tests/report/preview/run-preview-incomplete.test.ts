import * as assert from "node:assert/strict";
import { error, registered, sent } from "../fixtures";
import { CLEAN, PreviewHarness } from "./preview-harness";

describe("a preview without verdict", () => {
    let harness: PreviewHarness;
    beforeEach(async () => {
        harness = await PreviewHarness.create();
    });
    afterEach(() => harness.remove());

    it("that crashed exits 2 with the engine's errors, no verdict and no report", async () => {
        const events = [
            registered("pulumi:pulumi:Stack", "clinic-dev"),
            error(
                'config: 2 faults\n  region: expected an EEA region, got "uksouth"\n    at load (/app/config.ts:1:1)',
            ),
        ];

        const { code, stdout, stderr } = await harness.preview({ events: sent(events), exitCode: 255 });

        assert.equal(code, 2);
        assert.equal(stdout, "");
        assert.match(stderr, /^Pile dev : l’aperçu n’a pas pu être jugé ; aucun rapport n’est produit\.\n/);
        assert.match(
            stderr,
            / {2}- config: 2 faults\n {6}region: expected an EEA region, got "uksouth"\n {2}- /,
        );
        assert.doesNotMatch(stderr, /config\.ts/);
        assert.deepEqual(await harness.reports(), []);
    });

    it("says so in English where that is asked for", async () => {
        const warning = {
            diagnosticEvent: { urn: "", message: "old API", severity: "warning", color: "never" },
        };
        const { code, stderr } = await harness.preview(
            { events: sent([warning, ...CLEAN]) },
            { language: "en", interrupted: () => true },
        );

        assert.equal(code, 2);
        assert.equal(
            stderr,
            "Warning: old API\nStack dev: the preview could not be judged; no report is produced.\n  - interrupted\n",
        );
    });

    it("with a pack that does not load shows the error outputs, without stack frames", async () => {
        const output = [
            "rules.ts:3\n\n",
            "SyntaxError: Unexpected token\n\n",
            "    at wrapSafe (node:internal/modules/cjs/loader:1)\n\n",
        ];
        const events = [
            { policyLoadEvent: {} },
            ...output.map((message) => ({
                diagnosticEvent: { message, color: "never", severity: "info#err" },
            })),
            { cancelEvent: {} },
        ];

        const { code, stderr } = await harness.preview({
            events: sent(events),
            exitCode: 255,
            stderr: "error: policy pack not started: exit status 32\n",
        });

        assert.equal(code, 2);
        assert.match(
            stderr,
            /\n\nrules\.ts:3\nSyntaxError: Unexpected token\nerror: policy pack not started: exit status 32\n$/,
        );
    });

    it("that sent no event shows what the CLI wrote", async () => {
        const { code, stderr } = await harness.preview({
            exitCode: 255,
            stderr: "error: no stack named 'dev' found\n",
        });

        assert.equal(code, 2);
        assert.match(stderr, /error: no stack named 'dev' found\n$/);
    });

    it("that was interrupted gives no verdict, even after the last event", async () => {
        const { code, stderr } = await harness.preview({ events: sent(CLEAN) }, { interrupted: () => true });

        assert.equal(code, 2);
        assert.match(stderr, / {2}- interrompu\n/);
        assert.deepEqual(await harness.reports(), []);
    });

    it("with an event garbled throws, whatever comes after", async () => {
        const [first = "", ...others] = sent(CLEAN);

        await assert.rejects(
            harness.preview({ events: [first, '{"seq', ...others] }),
            /événement 2 du moteur\u00a0: objet JSON attendu/,
        );

        assert.deepEqual(await harness.reports(), []);
    });

    it("whose CLI cannot be started throws that", async () => {
        await assert.rejects(harness.preview({ fails: new Error("spawn failed") }), /spawn failed/);
    });
});
