import assert from "node:assert/strict";
import { compare, withChanges } from "../../../report/comparison";
import type { Changes, Origin, Report, Verdict } from "../../../report/model";
import { reportModel } from "../../../report/model";
import { UserError } from "../../../sandbox/user-error";
import { CONTEXT, rule } from "../fixtures";
import { type Content, OTHER, baseline, inputsWith, one, reportWith, resource } from "./reports";

type Kind = Changes["findings"][number]["kind"];

function changesOf(before: Report, after: Report): Changes["findings"] {
    return compare(baseline(before), after).findings;
}

describe("the comparison of findings", () => {
    const table: readonly (readonly [Verdict | undefined, Verdict | undefined, Kind | undefined])[] = [
        [undefined, undefined, undefined],
        [undefined, "compliant", undefined],
        [undefined, "exempted", "regression"],
        [undefined, "undecided", "regression"],
        [undefined, "violation", "regression"],
        ["compliant", undefined, undefined],
        ["compliant", "compliant", undefined],
        ["compliant", "exempted", "regression"],
        ["compliant", "undecided", "regression"],
        ["compliant", "violation", "regression"],
        ["exempted", undefined, "improvement"],
        ["exempted", "compliant", "improvement"],
        ["exempted", "exempted", undefined],
        ["exempted", "undecided", "regression"],
        ["exempted", "violation", "regression"],
        ["undecided", undefined, "improvement"],
        ["undecided", "compliant", "improvement"],
        ["undecided", "exempted", "improvement"],
        ["undecided", "undecided", undefined],
        ["undecided", "violation", "regression"],
        ["violation", undefined, "improvement"],
        ["violation", "compliant", "improvement"],
        ["violation", "exempted", "improvement"],
        ["violation", "undecided", "unjudged"],
        ["violation", "violation", undefined],
    ];
    for (const [before, after, kind] of table) {
        it(`calls ${before ?? "nothing"} to ${after ?? "nothing"} ${kind ?? "no change"}`, () => {
            const changes = changesOf(one(before), one(after));
            assert.deepEqual(
                changes.map((change) => change.kind),
                kind === undefined ? [] : [kind],
            );
        });
    }

    for (const [why, after] of [
        ["is gone", { rules: [], resources: ["x"], findings: [] }],
        ["is disabled", { rules: ["a"], resources: ["x"], findings: [], disabled: ["a"] }],
    ] as const satisfies readonly (readonly [string, Content])[]) {
        it(`does not call an open finding mended when its rule ${why}`, () => {
            const [change] = changesOf(one("violation"), reportWith(after));
            assert.equal(change?.kind, "unjudged");
        });
    }

    it("lists regressions first, then what is no longer judged, each by severity, rule and URN", () => {
        const severities = { "b-critical": "critical", "a-low": "low", "z-high": "high" } as const;
        const rules = [...Object.keys(severities), "gone"];
        const graded = (report: Report): Report => ({
            ...report,
            rules: report.rules.map((each) => ({
                ...each,
                severity: rule(each.id, severities[each.id as keyof typeof severities]).severity,
            })),
        });
        const content = { rules, resources: ["x", "y"] };
        const before = graded(
            reportWith({
                ...content,
                findings: [
                    ["gone", "x", "violation"],
                    ["z-high", "x", "violation"],
                ],
            }),
        );
        const after = graded(
            reportWith({
                ...content,
                disabled: ["gone"],
                findings: [
                    ["a-low", "x", "violation"],
                    ["z-high", "y", "violation"],
                    ["b-critical", "y", "undecided"],
                    ["b-critical", "x", "violation"],
                ],
            }),
        );
        assert.deepEqual(
            changesOf(before, after).map((change) => [change.kind, change.rule, change.resource]),
            [
                ["regression", "b-critical", resource("x")],
                ["regression", "b-critical", resource("y")],
                ["regression", "z-high", resource("y")],
                ["regression", "a-low", resource("x")],
                ["unjudged", "gone", resource("x")],
                ["improvement", "z-high", resource("x")],
            ],
        );
    });
});

describe("the origins of a change", () => {
    const violated = (context: Partial<Report>): Report => one("violation", context);
    const inputs: readonly (readonly [Partial<Report>, readonly Origin[]])[] = [
        [{}, []],
        [inputsWith({ infrastructure: OTHER }), ["infrastructure"]],
        [inputsWith({ rules: OTHER }), ["rules"]],
        [inputsWith({ levels: OTHER }), ["levels"]],
        [inputsWith({ exemptions: OTHER }), []],
        [{ engine: { version: "3.226.0" } }, ["engine"]],
        [{ simulated: false }, ["infrastructure"]],
        [{ source: "state" }, ["infrastructure"]],
        [
            { ...inputsWith({ infrastructure: OTHER, rules: OTHER }), engine: { version: "3.226.0" } },
            ["infrastructure", "rules", "engine"],
        ],
    ];
    for (const [context, origins] of inputs) {
        it(`are ${origins.join(", ") || "unknown"} when ${JSON.stringify(context)} differs`, () => {
            assert.deepEqual(changesOf(one("compliant"), violated(context))[0]?.origins, origins);
        });
    }

    const everything = {
        ...inputsWith({ infrastructure: OTHER, rules: OTHER, levels: OTHER, exemptions: OTHER }),
        engine: { version: "3.226.0" },
    };

    it("are the rules alone where one report alone has the rule", () => {
        const before = reportWith({ rules: [], resources: ["x"], findings: [] });
        assert.deepEqual(changesOf(before, violated(everything))[0]?.origins, ["rules"]);
    });

    it("are the infrastructure alone where one report alone has the resource", () => {
        const before = reportWith({ rules: ["a"], resources: [], findings: [] });
        assert.deepEqual(changesOf(before, violated(everything))[0]?.origins, ["infrastructure"]);
        assert.deepEqual(changesOf(violated(everything), before)[0]?.origins, ["infrastructure"]);
    });

    it("are the configuration of the rules alone where one report alone has the rule disabled", () => {
        const before = reportWith({ rules: ["a"], resources: ["x"], findings: [], disabled: ["a"] });
        assert.deepEqual(changesOf(before, violated(everything))[0]?.origins, ["levels"]);
    });

    it("are both where the rule and the resource are new", () => {
        const before = reportWith({ rules: [], resources: [], findings: [] });
        assert.deepEqual(changesOf(before, violated(everything))[0]?.origins, ["infrastructure", "rules"]);
    });

    it("are the exemptions alone where a violation gets or loses its cover", () => {
        assert.deepEqual(changesOf(one("exempted"), violated(everything))[0]?.origins, ["exemptions"]);
        assert.deepEqual(changesOf(violated(everything), one("exempted"))[0]?.origins, ["exemptions"]);
    });

    it("are not the exemptions where neither the register nor what is in force differs", () => {
        const rules = inputsWith({ rules: OTHER });
        assert.deepEqual(changesOf(one("exempted"), one("violation", rules))[0]?.origins, ["rules"]);
    });

    it("of the whole name the exemptions when one expired without an edit of the register", () => {
        const covering = {
            ignored: false,
            faults: [],
            inForce: [{ id: "EX-2026-001" } as Report["exemptions"]["inForce"][number]],
        };
        const before = one("exempted", { exemptions: covering });
        assert.deepEqual(compare(baseline(before), one("violation")).origins, ["exemptions"]);
        const ignored = one("violation", { exemptions: { ...covering, ignored: true } });
        assert.deepEqual(compare(baseline(before), ignored).origins, ["exemptions"]);
        assert.deepEqual(compare(baseline(before), one("exempted", { exemptions: covering })).origins, []);
    });
});

describe("the comparison of reports", () => {
    const before = reportWith({
        rules: ["a", "b-old", "b-off", "c-on"],
        resources: ["defender-plan", "x"],
        disabled: ["c-on"],
        findings: [
            ["a", "x", "compliant"],
            ["b-off", "x", "compliant"],
        ],
    });
    const after = reportWith({
        rules: ["a", "b-new", "b-off", "c-on"],
        resources: ["x", "y"],
        disabled: ["b-off"],
        findings: [
            ["a", "x", "violation"],
            ["c-on", "x", "compliant"],
        ],
    });
    const changes = compare(baseline(before), after);

    it("names resources that are new or gone, whatever was judged on them", () => {
        assert.deepEqual(changes.resources, {
            added: [resource("y")],
            removed: [resource("defender-plan")],
        });
    });

    it("names rules that are new, gone, disabled and enabled", () => {
        assert.deepEqual(changes.rules, {
            added: ["b-new"],
            removed: ["b-old"],
            disabled: ["b-off"],
            enabled: ["c-on"],
        });
    });

    it("names requirements whose status differs", () => {
        assert.deepEqual(changes.requirements, [
            { framework: "hds", requirement: "R1", before: "undetermined", after: "nonCompliant" },
            { framework: "hds", requirement: "R2", before: "compliant", after: "undetermined" },
        ]);
    });

    it("names requirements that one report alone has", () => {
        const none = { ...before, frameworks: [] };
        assert.deepEqual(
            compare(baseline(none), before).requirements.map((each) => [each.requirement, each.after]),
            [
                ["R1", "undetermined"],
                ["R2", "compliant"],
            ],
        );
        assert.deepEqual(
            compare(baseline(before), none).requirements.map((each) => [each.requirement, each.before]),
            [
                ["R1", "undetermined"],
                ["R2", "compliant"],
            ],
        );
    });

    it("says which report it compares with", () => {
        assert.deepEqual(changes.previous, {
            generatedAt: CONTEXT.generatedAt,
            commit: CONTEXT.commit?.id,
            decision: "reserved",
            digest: "9".repeat(64),
        });
    });

    for (const [key, name] of [
        ["stack", "pile"],
        ["project", "projet"],
    ] as const) {
        it(`refuses a report on another ${key}`, () => {
            const other = { ...after, [key]: "another" };
            assert.throws(
                () => compare(baseline(before), other),
                (error) =>
                    error instanceof UserError &&
                    error.message.startsWith(name) &&
                    error.message.includes(before[key]) &&
                    error.message.includes("another"),
            );
        });
    }

    it("gives what the model accepts", () => {
        const whole = withChanges(after, baseline(before));
        assert.deepEqual(reportModel.parse(whole), whole);
        assert.deepEqual(whole.changes, changes);
    });
});
