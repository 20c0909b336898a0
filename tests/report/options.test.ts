import * as assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REPORT_OPTIONS, parseOptions, reportOptions } from "../../report/options";
import { FORMATS } from "../../report/outputs";
import { languageOf } from "../../report/words/language";

const USAGE = { fr: "Usage : essai", en: "Usage: trial" };
const options = (...args: string[]) => reportOptions(parseOptions(args, REPORT_OPTIONS, USAGE));

/** Runs with variables of the environment changed; undefined unsets one. */
function withEnvironment<T>(change: NodeJS.ProcessEnv, run: () => T): T {
    const before = { ...process.env };
    for (const [name, value] of Object.entries(change)) {
        if (value === undefined) {
            Reflect.deleteProperty(process.env, name);
        } else {
            process.env[name] = value;
        }
    }
    try {
        return run();
    } finally {
        process.env = before;
    }
}

const ENGLISH = { LC_ALL: "en_GB.UTF-8" };
const FRENCH = { LC_ALL: "fr_FR.UTF-8" };

describe("the options of a report", () => {
    it("have defaults", () => {
        assert.deepEqual(
            withEnvironment(FRENCH, () => options()),
            {
                formats: ["html", "pdf"],
                language: "fr",
                quiet: false,
                failOn: "low",
                ignoreExemptions: false,
            },
        );
    });

    it("take formats in a list, each once, or all", () => {
        assert.deepEqual(options("--format", "csv, sarif,csv").formats, ["csv", "sarif"]);
        assert.deepEqual(options("--format", "all").formats, FORMATS);
    });

    it("name the option, what was expected and what was got", () => {
        for (const [args, message] of [
            [["--format", "xls"], /^--format : attendu all ou json, html, .*, obtenu « xls »$/],
            [["--lang", "de"], /^--lang : attendu fr ou en, obtenu « de »$/],
            [
                ["--fail-on", "major"],
                /^--fail-on : attendu low, medium, high, critical ou never, obtenu « major »$/,
            ],
            [["--sign", "/nowhere.pem"], /^--sign : attendu une clé privée Ed25519 .*« \/nowhere\.pem »/],
        ] as const) {
            assert.throws(() => options(...args), { name: "UserError", message }, args.join(" "));
        }
    });

    it("name them in English where that is asked for", () => {
        for (const [args, message] of [
            [["--format", "xls"], /^--format: expected all or json, html, .*, got "xls"$/],
            [
                ["--fail-on", "major"],
                /^--fail-on: expected low, medium, high, critical or never, got "major"$/,
            ],
            [["--output", ""], /^--output: expected a folder, got ""$/],
            [["--sign", "/nowhere.pem"], /^--sign: expected an Ed25519 private key .*"\/nowhere\.pem"/],
        ] as const) {
            assert.throws(
                () => options(...args, "--lang", "en"),
                { name: "UserError", message },
                args.join(" "),
            );
        }
    });

    it("that are unknown are refused with the usage, in the language asked for, else the session's", () => {
        assert.throws(
            () => withEnvironment(FRENCH, () => options("--formt", "csv")),
            /^UserError: options : attendu l’usage ci-dessous, obtenu « --formt csv »\n\nUsage : essai$/,
        );
        assert.throws(
            () => withEnvironment(ENGLISH, () => options("--formt", "csv")),
            /^UserError: options: expected the usage below, got "--formt csv"\n\nUsage: trial$/,
        );
        assert.throws(
            () => withEnvironment(FRENCH, () => options("--formt", "csv", "--lang", "en")),
            /^UserError: options: expected the usage below, got "--formt csv --lang en"\n\nUsage: trial$/,
        );
    });

    describe("that sign", () => {
        let folder: string;
        before(() => {
            folder = mkdtempSync(join(tmpdir(), "options-test-"));
        });
        after(() => {
            rmSync(folder, { recursive: true });
        });

        const file = (name: string, text: string | Buffer): string => {
            const path = join(folder, name);
            writeFileSync(path, text);
            return path;
        };
        const { privateKey } = generateKeyPairSync("ed25519");

        it("take an Ed25519 key, encrypted or not", () => {
            const clear = file("clear.pem", privateKey.export({ type: "pkcs8", format: "pem" }));
            const sealed = file(
                "sealed.pem",
                privateKey.export({
                    type: "pkcs8",
                    format: "pem",
                    cipher: "aes-256-cbc",
                    passphrase: "for a test only",
                }),
            );
            const passphrase = (value: string | undefined) => ({ AUDIOPROTHESE_SIGNING_PASSPHRASE: value });

            assert.ok(options("--sign", clear).key?.equals(privateKey));
            assert.ok(
                withEnvironment(passphrase("for a test only"), () => options("--sign", sealed)).key?.equals(
                    privateKey,
                ),
            );
            for (const wrong of ["wrong", undefined]) {
                assert.throws(
                    () => withEnvironment(passphrase(wrong), () => options("--sign", sealed)),
                    /illisible ; une clé chiffrée veut sa phrase secrète dans la variable AUDIOPROTHESE_/,
                );
            }
        });

        it("refuse what is no such key, without quoting it", () => {
            const { privateKey: rsa } = generateKeyPairSync("rsa", { modulusLength: 2048 });
            const pem = rsa.export({ type: "pkcs8", format: "pem" });

            assert.throws(() => options("--sign", file("rsa.pem", pem)), /rsa\.pem », une clé rsa$/);
            assert.throws(
                () => options("--sign", file("text.pem", "not a key")),
                (error: Error) => error.message.includes("illisible") && !error.message.includes("not a key"),
            );
        });
    });
});

describe("the language of a session", () => {
    it("is English where the locale says so, else French", () => {
        assert.equal(languageOf({ LANG: "en_US.UTF-8" }), "en");
        assert.equal(languageOf({ LC_ALL: "fr_FR.UTF-8", LANG: "en_US.UTF-8" }), "fr");
        assert.equal(languageOf({ LC_ALL: "", LC_MESSAGES: "en_GB", LANG: "fr_FR" }), "en");
        assert.equal(languageOf({ LANG: "C.UTF-8" }), "fr");
        assert.equal(languageOf({}), "fr");
    });
});
