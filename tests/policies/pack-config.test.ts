import * as assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { catalogue, rules } from "../../policies/catalogue";
import { readPackConfig } from "../../policies/pack-config";
import type { Rule } from "../../policies/rule";

const RULES: readonly Rule[] = [
    { ...catalogue.keyVaultNotPublic, config: {} },
    {
        ...catalogue.logRetention,
        config: {
            days: { type: "integer", minimum: 30, maximum: 365, description: "Jours", default: 180 },
            tables: { type: "array", items: { type: "string" }, description: "Tables", default: ["a"] },
            mode: { type: "string", enum: ["a", "b"], description: "Mode", default: "a" },
        },
    },
];
const [VAULT, LOG] = RULES as [Rule, Rule];

describe("readPackConfig", () => {
    let directory: string;

    before(() => {
        directory = mkdtempSync(join(tmpdir(), "pack-config-"));
    });

    after(() => {
        rmSync(directory, { recursive: true });
    });

    const read = (content: unknown) => {
        const file = join(directory, "config.json");
        writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
        return readPackConfig(file, RULES);
    };
    const faults = (content: unknown): string => {
        try {
            read(content);
        } catch (error) {
            return (error as Error).message.replaceAll(join(directory, "config.json"), "FILE");
        }
        return "none";
    };

    it("gives each rule its level and its choices, and the rest what it would be where a file says nothing", () => {
        const config = read({ [LOG.id]: { enforcementLevel: "advisory", days: 90 }, [VAULT.id]: "disabled" });
        assert.equal(config.level(LOG.id), "advisory");
        assert.deepEqual(config.config(LOG), { days: 90, tables: ["a"], mode: "a" });
        assert.equal(config.level(VAULT.id), "disabled");
        assert.equal(config.level("value-undecided"), "advisory");
        assert.equal(read({ [LOG.id]: { days: 90 } }).level(LOG.id), "mandatory");
    });

    it("takes a level for all, which one for a rule overrides", () => {
        const config = read({ [VAULT.id]: "mandatory", all: "disabled" });
        assert.equal(config.level(VAULT.id), "mandatory");
        assert.equal(config.level(LOG.id), "disabled");
        assert.equal(config.level("value-undecided"), "disabled");
    });

    it("is the rules' own configuration where a file says nothing", () => {
        const config = read({});
        assert.equal(config.level(LOG.id), "mandatory");
        assert.equal(config.level("value-undecided"), "advisory");
        assert.deepEqual(config.config(LOG), { days: 180, tables: ["a"], mode: "a" });
    });

    it("takes no key that every object has for a choice", () => {
        for (const key of ["constructor", "toString"]) {
            assert.ok(
                faults({ [LOG.id]: { [key]: 1 } }).includes(`${LOG.id}.${key} : attendu enforcementLevel`),
            );
        }
    });

    it("accepts the bounds of a choice", () => {
        for (const days of [30, 365]) {
            assert.equal(faults({ [LOG.id]: { days } }), "none");
        }
    });

    const refused = "FILE : configuration des paquets refusée\n  ";
    const cases: Readonly<Record<string, readonly [content: unknown, message: string]>> = {
        "a rule that does not exist": [
            { "log-retentoin": "advisory" },
            `${refused}log-retentoin : attendu une règle des paquets, la plus proche est « log-retention »`,
        ],
        "a choice that the rule does not leave": [
            { "log-retention": { day: 90 } },
            `${refused}log-retention.day : attendu enforcementLevel ou days ou tables ou mode, obtenu 90`,
        ],
        "a choice for a rule that leaves none": [
            { "key-vault-not-public": { days: 90 } },
            `${refused}key-vault-not-public.days : attendu enforcementLevel, obtenu 90`,
        ],
        "a choice for all": [
            { all: { days: 90 } },
            `${refused}all.days : attendu enforcementLevel, obtenu 90`,
        ],
        "a choice of another type": [
            { "log-retention": { days: "90" } },
            `${refused}log-retention.days : attendu integer ≥ 30 ≤ 365, obtenu "90"`,
        ],
        "a choice below its least": [
            { "log-retention": { days: 29 } },
            `${refused}log-retention.days : attendu integer ≥ 30 ≤ 365, obtenu 29`,
        ],
        "a choice above its most": [
            { "log-retention": { days: 366 } },
            `${refused}log-retention.days : attendu integer ≥ 30 ≤ 365, obtenu 366`,
        ],
        "an element of another type": [
            { "log-retention": { tables: [1] } },
            `${refused}log-retention.tables : attendu array, obtenu [1]`,
        ],
        "a choice that is not offered": [
            { "log-retention": { mode: "c" } },
            `${refused}log-retention.mode : attendu "a" ou "b", obtenu "c"`,
        ],
        "a level that does not exist": [
            { "log-retention": "warn" },
            `${refused}log-retention.enforcementLevel : attendu advisory ou mandatory ou remediate ou disabled, obtenu "warn"`,
        ],
        "several faults, each named": [
            { "log-retention": { enforcementLevel: 1, day: 1 }, "log-retentions": {} },
            `${refused}log-retention.enforcementLevel : attendu advisory ou mandatory ou remediate ou disabled, obtenu 1\n` +
                "  log-retention.day : attendu enforcementLevel ou days ou tables ou mode, obtenu 1\n" +
                "  log-retentions : attendu une règle des paquets, la plus proche est « log-retention »",
        ],
        "what is no JSON": ["{", "FILE : attendu un objet JSON, obtenu un texte qui n’en est pas"],
        "a list": [[], "FILE : attendu un objet JSON, obtenu []"],
    };
    for (const [name, [content, message]] of Object.entries(cases)) {
        it(`refuses ${name}`, () => {
            assert.equal(faults(content), message);
        });
    }

    it("refuses a file that is not there", () => {
        assert.throws(() => readPackConfig(join(directory, "none.json"), RULES), {
            message: `${join(directory, "none.json")} : attendu un objet JSON, obtenu un fichier illisible`,
        });
    });
});

describe("the configuration of our stacks", () => {
    const of = (stack: string) =>
        readPackConfig(join(__dirname, `../../policies/config/${stack}.json`), rules);

    it("has dev correct whatever rules can correct, and admit what is undecided", () => {
        const dev = of("dev");
        const remediable = rules.filter((rule) => rule.kind === "resource" && rule.remedies !== undefined);
        assert.deepEqual(
            rules.map(({ id }) => id).filter((id) => dev.level(id) === "remediate"),
            remediable.map(({ id }) => id),
        );
        assert.equal(dev.level("value-undecided"), "advisory");
    });

    it("has prod refuse what is wrong and what is undecided, and correct nothing", () => {
        const prod = of("prod");
        for (const { id } of [...rules, { id: "value-undecided" }]) {
            assert.equal(prod.level(id), "mandatory", id);
        }
    });
});
