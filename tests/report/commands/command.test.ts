import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { main } from "../../../report/commands/command";
import { UserError } from "../../../sandbox/user-error";
import { Bench, sampleOf } from "../evidence/sample";

describe("npm run report", () => {
    let bench: Bench;
    let printed: string[];
    beforeEach(() => {
        bench = new Bench();
        printed = [];
    });
    afterEach(() => {
        bench.remove();
    });

    const run = (...args: readonly string[]) =>
        main(args, {
            print: (line) => printed.push(line.replaceAll("\u00a0", " ")),
            warn: (line) => printed.push(line),
            now: () => new Date("2026-11-21T12:00:00Z"),
        });
    const refused = (pattern: RegExp, ...args: readonly string[]) =>
        assert.rejects(run(...args), (error) => {
            assert.ok(error instanceof UserError, String(error));
            assert.match(error.message, pattern);
            return true;
        });
    /** Keys as openssl makes them, the private one under a passphrase where one is given. */
    const keys = (passphrase?: string) => {
        const [key, pub] = [join(bench.root, "key.pem"), join(bench.root, "pub.pem")];
        const cipher = passphrase === undefined ? [] : ["-aes256", "-pass", `pass:${passphrase}`];
        execFileSync("openssl", ["genpkey", "-algorithm", "ed25519", "-out", key, ...cipher], {
            stdio: "pipe",
        });
        const pass = passphrase === undefined ? [] : ["-passin", `pass:${passphrase}`];
        execFileSync("openssl", ["pkey", "-in", key, "-pubout", "-out", pub, ...pass]);
        return { key, pub };
    };

    describe("help", () => {
        for (const command of ["", "render", "verify", "sign", "diff", "site", "transfers"]) {
            it(`tells of ${command === "" ? "every command" : command} in French and in English`, async () => {
                const args = command === "" ? [] : [command];
                assert.equal(await run(...args, "--help", "--lang", "fr"), 0);
                assert.equal(await run(...args, "--help", "--lang", "en"), 0);
                const [fr = "", en = ""] = printed;
                assert.ok(fr.startsWith(`Usage : npm run report -- ${command}`));
                assert.ok(en.startsWith(`Usage: npm run report -- ${command}`));
                assert.equal(fr.split("\n").length > 3, true);
            });
        }

        for (const args of [
            [],
            ["verfiy"],
            ["constructor"],
            ["verify"],
            ["verify", "a", "b"],
            ["verify", "a", "--keys", "b"],
            ["sign", "a"],
            ["render", "a"],
            ["render", "a", "--format", "csv"],
            ["diff", "a"],
            ["diff", "a", "b", "--format", "pdf"],
            ["site", "a"],
            ["transfers", "a", "--output", "b"],
        ]) {
            it(`is what « ${args.join(" ")} » gets`, async () => {
                await refused(/(attendu l’usage ci-dessous|expected the usage below)[^]*Usage/, ...args);
            });
        }
    });

    describe("verify", () => {
        it("prints each report and the last link of their chain, and gives 0 where they are whole", async () => {
            const folders = [await bench.publish(sampleOf(20)), await bench.publish(sampleOf(21))];

            assert.equal(await run("verify", bench.series, "--lang", "fr"), 0);
            const digest = execFileSync("sha256sum", [join(folders[1] ?? "", "manifest.json")], {
                encoding: "utf8",
            });
            assert.deepEqual(printed, [
                "2026-11-20T09-30-00.000Z : intact, 1 fichier, sans signature",
                "2026-11-21T09-30-00.000Z : intact, 1 fichier, sans signature",
                `Dernier maillon : 2026-11-21T09-30-00.000Z, ${digest.slice(0, 64)}`,
                "2 rapports vérifiés, 0 altéré.",
            ]);
        });

        it("tells why in the language asked for, and gives 1 where one is altered", async () => {
            await bench.publish(sampleOf(20));
            const folder = await bench.publish(sampleOf(21));
            rmSync(join(folder, "report.json"));

            assert.equal(await run("verify", bench.series, "--lang", "en"), 1);
            assert.deepEqual(printed.slice(0, 3), [
                "2026-11-20T09-30-00.000Z: intact, 1 file, no signature",
                "2026-11-21T09-30-00.000Z: ALTERED, 1 file, no signature",
                "    ✖ report.json: missing",
            ]);
            assert.equal(printed.at(-1), "2 reports verified, 1 altered.");
        });

        it("gives 1 where the series alone is at fault", async () => {
            await bench.publish(sampleOf(20));
            rmSync(join(bench.series, "latest"));
            writeFileSync(join(bench.series, "latest"), "");

            assert.equal(await run("verify", bench.series, "--lang", "en"), 1);
            assert.equal(printed.at(-1), "1 report verified, 0 altered, 1 fault of the series.");
        });

        it("demands a signature, with the key to check it by", async () => {
            const { key, pub } = keys();
            const folder = await bench.publish(sampleOf(20));

            await refused(
                /^--require-signature : attendu aussi --key/,
                "verify",
                folder,
                "--require-signature",
                "--lang",
                "fr",
            );
            assert.equal(await run("verify", folder, "--key", pub), 0);
            assert.equal(await run("verify", folder, "--key", pub, "--require-signature"), 1);
            assert.equal(await run("sign", folder, "--key", key), 0);
            printed = [];
            assert.equal(await run("verify", folder, "--key", pub, "--require-signature", "--lang", "fr"), 0);
            assert.equal(printed[0], "2026-11-20T09-30-00.000Z : intact, 1 fichier, signature valide");
            assert.match(printed[2] ?? "", /^Clé publique : [0-9a-f]{64}$/);
        });

        it("could not, where there is nothing", async () => {
            await refused(
                /expected the folder of a report or of a series/,
                "verify",
                join(bench.root, "x"),
                "--lang",
                "en",
            );
        });
    });

    describe("sign", () => {
        const PASSPHRASE = "AUDIOPROTHESE_SIGNING_PASSPHRASE";
        afterEach(() => {
            // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- how a variable of the environment is removed
            delete process.env[PASSPHRASE];
        });

        it("takes the passphrase of the key from the environment", async () => {
            const { key, pub } = keys("correct horse");
            const folder = await bench.publish(sampleOf(20));

            await refused(/^--key : .*AUDIOPROTHESE_SIGNING_PASSPHRASE/, "sign", folder, "--key", key);
            process.env[PASSPHRASE] = "wrong";
            await refused(/^--key : /, "sign", folder, "--key", key);
            process.env[PASSPHRASE] = "correct horse";
            assert.equal(await run("sign", folder, "--key", key, "--lang", "fr"), 0);

            assert.match(printed[0] ?? "", new RegExp(`^${folder} : signé par la clé [0-9a-f]{64}$`));
            assert.equal(await run("verify", folder, "--key", pub, "--require-signature"), 0);
            assert.doesNotMatch(readFileSync(join(folder, "manifest.dsse.json"), "utf8"), /correct|PRIVATE/);
        });
    });

    describe("render", () => {
        it("writes a report in other formats, from its folder or its file", async () => {
            const folder = await bench.publish(sampleOf(20));
            const out = join(bench.root, "out");

            assert.equal(
                await run("render", folder, "--format", "json,csv", "--output", out, "--lang", "fr"),
                0,
            );
            assert.equal(printed[0], `${out} : ${names(printed[0]).join(", ")}`);
            assert.deepEqual(readdirSync(out).sort(), [...names(printed[0])].sort());
            assert.ok(names(printed[0]).length > 1);
            assert.deepEqual(
                readFileSync(join(out, "report.json")),
                readFileSync(join(folder, "report.json")),
            );

            const again = join(bench.root, "again");
            mkdirSync(again);
            assert.equal(
                await run("render", join(folder, "report.json"), "--format", "csv", "--output", again),
                0,
            );
            const [csv = ""] = readdirSync(again);
            assert.deepEqual(readFileSync(join(again, csv)), readFileSync(join(out, csv)));
        });

        it("writes nothing over what is there", async () => {
            const folder = await bench.publish(sampleOf(20));

            await refused(/^--output/, "render", folder, "--format", "csv", "--output", folder);
            assert.deepEqual(readdirSync(bench.series).sort(), [basename(folder), "latest"]);
            assert.deepEqual(readdirSync(folder).sort(), ["manifest.json", "report.json"]);
            await refused(
                /^--output/,
                "render",
                folder,
                "--format",
                "csv",
                "--output",
                join(folder, "report.json"),
            );
        });

        it("refuses an altered report, a series of several, and a format that there is not", async () => {
            const out = ["--output", join(bench.root, "out"), "--lang", "fr"];
            const folder = await bench.publish(sampleOf(20));
            await bench.publish(sampleOf(21));

            await refused(/obtenu une série$/, "render", bench.series, "--format", "csv", ...out);
            await refused(/--format : .*obtenu « doc »/, "render", folder, "--format", "csv,doc", ...out);
            appendFileSync(join(folder, "report.json"), " ");
            await refused(/obtenu report\.json : altéré/, "render", folder, "--format", "csv", ...out);
            assert.deepEqual(readdirSync(bench.root), ["reports"]);
        });

        const names = (line = "") => (line.split(" : ")[1] ?? "").split(", ");
    });

    describe("transfers", () => {
        it("writes the public page, whole, over an older one", async () => {
            const file = join(bench.root, "transferts.html");
            writeFileSync(file, "old");

            assert.equal(await run("transfers", "--output", file, "--lang", "fr"), 0);

            assert.match(readFileSync(file, "utf8"), /^<!doctype html>[^]*<\/html>\s*$/i);
            assert.deepEqual(readdirSync(bench.root), ["transferts.html"]);
            assert.deepEqual(printed, [file]);
        });
    });

    describe("diff", () => {
        it("finds no change between a report and itself", async () => {
            const folder = await bench.publish(sampleOf(20));

            assert.equal(await run("diff", folder, folder, "--lang", "en"), 0);
            assert.ok(printed.length > 0);
        });
    });

    describe("site", () => {
        it("is written for a folder of reports", async () => {
            await bench.publish(sampleOf(20));

            assert.equal(
                await run("site", bench.root, "--output", join(bench.root, "site"), "--lang", "en"),
                0,
            );
            assert.ok(readdirSync(join(bench.root, "site")).includes("index.html"));
        });
    });
});
