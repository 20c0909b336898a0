import type { Level } from "../policies/pack-config";
import type { Cause, Decision, FindingCounts, Report, Status } from "./model";

/** How much of a requirement its rules show. */
export type Extent = "whole" | "part" | "nothing" | "notApplicable";

/**
 * The one place that turns verdicts into a status. It never says compliant for what no rule looked at, nor for what the
 * rules cover in part only, nor where a rule was disabled.
 */
export function statusOf(counts: FindingCounts, extent: Extent, disabled = false): Status {
    if (extent === "notApplicable") {
        return "notApplicable";
    }
    if (extent === "nothing") {
        return "evidenceRequired";
    }
    if (counts.violation > 0) {
        return "nonCompliant";
    }
    if (openCauses(counts, disabled).length > 0) {
        return "undetermined";
    }
    if (counts.exempted > 0) {
        return "exempted";
    }
    return extent === "part" ? "evidenceRequired" : "compliant";
}

/** Why a requirement is undetermined; empty where it is not. */
export function causesOf(counts: FindingCounts, extent: Extent, disabled = false): Cause[] {
    return statusOf(counts, extent, disabled) === "undetermined" ? openCauses(counts, disabled) : [];
}

function openCauses({ compliant, undecided, exempted }: FindingCounts, disabled: boolean): Cause[] {
    return [
        ...(undecided > 0 ? (["undecidedValue"] as const) : []),
        ...(disabled ? (["disabledRule"] as const) : []),
        ...(compliant + undecided + exempted === 0 ? (["nothingToJudge"] as const) : []),
    ];
}

/** What a stack does with undecided verdicts, by the level of the policy that reports them. What cannot be remedied is mandatory at that level too: so the policy SDK has it. */
export function undecidedAt(level: Level | undefined): Report["undecided"] {
    return level === "mandatory" || level === "remediate" ? "fail" : "warn";
}

/** What the decision on a release follows from. */
export type Judgement = Pick<Report, "simulated" | "undecided" | "exemptions" | "disabledRules"> & {
    readonly findings: FindingCounts;
};

/** The one place that says whether a release may go. */
export function decisionOf({
    simulated,
    findings,
    undecided,
    exemptions,
    disabledRules,
}: Judgement): Decision {
    const { compliant, violation, undecided: unknown, exempted } = findings;
    const refusals = reasons([
        ["violations", violation],
        ["undecidedRefused", undecided === "fail" ? unknown : 0],
        ["registerFaults", exemptions.faults.length],
    ]);
    if (refusals.length > 0) {
        return { verdict: "refused", reasons: refusals };
    }
    if (compliant + unknown + exempted === 0) {
        return { verdict: "inconclusive", reasons: [{ code: "nothingJudged", count: 1 }] };
    }
    const reserves = reasons([
        ["simulated", simulated ? 1 : 0],
        ["undecided", unknown],
        ["exempted", exempted],
        ["disabledRules", disabledRules.length],
    ]);
    return { verdict: reserves.length > 0 ? "reserved" : "accepted", reasons: reserves };
}

function reasons(counts: readonly [Decision["reasons"][number]["code"], number][]): Decision["reasons"] {
    return counts.filter(([, count]) => count > 0).map(([code, count]) => ({ code, count }));
}
