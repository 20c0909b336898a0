import type { Status, Verdict } from "../model";

/** How bad a verdict is. A rule that does not apply finds nothing, as one that is respected. */
const VERDICT_RANK: Readonly<Record<Verdict, number>> = {
    compliant: 0,
    exempted: 1,
    undecided: 2,
    violation: 3,
};

/** How far a status is from compliance shown; what does not apply lacks nothing. */
const STATUS_RANK: Readonly<Record<Status, number>> = {
    notApplicable: 0,
    compliant: 0,
    evidenceRequired: 1,
    exempted: 2,
    undetermined: 3,
    nonCompliant: 4,
};

/** Whether a verdict is worse than another; `undefined` where the rule does not apply. */
export function isWorse(verdict: Verdict | undefined, than: Verdict | undefined): boolean {
    return rank(verdict) > rank(than);
}

function rank(verdict: Verdict | undefined): number {
    return verdict === undefined ? 0 : VERDICT_RANK[verdict];
}

/** Whether a requirement is worse off than before; one that is new or gone is neither better nor worse. */
export function isWorseStatus(status: Status | undefined, than: Status | undefined): boolean {
    return status !== undefined && than !== undefined && STATUS_RANK[status] > STATUS_RANK[than];
}
