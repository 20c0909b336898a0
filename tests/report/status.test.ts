import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { NO_FINDINGS } from "../../report/counts";
import type { Decision, FindingCounts, Status } from "../../report/model";
import { type Extent, type Judgement, causesOf, decisionOf, statusOf } from "../../report/status";

const counts = (change: Partial<FindingCounts>): FindingCounts => ({ ...NO_FINDINGS, ...change });

const ALL = counts({ compliant: 1, violation: 1, undecided: 1, exempted: 1 });

/** Every status, and every order of precedence between what leads to them. */
const STATUS_OF: readonly [string, Status, FindingCounts, Extent, boolean][] = [
    ["violations stand before all else", "nonCompliant", ALL, "whole", true],
    ["so they do where evidence is needed", "nonCompliant", ALL, "part", false],
    [
        "an unknown value stands before exemptions",
        "undetermined",
        counts({ compliant: 9, undecided: 1, exempted: 1 }),
        "whole",
        false,
    ],
    ["a disabled rule proves nothing", "undetermined", counts({ compliant: 9 }), "whole", true],
    ["nor do rules that found nothing to judge", "undetermined", NO_FINDINGS, "whole", false],
    ["nothing to judge stands before evidence", "undetermined", NO_FINDINGS, "part", false],
    ["an exemption is not compliance", "exempted", counts({ compliant: 9, exempted: 1 }), "whole", false],
    ["exempted alone", "exempted", counts({ exempted: 1 }), "part", false],
    ["rules that cover a part leave evidence", "evidenceRequired", counts({ compliant: 1 }), "part", false],
    ["no rule leaves evidence", "evidenceRequired", NO_FINDINGS, "nothing", false],
    ["the whole, judged and respected", "compliant", counts({ compliant: 1 }), "whole", false],
    ["not applicable, whatever was found", "notApplicable", ALL, "notApplicable", true],
];

const findingCounts = fc.record({
    compliant: fc.nat(3),
    violation: fc.nat(3),
    undecided: fc.nat(3),
    exempted: fc.nat(3),
});

describe("the status of a requirement", () => {
    for (const [name, status, found, extent, disabled] of STATUS_OF) {
        it(`${status}: ${name}`, () => {
            assert.equal(statusOf(found, extent, disabled), status);
        });
    }

    it("is compliant only where all was judged, by every rule, and respected", () => {
        fc.assert(
            fc.property(findingCounts, fc.boolean(), (found, disabled) => {
                if (statusOf(found, "whole", disabled) === "compliant") {
                    assert.deepEqual({ ...found, compliant: 0 }, NO_FINDINGS);
                    assert.ok(found.compliant > 0 && !disabled);
                }
            }),
        );
    });

    it("comes with its causes where it is undetermined, and only there", () => {
        assert.deepEqual(causesOf(counts({ undecided: 1 }), "whole", true), [
            "undecidedValue",
            "disabledRule",
        ]);
        assert.deepEqual(causesOf(NO_FINDINGS, "part"), ["nothingToJudge"]);
        fc.assert(
            fc.property(
                findingCounts,
                fc.constantFrom<Extent>("whole", "part", "nothing", "notApplicable"),
                fc.boolean(),
                (found, extent, disabled) => {
                    assert.equal(
                        causesOf(found, extent, disabled).length > 0,
                        statusOf(found, extent, disabled) === "undetermined",
                    );
                },
            ),
        );
    });
});

const decide = (findings: FindingCounts, change: Partial<Judgement> = {}, faults = 0): Decision =>
    decisionOf({
        simulated: false,
        findings,
        undecided: "warn",
        disabledRules: [],
        exemptions: {
            ignored: false,
            inForce: [],
            faults: Array.from({ length: faults }, () => ({ exemption: "EX-2026-001", message: "expires" })),
        },
        ...change,
    });

describe("the decision on a release", () => {
    it("refuses for violations, for unknown values where the stack does, and for a register at fault", () => {
        assert.deepEqual(decide(counts({ compliant: 1, violation: 2, undecided: 3 })), {
            verdict: "refused",
            reasons: [{ code: "violations", count: 2 }],
        });
        assert.deepEqual(decide(counts({ violation: 2, undecided: 3 }), { undecided: "fail" }, 1), {
            verdict: "refused",
            reasons: [
                { code: "violations", count: 2 },
                { code: "undecidedRefused", count: 3 },
                { code: "registerFaults", count: 1 },
            ],
        });
    });

    it("concludes nothing where no rule applied", () => {
        assert.equal(decide(NO_FINDINGS).verdict, "inconclusive");
        assert.equal(decide(NO_FINDINGS, { undecided: "fail" }).verdict, "inconclusive");
    });

    it("names each reserve", () => {
        assert.deepEqual(decide(counts({ undecided: 1, exempted: 2 }), { disabledRules: ["a-rule"] }), {
            verdict: "reserved",
            reasons: [
                { code: "undecided", count: 1 },
                { code: "exempted", count: 2 },
                { code: "disabledRules", count: 1 },
            ],
        });
    });

    it("is reserved where Azure was simulated, whatever was found", () => {
        assert.deepEqual(decide(counts({ compliant: 1 }), { simulated: true }), {
            verdict: "reserved",
            reasons: [{ code: "simulated", count: 1 }],
        });
    });

    it("accepts only what was judged without any of these", () => {
        assert.deepEqual(decide(counts({ compliant: 1 })), { verdict: "accepted", reasons: [] });
        fc.assert(
            fc.property(
                findingCounts,
                fc.constantFrom("warn" as const, "fail" as const),
                (found, undecided) => {
                    if (decide(found, { undecided }).verdict === "accepted") {
                        assert.deepEqual({ ...found, compliant: 0 }, NO_FINDINGS);
                        assert.ok(found.compliant > 0);
                    }
                },
            ),
        );
    });
});
