import * as assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { exported, resource, STACK, StateFolder } from "./states";

const ROOT = join(__dirname, "..", "..", "..");

interface Outcome {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
}

function command(args: readonly string[], nodeArgs: readonly string[] = []): Promise<Outcome> {
    return new Promise((resolve) => {
        const child = execFile(
            process.execPath,
            [...nodeArgs, "--require", "tsx/cjs", join(ROOT, "report", "audit.ts"), ...args],
            { cwd: ROOT, maxBuffer: 1 << 28 },
            (_, stdout, stderr) => {
                const [out = "", err = ""] = [stdout, stderr].map((text) => text.replaceAll("\u00a0", " "));
                resolve({ code: child.exitCode ?? -1, stdout: out, stderr: err });
            },
        );
    });
}

describe("npm run audit", function () {
    this.timeout(60_000);

    let folder: StateFolder;
    beforeEach(async () => {
        folder = await StateFolder.create();
    });
    afterEach(() => folder.remove());

    it("--help tells options and exit codes", async () => {
        const { code, stdout, stderr } = await command(["--help"]);

        assert.equal(code, 0);
        assert.equal(stderr, "");
        assert.match(stdout, /^Usage : npm run audit -- --state FICHIER /);
        assert.match(stdout, /0 aucune non-conformité ; 1 non-conformités, .*; 2 audit impossible/s);
    });

    for (const args of [[], ["--stat", "x"], ["x"]]) {
        it(`refuses « ${args.join(" ")} », and shows the usage`, async () => {
            const { code, stdout, stderr } = await command(args);

            assert.equal(code, 2);
            assert.equal(stdout, "");
            assert.ok(
                stderr.startsWith(`options : attendu l’usage ci-dessous, obtenu « ${args.join(" ")} »\n`),
            );
            assert.match(stderr, /\n\nUsage : npm run audit/);
        });
    }

    it("ends in 2 without a trace for a state that it cannot read", async () => {
        for (const state of [folder.path("none.json"), await folder.write('{"version": 4}')]) {
            const { code, stdout, stderr } = await command([
                "--state",
                state,
                "--output",
                folder.path("out"),
            ]);

            assert.equal(code, 2);
            assert.equal(stdout, "");
            assert.match(stderr, /^\S+\.json ?: (expected|attendu) [^\n]+\n$/);
        }
        assert.deepEqual(await readdir(folder.directory), ["state.json"]);
    });

    it("judges another program by the rules of the packs, and takes their configuration", async () => {
        const account = resource("azure-native:storage:StorageAccount", "records", {
            location: "eastus",
            minimumTlsVersion: "TLS1_0",
        });
        const state = await folder.write(exported([STACK, account]));
        const audit = (...more: string[]) =>
            command([
                "--state",
                state,
                "--json",
                "--format",
                "html",
                "--output",
                folder.path("out"),
                ...more,
            ]);

        const { code, stdout } = await audit();

        assert.equal(code, 1);
        const found = JSON.parse(stdout) as { rule: string; verdict: string; property: string }[];
        assert.deepEqual(
            found
                .filter(({ property }) => property === "minimumTlsVersion")
                .map(({ rule, verdict }) => [rule, verdict]),
            [["storage-account-tls", "violation"]],
        );
        assert.deepEqual((await readdir(folder.path("out", "latest"))).sort(), [
            "manifest.json",
            "report.html",
            "report.json",
        ]);

        const refused = await audit("--config", state);
        assert.equal(refused.code, 2);
        assert.equal(refused.stdout, "");
        assert.match(refused.stderr, /configuration des paquets refusée/);
    });

    it("needs no more memory for a larger file", async () => {
        const state = await folder.writeLarge(4_000, 30_000);

        const { code, stdout, stderr } = await command(
            ["--state", state, "--json", "--format", "html", "--output", folder.path("out")],
            ["--max-old-space-size=100"],
        );

        assert.equal(code, 1, stderr);
        assert.ok((JSON.parse(stdout) as unknown[]).length > 4_000);
    });
});
