import * as assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { Writable } from "node:stream";
import { type AuditOptions, runAudit } from "../../../report/audit/run-audit";
import { type Report, reportModel } from "../../../report/model";
import type { PackConfig } from "../../../policies/pack-config";
import { UserError } from "../../../sandbox/user-error";
import { hds } from "./rules";
import { exported, resource, STACK, StateFolder, urn } from "./states";
import { NO_EXEMPTIONS } from "../fixtures";

const LOCK = resource("test:index:Lock", "lock", { store: "records" });
const CLEAN = exported([STACK, resource("test:index:Store", "records", { access: "private" }), LOCK]);
const OPEN = exported([STACK, resource("test:index:Store", "records", { access: "public" }), LOCK]);
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A configuration of the packs; what its file holds plays no part. */
function configured(level: PackConfig["level"]): NonNullable<AuditOptions["config"]> {
    return { file: "", levels: { level, config: () => ({}) } };
}

/** A stream that keeps what it is written. */
class Collected extends Writable {
    public text = "";

    public override _write(chunk: Buffer, _encoding: string, done: () => void): void {
        this.text += chunk.toString("utf8").replaceAll("\u00a0", " ");
        done();
    }
}

describe("an audit", () => {
    let folder: StateFolder;
    beforeEach(async () => {
        folder = await StateFolder.create();
    });
    afterEach(() => folder.remove());

    async function audit(text: string, change: Partial<AuditOptions> = {}) {
        const [stdout, stderr] = [new Collected(), new Collected()];
        const code = await runAudit({
            state: await folder.write(text),
            json: false,
            formats: ["html"],
            language: "fr",
            quiet: false,
            failOn: "low",
            frameworks: [hds],
            exemptions: NO_EXEMPTIONS,
            seriesOf: (stack) => folder.path("reports", stack),
            stdout,
            stderr,
            now: () => new Date("2026-11-21T09:30:00Z"),
            ...change,
        });
        return { code, stdout: stdout.text, stderr: stderr.text };
    }

    const report = async () =>
        JSON.parse(await readFile(folder.path("reports", "dev", "latest", "report.json"), "utf8")) as Report;

    it("prints the verdict, names the reports and ends in 0 without violation", async () => {
        const { code, stdout, stderr } = await audit(CLEAN);

        assert.equal(code, 0);
        assert.match(
            stdout,
            /^\nPile dev – L’état exporté respecte-t-il les règles \? Oui\n.*\nCouverture : 2 ressources déclarées, dont 1 examinée/,
        );
        assert.match(
            stdout,
            /\n\nRapports : \S+latest \(2026-11-21T09-30-00\.000Z\) : report\.json, report\.html, manifest\.json\n$/,
        );
        assert.equal(stderr, "");
        assert.deepEqual((await readdir(folder.path("reports", "dev", "latest"))).sort(), [
            "manifest.json",
            "report.html",
            "report.json",
        ]);
    });

    it("ends in 1 with violations, and shows them", async () => {
        const { code, stdout } = await audit(OPEN);

        assert.equal(code, 1);
        assert.match(
            stdout,
            /✖ store-private : records \(test:index:Store\)\n {4}access : attendu « private », obtenu « public »\n/,
        );
    });

    it("writes the report of a state", async () => {
        await audit(OPEN);

        const written = await report();
        assert.deepEqual(reportModel.parse(written), written);
        const { project, stack, source, generatedAt, simulated, engine, commit, summary } = written;
        assert.deepEqual(
            { project, stack, source, generatedAt, simulated, engine, commit },
            {
                project: "clinic",
                stack: "dev",
                source: "state",
                generatedAt: "2026-11-21T09:30:00.000Z",
                simulated: false,
                engine: undefined,
                commit: undefined,
            },
        );
        assert.deepEqual(summary.findings, { compliant: 1, violation: 1, undecided: 0, exempted: 0 });
        assert.match(written.frameworks[0]?.packVersion ?? "", /^\d+\.\d+\.\d+$/);
        const html = await readFile(folder.path("reports", "dev", "latest", "report.html"), "utf8");
        assert.match(html, /Ce rapport évalue l’état exporté d’une pile Pulumi/);
        assert.doesNotMatch(html, /aperçu Pulumi/);
    });

    it("writes nothing but JSON on standard output with --json, and the report too", async () => {
        const { code, stdout, stderr } = await audit(OPEN, { json: true });

        assert.equal(code, 1);
        assert.deepEqual(JSON.parse(stdout), [
            {
                rule: "store-locked",
                verdict: "compliant",
                resource: STACK.urn,
                property: null,
                message: null,
            },
            {
                rule: "store-private",
                verdict: "violation",
                resource: urn("test:index:Store", "records"),
                property: "access",
                message: "access : attendu « private », obtenu « public »",
            },
        ]);
        assert.equal(stderr, "");
        assert.equal((await report()).findings.length, 2);
    });

    it("warns of what an interrupted update left", async () => {
        const store = resource("test:index:Store", "records", { access: "private" });
        const text = exported([STACK, store, { ...store, delete: true }, LOCK], {
            pending_operations: [
                { resource: store, type: "updating" },
                { resource: store, type: "creating" },
            ],
        });

        assert.equal(
            (await audit(text)).stderr,
            "Avertissement : 2 opérations interrompues : ce qu’elles ont créé ou changé n’est pas jugé.\n" +
                "Avertissement : 1 ancienne ressource en attente de suppression : non jugée.\n",
        );
    });

    it("ends in 1 for an unknown value only where the stack admits none", async () => {
        const text = exported([STACK, resource("test:index:Store", "records", { access: UNKNOWN }), LOCK]);
        const level = (undecided: "advisory" | "mandatory") => ({
            config: configured((id) => (id === "value-undecided" ? undecided : "mandatory")),
        });

        assert.equal((await audit(text)).code, 0);
        assert.equal((await audit(text, level("advisory"))).code, 0);
        assert.equal((await audit(text, level("mandatory"))).code, 1);
        assert.equal((await audit(CLEAN, level("mandatory"))).code, 0);
        assert.equal((await report()).summary.findings.undecided, 0);
    });

    it("does not judge by a rule that is disabled", async () => {
        const config = configured((id) => (id === "store-private" ? "disabled" : "mandatory"));

        assert.equal((await audit(OPEN, { config })).code, 0);
        assert.deepEqual(
            (await report()).findings.map(({ rule }) => rule),
            ["store-locked"],
        );
    });

    it("leaves the reports of an earlier audit when it cannot read the state", async () => {
        await audit(CLEAN);
        const before = await readdir(folder.path("reports", "dev"));
        const kept = await report();

        await assert.rejects(audit(CLEAN.slice(0, -20)), UserError);

        assert.deepEqual(await readdir(folder.path("reports", "dev")), before);
        assert.deepEqual(await report(), kept);
    });

    it("that cannot write its report leaves none that looks current", async () => {
        await audit(CLEAN);
        const series = folder.path("reports", "dev");
        const reports = (await readdir(series)).filter((name) => name !== "latest");

        await assert.rejects(audit(OPEN, { formats: ["unknown" as "html"] }));

        assert.deepEqual(await readdir(series), reports);
    });

    it("refuses URNs that name no stack, or a folder elsewhere", async () => {
        for (const stack of ["../dev", "a/b", ""]) {
            const text = CLEAN.replaceAll("urn:pulumi:dev::", `urn:pulumi:${stack}::`);

            await assert.rejects(
                audit(text),
                /: attendu des URN « urn:pulumi:<pile>::<projet>::… », obtenu « urn:pulumi:/,
            );
        }
        assert.deepEqual(await readdir(folder.directory), ["state.json"]);
    });
});
