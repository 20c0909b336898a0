import * as assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..", "..");

function command(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    return new Promise((resolve) => {
        const child = execFile(
            process.execPath,
            ["--require", "tsx/cjs", join(ROOT, "report", "preview.ts"), ...args],
            { cwd: ROOT },
            (_, stdout, stderr) => {
                const [out = "", err = ""] = [stdout, stderr].map((text) => text.replaceAll("\u00a0", " "));
                resolve({ code: child.exitCode ?? -1, stdout: out, stderr: err });
            },
        );
    });
}

describe("npm run preview", () => {
    it("--help tells options and exit codes", async () => {
        const { code, stdout, stderr } = await command("--help");

        assert.equal(code, 0);
        assert.equal(stderr, "");
        assert.match(stdout, /^Usage : npm run preview -- \[--stack NOM\] \[--live\] \[options\]\n/);
        assert.match(
            stdout,
            /0 aucune non-conformité ; 1 non-conformités, .*; 2 aperçu impossible ou incomplet, /s,
        );
        const english = await command("--help", "--lang", "en");
        assert.match(
            english.stdout,
            /^Usage: npm run preview -- \[--stack NAME\].*\nExit code: 0 no violation;/s,
        );
    });

    it("refuses an option that it does not know, and shows the usage", async () => {
        const { code, stdout, stderr } = await command("--stak", "dev");

        assert.equal(code, 2);
        assert.equal(stdout, "");
        assert.match(stderr, /^options : attendu l’usage ci-dessous, obtenu « --stak dev »\n\nUsage : /);
    });

    it("refuses a stack without a file, and names those that there are", async () => {
        const { code, stdout, stderr } = await command("--stack", "nope");

        assert.equal(code, 2);
        assert.equal(stdout, "");
        assert.equal(stderr, "--stack : attendu dev ou prod, obtenu « nope »\n");
    });
});
