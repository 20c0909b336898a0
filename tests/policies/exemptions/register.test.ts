import * as assert from "node:assert/strict";

import { Validator } from "@cfworker/json-schema";

import { exemptionsJsonSchema, FIELD_NAMES } from "../../../policies/exemptions/fields";
import { Register } from "../../../policies/exemptions/register";
import { typeset } from "../../../policies/typography";
import { exemption, RULES, TODAY, VAULT } from "./sample";

function registerOf(...exemptions: readonly unknown[]): Register {
    return new Register({ exemptions }, RULES, TODAY);
}

function fileOf(...exemptions: readonly unknown[]): string {
    return JSON.stringify({ exemptions });
}

function faultsOf(overrides: Readonly<Record<string, unknown>>): readonly string[] {
    const register = registerOf(exemption(overrides));
    assert.equal(register.covers.length, 0);
    assert.equal(register.coverOf("key-vault-rbac", VAULT), undefined);
    return register.faults.map(({ message }) => message);
}

describe("the register of exemptions", () => {
    it("covers the violations of its rule on its resources in its stack, and says the days left", () => {
        const register = registerOf(exemption());
        assert.deepEqual(register.faults, []);
        assert.equal(register.coverOf("key-vault-rbac", VAULT)?.daysLeft, 30);
        assert.equal(register.coverOf("storage-account-tls", VAULT), undefined);
        assert.equal(register.coverOf("key-vault-rbac", `${VAULT}2`), undefined);
        assert.equal(register.coverOf("key-vault-rbac", VAULT.replace(":dev::", ":prod::")), undefined);
        assert.equal(register.coverOf("key-vault-rbac", VAULT.replace(":dev::", ":dev2::")), undefined);
    });

    it("takes the last day in, and the first", () => {
        assert.equal(registerOf(exemption({ expires: TODAY })).covers[0]?.daysLeft, 0);
        assert.equal(registerOf(exemption({ granted: TODAY })).covers.length, 1);
        assert.deepEqual(faultsOf({ expires: "2026-11-20" }), [
            typeset("expires : expirée depuis le 2026-11-20"),
        ]);
        assert.deepEqual(faultsOf({ granted: "2026-11-22" }), [
            typeset("granted : n’a pas encore pris effet (2026-11-22)"),
        ]);
    });

    it("lasts 180 days at most", () => {
        assert.equal(
            registerOf(exemption({ granted: "2026-07-01", expires: "2026-12-28" })).covers.length,
            1,
        );
        for (const [granted, expires, days] of [
            ["2026-07-01", "2026-12-29", 181],
            ["2026-11-01", "2026-10-31", -1],
        ] as const) {
            const [fault] = faultsOf({ granted, expires });
            assert.equal(
                fault,
                typeset(
                    `expires : attendu au plus 180 jours après granted (${granted}), obtenu ${String(days)} jours`,
                ),
            );
        }
    });

    it("reads every character of a pattern but the star as itself", () => {
        const register = registerOf(exemption({ resource: "*keyvault.Vault::vault" }));
        assert.equal(register.coverOf("key-vault-rbac", VAULT), undefined);
        assert.ok(registerOf(exemption({ resource: "*keyvault:*::vaul*" })).coverOf("key-vault-rbac", VAULT));
    });

    for (const field of FIELD_NAMES) {
        it(`lets an exemption cover nothing while its ${field} is missing or of another type`, () => {
            const [missing = ""] = faultsOf({ [field]: undefined });
            assert.match(missing, new RegExp(`^${field}\\s: attendu .*, non défini$`));
            const [number = ""] = faultsOf({ [field]: 12 });
            assert.match(number, new RegExp(`^${field}\\s: attendu .*, obtenu un nombre$`));
        });
    }

    const refused: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
        [
            "a reason of 19 characters",
            { reason: "x".repeat(19) },
            /^reason\s: attendu un texte d’au moins 20/,
        ],
        ["a reason of spaces", { reason: " ".repeat(30) }, /^reason/],
        ["a measure of a word", { compensatingMeasure: "aucune" }, /^compensatingMeasure/],
        ["a pattern that names nothing", { resource: "*:*" }, /^resource/],
        ["any resource", { resource: "urn:*" }, /^resource/],
        ["any resource of the engine", { resource: "urn:pulumi:*" }, /^resource/],
        ["any resource of a stack", { resource: "urn:pulumi:dev::*" }, /^resource/],
        ["any resource of a stack, its name cut short,", { resource: "urn:pulumi:dev*" }, /^resource/],
        [
            "any resource of a project",
            { resource: "urn:pulumi:dev::audioprothese-plus::*" },
            /^resource\s: attendu un URN ou un motif qui nomme une ressource après «.*», obtenu/,
        ],
        ["any resource of a type", { resource: "*azure-native:keyvault:Vault::*" }, /^resource/],
        ["what is in every URN of a stack", { resource: "*dev*" }, /^resource/],
        ["a type alone", { resource: "*keyvault:Vault*" }, /^resource/],
        ["a name of two letters and a star", { resource: "*::va*" }, /^resource/],
        ["a name that only colons and stars make long", { resource: "*::v:*:t" }, /^resource/],
        ["no name", { resource: "urn:pulumi:dev::audioprothese-plus::type::" }, /^resource/],
        ["a stack pattern", { stack: "*" }, /^stack/],
        ["a date that is none", { expires: "2026-02-30" }, /^expires\s: attendu une date/],
        ["an approver who is the owner", { approver: " équipe PLATEFORME " }, /^approver/],
        ["a rule that does not exist", { rule: "key-vault-rbak" }, /^rule\s: attendu une règle des paquets/],
        ["a field of its own", { severity: "low" }, /^severity\s: champ inconnu/],
        ["an id of another form", { id: "EX-26-1" }, /^id/],
    ];
    for (const [what, overrides, fault] of refused) {
        it(`refuses ${what}`, () => {
            const faults = faultsOf(overrides);
            assert.equal(faults.length, 1);
            assert.match(faults[0] ?? "", fault);
        });
    }

    for (const resource of [
        VAULT,
        VAULT.replace(/vault$/, "kv"),
        "urn:pulumi:dev::*::vau*",
        "urn:pulumi:dev::audioprothese-plus::azure-native:keyvault:Vault::*vau",
        "*::vau*",
    ]) {
        it(`accepts the pattern ${resource}`, () => {
            assert.deepEqual(registerOf(exemption({ resource })).faults, []);
        });
    }

    it("accepts a reason of 20 characters", () => {
        assert.deepEqual(registerOf(exemption({ reason: "x".repeat(20) })).faults, []);
    });

    it("lets neither of two exemptions of one id cover anything", () => {
        const register = registerOf(exemption(), exemption({ rule: "storage-account-tls" }));
        assert.equal(register.covers.length, 0);
        assert.equal(register.faults.length, 2);
    });

    it("tells a stack of its own faults, and of those that may be anybody's", () => {
        const register = registerOf(
            exemption({ expires: "2026-11-20" }),
            exemption({ id: "EX-2026-002", stack: "prod", expires: "2026-11-20" }),
            exemption({ id: "EX-2026-003", stack: "*" }),
        );
        const ids = (stack: string) => register.faultsOf(stack).map(({ exemption: id }) => id);
        assert.deepEqual(ids("dev"), ["EX-2026-001", "EX-2026-003"]);
        assert.deepEqual(ids("prod"), ["EX-2026-002", "EX-2026-003"]);
    });

    it("matches a pattern of many stars against a long name in no time", () => {
        const register = registerOf(exemption({ resource: `*::vault${"a*".repeat(50)}zq` }));
        assert.equal(register.coverOf("key-vault-rbac", VAULT + "a".repeat(100_000)), undefined);
        assert.ok(register.coverOf("key-vault-rbac", `${VAULT}${"a".repeat(100_000)}zq`));
    });

    it("takes what stands after the last colons for the name alone", () => {
        const register = registerOf(exemption({ resource: "*::audio*" }));
        assert.deepEqual(register.faults, []);
        assert.equal(register.coverOf("key-vault-rbac", VAULT), undefined);
        assert.ok(register.coverOf("key-vault-rbac", VAULT.replace(/vault$/, "audiograms")));
    });

    it("lets the parts of a pattern not overlap", () => {
        const register = registerOf(exemption({ resource: `${VAULT}*vault` }));
        assert.equal(register.coverOf("key-vault-rbac", VAULT), undefined);
        assert.ok(register.coverOf("key-vault-rbac", `${VAULT}vault`));
    });

    it("says what is no exemption, and where", () => {
        assert.deepEqual(registerOf(exemption(), "text").faults, [
            { exemption: "exemptions[1]", message: "attendu un objet, obtenu une chaîne" },
        ]);
    });

    for (const file of [undefined, null, [], {}, { exemptions: {} }, "text"]) {
        it(`holds nothing but a fault when the file is ${file === undefined ? "no JSON" : JSON.stringify(file)}`, () => {
            const register = new Register(file, RULES, TODAY);
            assert.equal(register.covers.length, 0);
            assert.deepEqual(
                register.faults.map(({ exemption: name }) => name),
                ["registre"],
            );
        });
    }

    it("picks the longest-lived of several, and remembers which were of use", () => {
        const register = registerOf(
            exemption(),
            exemption({ id: "EX-2026-002", expires: "2027-01-21" }),
            exemption({ id: "EX-2026-003", stack: "prod" }),
        );
        assert.deepEqual(
            register.unused("dev").map(({ id }) => id),
            ["EX-2026-001", "EX-2026-002"],
        );
        assert.equal(register.coverOf("key-vault-rbac", VAULT)?.exemption.id, "EX-2026-002");
        assert.deepEqual(
            register.unused("dev").map(({ id }) => id),
            ["EX-2026-001"],
        );
    });

    it("says what it would cover without counting that as use", () => {
        const register = registerOf(exemption());
        assert.equal(register.wouldCover("key-vault-rbac", VAULT), true);
        assert.equal(register.wouldCover("key-vault-rbac", `${VAULT}2`), false);
        assert.equal(register.unused("dev").length, 1);
    });

    it("publishes a schema that asks for every field", () => {
        const validator = new Validator(exemptionsJsonSchema(), "2020-12", false);
        const faulty = (overrides: Readonly<Record<string, unknown>>) => {
            const { valid } = validator.validate(JSON.parse(fileOf(exemption(overrides))));
            return !valid;
        };
        assert.equal(faulty({}), false);
        FIELD_NAMES.forEach((field) => {
            for (const value of [undefined, 12, ""]) {
                assert.ok(faulty({ [field]: value }), `${field} ${String(value)}`);
            }
        });
    });

    it("publishes a schema that refuses what the form of a field alone tells", () => {
        const validator = new Validator(exemptionsJsonSchema(), "2020-12", false);
        for (const overrides of [
            { id: "EX-26-1" },
            { id: "an EX-2026-001" },
            { resource: "*:*" },
            { stack: "*" },
            { reason: "x".repeat(19) },
            { compensatingMeasure: "x".repeat(19) },
            { owner: "x" },
            { approver: "x" },
            { ticket: "1" },
            { granted: "2026-02-30" },
            { expires: "21/11/2026" },
            { severity: "low" },
        ]) {
            const { valid } = validator.validate(JSON.parse(fileOf(exemption(overrides))));
            assert.equal(valid, false, JSON.stringify(overrides));
        }
    });
});
