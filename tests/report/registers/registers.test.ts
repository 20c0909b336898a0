import * as assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { readRegisters } from "../../../report/registers/registers";
import { UserError } from "../../../sandbox/user-error";

const OWN = join(__dirname, "../../../registers");
const FILES = ["sous-traitants.yaml", "responsabilites.yaml", "traitements.yaml"] as const;

describe("registers at fault", () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "registers-test-"));
        FILES.forEach((file) => {
            copyFileSync(join(OWN, file), join(folder, file));
        });
    });

    afterEach(() => {
        rmSync(folder, { recursive: true });
    });

    /** What is said against the registers, a line each. */
    function faults(): readonly string[] {
        try {
            readRegisters(folder);
        } catch (error) {
            assert.ok(error instanceof UserError, String(error));
            return error.message.split("\n");
        }
        return [];
    }

    function write(file: (typeof FILES)[number], text: string): void {
        writeFileSync(join(folder, file), text);
    }

    /** Changes a register at a path; undefined removes. */
    function change(file: (typeof FILES)[number], path: readonly (string | number)[], value: unknown): void {
        const root: unknown = parse(readFileSync(join(folder, file), "utf8"));
        const last = path.at(-1) ?? "";
        const holder = path.slice(0, -1).reduce<unknown>((at, step) => Reflect.get(at as object, step), root);
        Reflect.set(holder as object, last, value);
        write(file, stringify(root));
    }

    for (const [title, file, path, value, expected] of [
        [
            "a missing name",
            FILES[0],
            ["actors", 0, "name"],
            undefined,
            "actors.0.name : attendu un texte, obtenu rien",
        ],
        [
            "an empty value",
            FILES[0],
            ["actors", 0, "risks"],
            null,
            "actors.0.risks : attendu une liste, obtenu rien",
        ],
        [
            "an unknown role",
            FILES[0],
            ["actors", 1, "role"],
            "processor",
            "actors.1.role : attendu « host » ou « subcontractor », obtenu « processor »",
        ],
        [
            "two hosts",
            FILES[0],
            ["actors", 1, "role"],
            "host",
            "actors : attendu exactement un acteur de rôle « host »",
        ],
        [
            "the same actor twice",
            FILES[0],
            ["actors", 1, "name"],
            "AudioProthèse+",
            "actors : attendu des noms tous différents",
        ],
        [
            "a seventh activity",
            FILES[0],
            ["actors", 0, "activities"],
            [7],
            "actors.0.activities.0 : attendu au plus 6, obtenu « 7 »",
        ],
        [
            "no activity",
            FILES[0],
            ["actors", 0, "activities"],
            [],
            "actors.0.activities : attendu au moins un élément, obtenu « [] »",
        ],
        [
            "an activity twice",
            FILES[0],
            ["actors", 0, "activities"],
            [5, 5],
            "actors.0.activities : attendu chaque activité une seule fois, obtenu « [5,5] »",
        ],
        [
            "a qualification of an activity of another",
            FILES[0],
            ["actors", 0, "secNumCloud"],
            [1],
            "actors.0.secNumCloud : attendu des activités de l’acteur, obtenu « [1] »",
        ],
        [
            "a country by name",
            FILES[0],
            ["actors", 1, "storage"],
            ["France"],
            "actors.1.storage.0 : attendu un code de pays ISO 3166-1 de deux lettres, obtenu « France »",
        ],
        [
            "a risk in the EEA",
            FILES[0],
            ["actors", 1, "risks", 0, "country"],
            "DE",
            "actors.1.risks.0.country : attendu un pays qui n’est pas de l’Espace économique européen, obtenu « DE »",
        ],
        [
            "a risk without its country",
            FILES[0],
            ["actors", 1, "risks", 0, "country"],
            "à compléter",
            "actors.1.risks.0.country : attendu un texte, obtenu « à compléter »",
        ],
        [
            "a date in words",
            FILES[0],
            ["updatedOn"],
            "hier",
            "updatedOn : attendu une date AAAA-MM-JJ, obtenu « hier »",
        ],
        [
            "a day that does not exist",
            FILES[0],
            ["actors", 0, "verifiedOn"],
            "2026-02-30",
            "actors.0.verifiedOn : attendu une date AAAA-MM-JJ, obtenu « 2026-02-30 »",
        ],
        [
            "an unknown key",
            FILES[0],
            ["actors", 0, "certified"],
            true,
            "actors.0.certified : attendu une clé connue, obtenu une autre",
        ],
        [
            "a key of every object",
            FILES[0],
            ["actors", 0, "constructor"],
            true,
            "actors.0.constructor : attendu une clé connue, obtenu une autre",
        ],
        [
            "a text in one language",
            FILES[1],
            ["activities", 0, "host"],
            { fr: "Oui" },
            "activities.0.host.en : attendu un texte, obtenu rien",
        ],
        [
            "a blank text",
            FILES[1],
            ["activities", 0, "host", "fr"],
            "  ",
            "activities.0.host.fr : attendu un texte, obtenu «    »",
        ],
        [
            "five activities",
            FILES[1],
            ["activities"],
            [],
            "activities : attendu les activités 1 à 6, dans cet ordre, obtenu « [] »",
        ],
        [
            "an id with spaces",
            FILES[2],
            ["activities", 0, "id"],
            "Le dossier",
            "activities.0.id : attendu un identifiant en minuscules, chiffres et traits d’union, obtenu « Le dossier »",
        ],
        [
            "an id twice",
            FILES[2],
            ["activities", 1, "id"],
            "dossier-patient",
            "activities : attendu des identifiants tous différents",
        ],
        [
            "a word for true",
            FILES[2],
            ["activities", 0, "healthData"],
            "oui",
            "activities.0.healthData : attendu true ou false, obtenu « oui »",
        ],
        [
            "a list for a text",
            FILES[2],
            ["organisation", "dpo"],
            ["x"],
            'organisation.dpo : attendu un texte, obtenu « ["x"] »',
        ],
    ] as const) {
        it(`are refused for ${title}`, () => {
            change(file, path, value);

            const told = faults();

            assert.equal(told.length, 1, told.join("\n"));
            assert.ok(told[0]?.startsWith(`${file} : ${expected}`), told[0]);
        });
    }

    it("are told all at once, over the files", () => {
        change(FILES[0], ["actors", 0, "role"], "x");
        change(FILES[0], ["actors", 1, "hds"], "y");
        write(FILES[1], "activities: [");
        change(FILES[2], ["organisation", "name"], 3);

        assert.deepEqual(
            faults().map((fault) => fault.replace(/ : (attendu du YAML).*/, " : $1")),
            [
                "sous-traitants.yaml : actors.0.role : attendu « host » ou « subcontractor », obtenu « x »",
                "sous-traitants.yaml : actors.1.hds : attendu « certified » ou « notCertified » ou « exempted », obtenu « y »",
                "responsabilites.yaml : attendu du YAML",
                "traitements.yaml : organisation.name : attendu un texte, obtenu « 3 »",
            ],
        );
    });

    for (const [title, text] of [
        ["no YAML", "a: [1"],
        ["a key twice", "a: 1\na: 2"],
        ["an alias without anchor", "a: *b"],
        ["an unknown tag", "a: !!js/function 'x'"],
        [
            "aliases without end",
            `a: &a [x, x]\n${"bcdefghijk"
                .split("")
                .map((name, index) => `${name}: &${name} [${`*${"abcdefghij"[index] ?? ""}, `.repeat(9)}]`)
                .join("\n")}`,
        ],
        ["two documents", "a: 1\n---\nb: 2"],
    ] as const) {
        it(`are refused for ${title}, in one line a fault`, () => {
            write(FILES[0], text);

            const told = faults();

            assert.ok(told.length > 0);
            for (const fault of told) {
                assert.match(fault, /^sous-traitants\.yaml : attendu du YAML, obtenu : \S/);
                assert.ok(fault.length < 200, fault);
            }
        });
    }

    for (const [title, text] of [
        ["nothing", ""],
        ["a text", "x"],
        ["a list", "- 1"],
    ] as const) {
        it(`are refused for a file that holds ${title}`, () => {
            write(FILES[0], text);

            assert.match(
                faults().join("\n"),
                /^sous-traitants\.yaml : \(racine\) : attendu un objet, obtenu /,
            );
        });
    }

    it("quote a hostile value as text, cut", () => {
        change(FILES[0], ["actors", 0, "role"], `\u001b[31m\u202e${"x".repeat(1_000_000)}`);

        const [told = ""] = faults();

        assert.match(told, /obtenu « �x{59}… »$/u);
    });
});
