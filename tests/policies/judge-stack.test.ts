import * as assert from "node:assert/strict";

import { judgeStack } from "../../policies/judge-stack";
import { defineStackRule } from "../../policies/rule";
import { UnknownValueError, unknownStringValue } from "../../policies/unknown";
import { received, urnOf } from "../support/evaluate";

const TYPE = "kubernetes:core/v1:ConfigMap";

describe("judgeStack", () => {
    it("is undecided, and judges nothing, where the survey reaches an unknown value by itself", () => {
        let checks = 0;
        const rule = defineStackRule<{ readonly names: readonly string[] }>({
            id: "example",
            title: { fr: "exemple", en: "example" },
            why: { fr: "exemple", en: "example" },
            remediation: { fr: "exemple", en: "example" },
            severity: "low",
            url: "https://example.org/",
            examples: { compliant: [], violation: [] },
            appliesTo: ["kubernetes:core:ConfigMap"],
            reads: {},
            survey: () => {
                throw new UnknownValueError(unknownStringValue, ["metadata", "name"]);
            },
            check: (_, { names }) => {
                checks += names.length;
            },
        });
        const resource = { type: TYPE, name: "subject", urn: urnOf(TYPE, "subject"), props: received({}) };
        assert.deepEqual(judgeStack(rule, [resource]), {
            status: "undecided",
            violations: [],
            unknowns: ["metadata.name"],
        });
        assert.equal(checks, 0);
    });
});
