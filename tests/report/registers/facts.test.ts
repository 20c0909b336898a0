import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { SECRET, SIGNATURE } from "../../../policies/secret-paths";
import { FACT_PROPERTIES, labelOf } from "../../../report/registers/fact-properties";
import { factsOf } from "../../../report/registers/facts";
import { judgeState } from "../../../report/audit/judge-state";
import { stateResource } from "../../../report/audit/state-resource";
import { UNKNOWN } from "../../support/evaluate";
import { resource } from "../audit/states";
import { NO_EXEMPTIONS, finished, recordOf, registered, urn } from "../fixtures";

const MYSQL = "azure-native:dbformysql/v20240101:Server";
const URN = urn(MYSQL, "database");

/** Property and value of each fact. */
function told(type: string, inputs: unknown): unknown[] {
    return factsOf({ urn: URN, type, inputs }).map(({ property, value }) => [property, value]);
}

describe("the facts of a resource", () => {
    it("are its listed settings, whatever the version of its type", () => {
        const inputs = {
            location: "francecentral",
            administratorLoginPassword: "s3cret",
            tags: { owner: "someone" },
            backup: { backupRetentionDays: 35, geoRedundantBackup: "Enabled" },
        };

        assert.deepEqual(factsOf({ urn: URN, type: MYSQL, inputs }), [
            { kind: "location", resource: URN, property: "location", value: "francecentral" },
            { kind: "backup", resource: URN, property: "backup.backupRetentionDays", value: "35" },
            { kind: "backup", resource: URN, property: "backup.geoRedundantBackup", value: "Enabled" },
        ]);
        assert.deepEqual(told("azure-native:dbformysql:Server", inputs), told(MYSQL, inputs));
        assert.deepEqual(told("azure-native:dbformysql:Database", inputs), []);
        assert.deepEqual(told("constructor", inputs), []);
    });

    it("are read from each item of a list, of the first fifty", () => {
        const locations = Array.from({ length: 60 }, (_, index) => ({
            locationName: `r${index.toString()}`,
        }));

        const facts = told("azure-native:documentdb:DatabaseAccount", { locations });

        assert.equal(facts.length, 50);
        assert.deepEqual(facts[49], ["locations.*.locationName", "r49"]);
    });

    it("tell what kind of identity has which role, and never who", () => {
        const facts = told("azure-native:authorization:RoleAssignment", {
            principalId: "00000000-0000-4000-8000-000000000001",
            principalType: "User",
            roleDefinitionId:
                "/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7",
            scope: "/subscriptions/x",
        });

        assert.deepEqual(facts, [
            ["principalType", "User"],
            ["roleDefinitionId", "acdd72a7-3385-48ef-bd42-f606fba81ae7"],
        ]);
    });

    for (const [title, value] of [
        ["unknown before deployment", UNKNOWN],
        ["hidden by the engine", "[secret]"],
        ["partly hidden by the engine", "france-[secret]"],
        ["an encrypted secret of a state", { [SIGNATURE]: SECRET, ciphertext: "s3cret" }],
        ["a secret of a state in clear", { [SIGNATURE]: SECRET, plaintext: '"s3cret"' }],
        ["an object", { location: "s3cret" }],
        ["a list", ["s3cret"]],
        ["null", null],
        ["empty", ""],
        ["absent", undefined],
    ] as const) {
        it(`leave out a value that is ${title}`, () => {
            assert.deepEqual(told(MYSQL, { location: value }), []);
        });
    }

    it("leave out what lies within a secret", () => {
        const mark = { [SIGNATURE]: SECRET };
        assert.deepEqual(told(MYSQL, { backup: { ...mark, backupRetentionDays: 35 } }), []);
        assert.deepEqual(told(MYSQL, { ...mark, location: "francecentral" }), []);
        assert.deepEqual(told(MYSQL, "[secret]"), []);
        assert.deepEqual(told(MYSQL, Object.create({ location: "inherited" })), []);
    });

    it("show a hostile value as text, and the start of a long one", () => {
        assert.deepEqual(told(MYSQL, { location: "a\u001b[31m\u202eb\nc" }), [["location", "a\ufffdb\nc"]]);
        assert.deepEqual(told(MYSQL, { location: "😀".repeat(500_000) }), [
            ["location", `${"😀".repeat(100)}… (1000000 caractères)`],
        ]);
    });

    it("never hold a secret, wherever it stands in the inputs", () => {
        const listed = Object.entries(FACT_PROPERTIES).flatMap(([type, properties]) =>
            properties.map(({ path }) => ({ type, path: path.split(".") })),
        );
        /** In clear, under every name that is looked for. */
        const names = Object.fromEntries(listed.flatMap(({ path }) => path.map((step) => [step, "s3cret"])));
        const leaf = fc.constantFrom<unknown>(
            { [SIGNATURE]: SECRET, ciphertext: "s3cret", ...names },
            { [SIGNATURE]: SECRET, plaintext: '"s3cret"', ...names },
            "[secret] s3cret",
            ["s3cret"],
        );
        fc.assert(
            fc.property(fc.constantFrom(...listed), fc.nat(), leaf, ({ type, path }, cut, value) => {
                // At the listed property, or anywhere above it.
                const inputs = path
                    .slice(0, cut % (path.length + 1))
                    .reduceRight<unknown>(
                        (inner, step) => (step === "*" ? [inner] : { [step]: inner }),
                        value,
                    );
                assert.ok(!JSON.stringify(factsOf({ urn: URN, type, inputs })).includes("s3cret"));
            }),
            { numRuns: 2_000, seed: 30 },
        );
    });

    it("have no property that could name a secret or a person", () => {
        const paths = Object.values(FACT_PROPERTIES)
            .flat()
            .map(({ path }) => path);
        const suspect = /secret|password(?!Auth)|token|connectionString|email|principalId|login|certificate/i;
        assert.deepEqual(
            paths.filter((path) => suspect.test(path)),
            [],
        );
    });

    it("each have a label of their own type", () => {
        assert.equal(labelOf(MYSQL, "backup.backupRetentionDays").fr, "Durée des sauvegardes (jours)");
        assert.deepEqual(labelOf("other:index:Type", "a.b"), { fr: "a.b", en: "a.b" });
    });
});

describe("the facts of a preview", () => {
    it("are those of what the program registers, sorted by resource, and of what it registered last", () => {
        const at = (location: string) => ({ location, administratorLoginPassword: "s3cret" });
        const record = recordOf([
            registered(MYSQL, "second", "create", at("westeurope")),
            registered(MYSQL, "first", "same", at("old")),
            registered(MYSQL, "first", "update", at("francecentral")),
            registered(MYSQL, "gone", "delete", at("eastus")),
            finished,
        ]);

        assert.deepEqual(
            record.facts.map(({ resource, value }) => [resource.split("::").at(-1), value]),
            [
                ["first", "francecentral"],
                ["second", "westeurope"],
            ],
        );
    });
});

describe("the facts of a state", () => {
    it("are those of what the stack manages, in the order of a preview, without what is secret or to be deleted", async () => {
        const secret = { [SIGNATURE]: SECRET, ciphertext: "s3cret" };
        const states = [
            resource(MYSQL, "second", { location: "westeurope", administratorLoginPassword: secret }),
            resource(MYSQL, "first", { location: "francecentral", backup: secret }),
            resource(MYSQL, "hidden", { location: secret }),
            resource(MYSQL, "former", { location: "eastus" }, { delete: true }),
            resource(MYSQL, "read", { location: "eastus" }, { external: true }),
        ].map(stateResource);

        const { facts } = await judgeState(
            [],
            async function* () {
                yield await Promise.resolve(states);
            },
            NO_EXEMPTIONS,
            () => undefined,
        );

        assert.deepEqual(
            facts.map(({ resource: of, value }) => [of.split("::").at(-1), value]),
            [
                ["first", "francecentral"],
                ["second", "westeurope"],
            ],
        );
    });
});
