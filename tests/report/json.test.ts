import * as assert from "node:assert/strict";
import { findingsJson, jsonText } from "../../report/json/json";
import type { Finding } from "../../report/model";
import { propertyOf } from "../../report/property";
import { framework, judged, reportOf, STORE, violation, wholeRun } from "./fixtures";

const FRAMEWORKS = [framework("hds", { "EXI 1": ["store-private", "store-tls"] })];
const join = (texts: Iterable<string>): string => [...texts].join("");

const finding = (change: Partial<Finding>): Finding => ({
    rule: "store-private",
    resource: STORE,
    verdict: "violation",
    messages: [],
    undecided: [],
    ...change,
});

describe("the JSON of a report", () => {
    it("is what JSON.stringify makes of it", () => {
        const report = reportOf(
            wholeRun(
                ["hds"],
                judged("hds", STORE, ["store-tls"], ["store-private"]),
                violation("hds", "store-private", STORE, 'access\u00a0: "\n"'),
            ),
            FRAMEWORKS,
        );

        assert.equal(join(jsonText(report)), `${JSON.stringify(report, null, 2)}\n`);
        const empty = { ...report, findings: [], engine: undefined };
        assert.equal(join(jsonText(empty as typeof report)), `${JSON.stringify(empty, null, 2)}\n`);
    });

    it("comes in pieces that are short and few", () => {
        const report = reportOf(wholeRun(["hds"]), FRAMEWORKS);
        const findings = Array.from({ length: 5_000 }, () => finding({ messages: ["x".repeat(100)] }));

        const pieces = [...jsonText({ ...report, findings })];

        assert.ok(pieces.length > 5 && pieces.length < 50, pieces.length.toString());
        assert.ok(pieces.every((piece) => piece.length < 100_000));
        assert.equal(pieces.join(""), `${JSON.stringify({ ...report, findings }, null, 2)}\n`);
    });
});

describe("the JSON of findings", () => {
    it("has an object for each thing found, and one for each rule respected", () => {
        const findings = [
            finding({ messages: ["a.b\u00a0: attendu x", "attendu y"], undecided: ["c[0]"] }),
            finding({ rule: "store-tls", verdict: "undecided", undecided: ["tls", "tags.owner"] }),
            finding({ rule: "store-kept", verdict: "compliant" }),
        ];

        const of = { rule: "store-private", resource: STORE };
        assert.deepEqual(JSON.parse(join(findingsJson(findings))), [
            { ...of, verdict: "violation", property: "a.b", message: "a.b\u00a0: attendu x" },
            { ...of, verdict: "violation", property: null, message: "attendu y" },
            { ...of, verdict: "undecided", property: "c[0]", message: null },
            { ...of, rule: "store-tls", verdict: "undecided", property: "tls", message: null },
            { ...of, rule: "store-tls", verdict: "undecided", property: "tags.owner", message: null },
            { ...of, rule: "store-kept", verdict: "compliant", property: null, message: null },
        ]);
    });

    it("has a line for each", () => {
        const lines = join(
            findingsJson([finding({ verdict: "compliant" }), finding({ verdict: "compliant" })]),
        );

        assert.equal(lines.split("\n").length, 5);
        assert.equal(join(findingsJson([])), "[]\n");
    });
});

describe("the property that a message is about", () => {
    for (const path of [
        "access",
        "spec.template.spec.containers[0].image",
        'tags["cost center"]',
        '["a.b"].c',
        'data["x : y"][2]["z"]',
        "$ref.x-y",
    ]) {
        it(`is ${path} where that comes first`, () => {
            assert.equal(propertyOf(`${path}\u00a0: attendu x, obtenu y\u00a0: z`), path);
        });
    }

    it("is none where the message speaks of the whole resource", () => {
        assert.equal(propertyOf("attendu un verrou"), null);
        assert.equal(propertyOf("stratégie\u00a0: attendu x"), null);
        assert.equal(propertyOf("attendu un verrou\u00a0: aucun"), null);
        assert.equal(propertyOf("[0]\u00a0: attendu x"), null);
        assert.equal(propertyOf("a: b"), null);
    });
});
