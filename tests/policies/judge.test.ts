import * as assert from "node:assert/strict";

import { exactly } from "../../policies/expectation";
import { judge } from "../../policies/judge";
import { defineRule, type ResourceRule } from "../../policies/rule";
import { evaluate, received, secret, UNKNOWN, urnOf } from "../support/evaluate";

const TYPE = "kubernetes:core/v1:ConfigMap";

function rule(check: ResourceRule["check"]): ResourceRule {
    return defineRule({
        id: "example",
        title: { fr: "exemple", en: "example" },
        why: { fr: "exemple", en: "example" },
        remediation: { fr: "exemple", en: "example" },
        severity: "low",
        url: "https://example.org/",
        examples: { compliant: [], violation: [] },
        appliesTo: ["kubernetes:core:ConfigMap"],
        check,
    });
}

const subject = (props: unknown) => ({ type: TYPE, name: "subject", urn: urnOf(TYPE, "subject"), props });

describe("judge", () => {
    it("keeps judging past an unknown property and past a violation", () => {
        const verdict = evaluate(
            rule((properties) => {
                for (const path of ["a", "b.c", "d"]) {
                    properties.expect(path, exactly(true));
                }
            }),
            TYPE,
            { a: UNKNOWN, b: { c: false }, d: UNKNOWN },
        );
        assert.deepEqual(verdict, {
            status: "violation",
            violations: ["b.c\u00a0: attendu true, obtenu false"],
            unknowns: ["a", "d"],
        });
    });

    it("says a violation and an unknown once, however often they are met", () => {
        const verdict = evaluate(
            rule((properties) => {
                properties.expect("a", exactly(true));
                properties.expect("a", exactly(true));
                properties.expect("b.c", exactly(true));
                properties.expect("b.d", exactly(true));
            }),
            TYPE,
            { a: false, b: UNKNOWN },
        );
        assert.deepEqual(verdict.violations, ["a\u00a0: attendu true, obtenu false"]);
        assert.deepEqual(verdict.unknowns, ["b"]);
    });

    it("is undecided, not broken, where a check reaches an unknown value by itself", () => {
        const verdict = judge(
            rule((properties) => {
                const reading = properties.read("a");
                assert.equal(reading.state, "known");
                exactly(true).accepts((reading.value as { readonly b: boolean }).b);
            }),
            subject(received({ a: { b: UNKNOWN } })),
        );
        assert.deepEqual(verdict, { status: "undecided", violations: [], unknowns: ["a.b"] });
    });

    it("does not swallow the crash of a check", () => {
        const broken = rule(() => {
            throw new Error("broken rule");
        });
        assert.throws(() => judge(broken, subject({})), { message: "broken rule" });
    });

    it("lets a dismissal count only when nothing was found", () => {
        const dismissing = rule((properties) => {
            properties.dismiss();
            properties.expect("a", exactly(true));
        });
        assert.equal(evaluate(dismissing, TYPE, { a: true }).status, "notApplicable");
        assert.equal(evaluate(dismissing, TYPE, { a: false }).status, "violation");
        assert.equal(evaluate(dismissing, TYPE, { a: UNKNOWN }).status, "undecided");
    });

    it("does not take for a secret what stands under a value that is not known", () => {
        const wanting = rule((properties) => {
            properties.expectSecret("a.b");
        });
        assert.deepEqual(evaluate(wanting, TYPE, { a: UNKNOWN }).unknowns, ["a"]);
        assert.equal(evaluate(wanting, TYPE, { a: { b: UNKNOWN } }).status, "compliant");
    });

    it("names nothing of what is inside a secret", () => {
        const verdict = evaluate(
            rule((properties) => {
                properties.forbid("a.key.deep", "attendu rien");
                properties.expect("b.key", exactly(true));
                properties.expect(["d", "key"], exactly(true));
                properties.expect("d.other", exactly(true));
            }),
            TYPE,
            {
                a: { key: secret({ deep: 1 }) },
                b: secret({ key: UNKNOWN }),
                d: secret({ key: "x", other: true }),
            },
        );
        assert.deepEqual(
            verdict.violations.map((message) => message.split("\u00a0")[0]),
            ["a.key", "d"],
        );
        assert.deepEqual(verdict.unknowns, ["b"]);
    });

    it("quotes a long or many-lined value on one short line", () => {
        const verdict = evaluate(
            rule((properties) => {
                properties.expect("a", exactly(true));
            }),
            TYPE,
            { a: `one\ntwo ${"x".repeat(200)}` },
        );
        assert.deepEqual(verdict.violations, [
            `a\u00a0: attendu true, obtenu «\u00a0one two ${"x".repeat(72)}…\u00a0»`,
        ]);
    });

    it("tells which leaf properties a verdict rests on", () => {
        const paths: string[] = [];
        judge(
            rule((properties) => {
                properties.expect("a.b", exactly(true));
                properties.each("list", (item) => {
                    item.expect(["x.y"], exactly(true));
                });
            }),
            subject({ list: [{}, {}] }),
            { onJudged: (path) => paths.push(path) },
        );
        assert.deepEqual(paths, ["a.b", 'list[0]["x.y"]', 'list[1]["x.y"]']);
    });

    it("tells of keys that hold control characters and line feeds on one line, without them", () => {
        const { violations } = judge(
            rule((properties) => {
                properties.entries("tags", (_, value) => {
                    value.expect("", exactly(true));
                });
            }),
            subject({ tags: { "a\u001b[31m\nb\u202e": false } }),
        );
        assert.deepEqual(violations, ['tags["a b\ufffd"]\u00a0: attendu true, obtenu false']);
    });
});
