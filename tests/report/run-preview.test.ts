import * as assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { credentials } from "@grpc/grpc-js";
import { EventsClient } from "@pulumi/pulumi/proto/events_grpc_pb";
import { EventRequest } from "@pulumi/pulumi/proto/events_pb";
import { type PreviewOptions, removeReports, runPreview } from "../../report/run-preview";
import {
    error,
    framework,
    judged,
    registered,
    sent,
    STORE,
    undecided,
    violation,
    wholeRun,
} from "./fixtures";

const FRAMEWORKS = [
    framework("hds", { "EXI 1": ["store-private"] }),
    framework("rgpd", { "art. 32": ["store-private"] }),
];
const PACKS = ["hds", "rgpd"];

const CLEAN = wholeRun(
    PACKS,
    judged("hds", STORE, ["store-private"]),
    judged("rgpd", STORE, ["store-private"]),
);
const REFUSED = [
    ...wholeRun(
        PACKS,
        judged("hds", STORE, [], ["store-private"]),
        violation("hds", "store-private", STORE, "access : attendu « private », obtenu « public »"),
    ),
    error("preview failed"),
];

/** Streams events to the address of an event log, as the CLI does. */
async function send(address: string, events: readonly string[]): Promise<void> {
    const client = new EventsClient(address.replace("tcp://", ""), credentials.createInsecure());
    try {
        await new Promise<void>((resolve, reject) => {
            const stream = client.streamEvents((error) => {
                if (error === null) {
                    resolve();
                } else {
                    reject(error);
                }
            });
            events.forEach((event) => stream.write(new EventRequest().setEvent(event)));
            stream.end();
        });
    } finally {
        client.close();
    }
}

/** What a stand-in for the CLI does when it is told to preview. */
interface Behaviour {
    readonly events?: readonly string[];
    readonly exitCode?: number;
    readonly stderr?: string;
    readonly fails?: Error;
}

describe("a preview", () => {
    let directory: string;
    let calls: (readonly string[])[];
    let log: string | undefined;
    beforeEach(async () => {
        directory = await mkdtemp(join(tmpdir(), "report-test-"));
        calls = [];
    });
    afterEach(() => rm(directory, { recursive: true }));

    async function preview(
        { events = [], exitCode = 0, stderr = "", fails }: Behaviour,
        change: Partial<PreviewOptions> = {},
    ): Promise<{ code: number; stdout: string; stderr: string }> {
        let out = "";
        let err = "";
        const code = await runPreview({
            projectDirectory: directory,
            stack: "dev",
            frameworks: FRAMEWORKS,
            simulated: true,
            pulumi: {
                run: async (args, io) => {
                    calls.push(args);
                    if (args[0] === "version") {
                        io?.stdout?.("v3.225.0\n");
                        return 0;
                    }
                    assert.deepEqual(io?.env, { PULUMI_DEBUG_COMMANDS: "true" });
                    log = args[args.indexOf("--event-log") + 1] ?? "";
                    await send(log, events);
                    io.stderr?.(stderr);
                    if (fails !== undefined) {
                        throw fails;
                    }
                    return exitCode;
                },
                close: () => Promise.resolve(),
            },
            stdout: { write: (text) => (out += text) },
            stderr: { write: (text) => (err += text) },
            interrupted: () => false,
            now: () => new Date("2026-11-21T09:30:00Z"),
            ...change,
        });
        return { code, stdout: out.replaceAll("\u00a0", " "), stderr: err.replaceAll("\u00a0", " ") };
    }

    const reports = (): Promise<string[]> => readdir(join(directory, "reports", "dev")).catch(() => []);

    it("without violation exits 0 and writes both reports", async () => {
        const { code, stdout, stderr } = await preview({ events: sent(CLEAN) });

        assert.equal(code, 0);
        assert.equal(stderr, "");
        assert.match(stdout, /Aucune non-conformité relevée\./);
        assert.match(stdout, /Rapports : .*reports\/dev\/report\.html, .*reports\/dev\/report\.json/);
        assert.deepEqual(await reports(), ["report.html", "report.json"]);
        const report = JSON.parse(
            await readFile(join(directory, "reports", "dev", "report.json"), "utf8"),
        ) as {
            generatedAt: string;
            engine: object;
            commit?: object;
        };
        assert.equal(report.generatedAt, "2026-11-21T09:30:00.000Z");
        assert.deepEqual(report.engine, { version: "3.225.0" });
        assert.equal("commit" in report, false);
    });

    it("asks the CLI for the stack, both packs and the events, over the network, and lets none touch the disk", async () => {
        await preview({ events: sent(CLEAN) });

        assert.deepEqual(
            calls.find(([command]) => command === "preview"),
            [
                ...["preview", "--stack", "dev", "--non-interactive", "--color", "never"],
                ...["--policy-pack", join(directory, "policies", "hds")],
                ...["--policy-pack", join(directory, "policies", "rgpd")],
                ...["--event-log", log],
            ],
        );
        assert.match(log ?? "", /^tcp:\/\/127\.0\.0\.1:\d+$/);
    });

    it("with violations exits 1, names rule, resource, message, remedy and requirements, and writes both reports", async () => {
        const { code, stdout } = await preview({ events: sent(REFUSED), exitCode: 255 });

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
        assert.deepEqual(await reports(), ["report.html", "report.json"]);
    });

    it("with unknown values alone exits 0 and says so", async () => {
        const events = wholeRun(
            PACKS,
            judged("hds", STORE, [], ["store-private"]),
            undecided("hds", "store-private", STORE, "indécidable : access"),
        );

        const { code, stdout } = await preview({ events: sent(events) });

        assert.equal(code, 0);
        assert.match(stdout, /Aucune non-conformité relevée ; 2 exigences restent indéterminées\./);
    });

    it("that crashed exits 2 with the engine's errors, no verdict and no report", async () => {
        const events = [
            registered("pulumi:pulumi:Stack", "clinic-dev"),
            error(
                'config: 2 faults\n  region: expected an EEA region, got "uksouth"\n    at load (/work/config.ts:1:1)',
            ),
        ];

        const { code, stdout, stderr } = await preview({ events: sent(events), exitCode: 255 });

        assert.equal(code, 2);
        assert.equal(stdout, "");
        assert.match(stderr, /^Pile dev : l’aperçu n’a pas pu être jugé ; aucun rapport n’est produit\.\n/);
        assert.match(
            stderr,
            / {2}- config: 2 faults\n {6}region: expected an EEA region, got "uksouth"\n {2}- /,
        );
        assert.doesNotMatch(stderr, /config\.ts/);
        assert.deepEqual(await reports(), []);
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

        const { code, stderr } = await preview({
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
        const { code, stderr } = await preview({
            exitCode: 255,
            stderr: "error: no stack named 'dev' found\n",
        });

        assert.equal(code, 2);
        assert.match(stderr, /error: no stack named 'dev' found\n$/);
    });

    it("that was interrupted gives no verdict, even after the last event", async () => {
        const { code, stderr } = await preview({ events: sent(CLEAN) }, { interrupted: () => true });

        assert.equal(code, 2);
        assert.match(stderr, / {2}- interrompu\n/);
        assert.deepEqual(await reports(), []);
    });

    it("with an event garbled throws, whatever comes after", async () => {
        const [first = "", ...others] = sent(CLEAN);

        await assert.rejects(
            preview({ events: [first, '{"seq', ...others] }),
            /événement 2 du moteur\u00a0: objet JSON attendu/,
        );

        assert.deepEqual(await reports(), []);
    });

    it("whose CLI cannot be started throws that", async () => {
        await assert.rejects(preview({ fails: new Error("spawn failed") }), /spawn failed/);
    });

    it("shows the warnings of the engine once", async () => {
        const warning = {
            diagnosticEvent: {
                message: "<{%reset%}>old API<{%reset%}>\n",
                severity: "warning",
                color: "raw",
            },
        };

        const { code, stderr } = await preview({ events: sent([warning, warning, ...CLEAN]) });

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

        const { code, stdout, stderr } = await preview({ events: sent(events), exitCode: 255 });

        assert.equal(code, 1);
        const written = await Promise.all(
            (await reports()).map((file) => readFile(join(directory, "reports", "dev", file), "utf8")),
        );
        assert.equal(written.length, 2);
        assert.equal([stdout, stderr, ...written].join("\n").includes("s3cret"), false);
    });

    it("starts without the reports of an earlier run", async () => {
        await mkdir(join(directory, "reports", "dev"), { recursive: true });
        await writeFile(join(directory, "reports", "dev", "report.html"), "old");

        await removeReports(directory, "dev");

        assert.deepEqual(await readdir(join(directory, "reports")), []);
    });
});
