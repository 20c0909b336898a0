import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";

import { type Schema, Validator } from "@cfworker/json-schema";

import { catalogue, rules } from "../../policies/catalogue";
import { evaluate } from "../support/evaluate";

const POLICIES = path.join(__dirname, "../../policies");
const TESTS = __dirname;

function files(directory: string, suffix: string): readonly string[] {
    return readdirSync(directory, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(suffix) && path.basename(file) !== `index${suffix}`)
        .map((file) => file.slice(0, -suffix.length));
}

describe("the catalogue", () => {
    const ids = rules.map((rule) => rule.id);
    const ruleFiles = files(path.join(POLICIES, "rules"), ".ts");

    it("holds each rule under the name of its file, once", () => {
        assert.deepEqual([...ids].sort(), ruleFiles.map((file) => path.basename(file)).sort());
    });

    it("has a test file for each rule, which runs its five families of cases", () => {
        for (const file of ruleFiles) {
            const test = readFileSync(path.join(TESTS, `${file}.test.ts`), "utf8");
            assert.match(test, /describe(Stack)?Rule\(/, file);
        }
    });

    for (const rule of rules) {
        it(`states ${rule.id} in both languages, with a reason, a remedy and a page to read`, () => {
            for (const text of [rule.title, rule.why, rule.remediation]) {
                for (const language of [text.fr, text.en]) {
                    assert.match(language, /^\S.*\S$/);
                    assert.doesNotMatch(language, /\n/);
                }
                assert.notEqual(text.fr, text.en);
                assert.doesNotMatch(text.fr, / [:;?!»]|« |\p{L}'\p{L}/u);
            }
            assert.doesNotMatch(rule.title.fr + rule.title.en, /\.$/);
            assert.equal(new URL(rule.url).protocol, "https:");
        });
    }

    for (const rule of rules.filter(({ config }) => config !== undefined)) {
        it(`offers choices of ${rule.id} whose defaults fit their schemas, and says what they are`, () => {
            for (const [key, schema] of Object.entries<Schema>({ ...rule.config })) {
                assert.match(String(schema.description), /^\S.*\S$/, key);
                assert.equal(new Validator(schema, "7").validate(schema.default).valid, true, key);
                assert.equal(new Validator(schema, "7").validate({}).valid, false, key);
            }
        });
    }
});

describe("the types that resource-covered lets through", () => {
    it("hold every type of Azure resource that the components may use", () => {
        const types = azureTypesInUse();
        assert.ok(types.includes("azure-native:keyvault:Vault"));
        const unread = types.filter(
            (type) => evaluate(catalogue.resourceCovered, type, {}).status !== "compliant",
        );
        assert.deepEqual(unread, []);
    });

    it("take tags if they have a location, as resource-tags asks of them", () => {
        const untaggable = locatedWithoutTags();
        assert.ok(untaggable.includes("azure-native:authorization:PolicyAssignment"));
        const readable = untaggable.filter(
            (type) =>
                evaluate(catalogue.resourceCovered, type, {}).status === "compliant" &&
                evaluate(catalogue.resourceTags, type, { location: "francecentral" }).status !==
                    "notApplicable",
        );
        assert.deepEqual(readable, []);
    });
});

/** The classes, not the functions, of the module through which the components reach the provider. */
function azureTypesInUse(): readonly string[] {
    const text = readFileSync(path.join(__dirname, "../../components/azure.ts"), "utf8");
    return [...text.matchAll(/@pulumi\/azure-native\/(\w+)\/(\w)(\w+)"/g)].flatMap(
        ([, service = "", first = "", rest = ""]) =>
            /^(get|list)[A-Z]/.test(first + rest)
                ? []
                : [`azure-native:${service}:${first.toUpperCase()}${rest}`],
    );
}

/** Reads the declarations of the package: its classes are far too many to load. */
function locatedWithoutTags(): readonly string[] {
    const root = path.dirname(require.resolve("@pulumi/azure-native/package.json"));
    const modules = readdirSync(root, { withFileTypes: true }).filter(
        (entry) => entry.isDirectory() && entry.name !== "types" && entry.name !== "node_modules",
    );
    return modules
        .flatMap(({ name }) =>
            readdirSync(path.join(root, name))
                .filter((file) => file.endsWith(".d.ts") && !/^(get|list)[A-Z]/.test(file))
                .flatMap((file) => {
                    const text = readFileSync(path.join(root, name, file), "utf8");
                    const [, resource, args] = /^export interface (\w+)Args \{(.*?)^\}/ms.exec(text) ?? [];
                    const located = args !== undefined && /^ {4}location\??:/m.test(args);
                    return located &&
                        text.includes("extends pulumi.CustomResource") &&
                        !/^ {4}tags\??:/m.test(args)
                        ? [`azure-native:${name}:${resource ?? ""}`]
                        : [];
                }),
        )
        .sort();
}
