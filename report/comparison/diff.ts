import { type Baseline, compare } from "../comparison";
import type { Changes } from "../model";
import type { Text } from "../words/language";
import { isWorseStatus } from "./order";
import { CAVEATS } from "./words";

/** Two reports on one stack, and what changed between them. */
export interface Diff {
    readonly before: Baseline;
    readonly after: Baseline;
    readonly changes: Changes;
    /** Why the comparison may mislead. */
    readonly caveats: readonly Text[];
}

/** @throws UserError when the reports are not on the same stack. */
export function diffOf(before: Baseline, after: Baseline): Diff {
    return {
        before,
        after,
        changes: compare(before, after.report),
        caveats: caveatsOf(before, after),
    };
}

/** Whether anything is worse than before, or was judged before and is not any longer. */
export function hasRegressed({ findings, requirements, rules }: Changes): boolean {
    return (
        findings.some(({ kind }) => kind !== "improvement") ||
        requirements.some(({ before, after }) => isWorseStatus(after, before)) ||
        rules.disabled.length + rules.removed.length > 0
    );
}

function caveatsOf(before: Baseline, after: Baseline): readonly Text[] {
    const [a, b] = [before.report, after.report];
    return [
        ...(before.digest === after.digest ? [CAVEATS.same] : []),
        ...(Date.parse(a.generatedAt) > Date.parse(b.generatedAt) ? [CAVEATS.order] : []),
        ...(a.source === b.source ? [] : [CAVEATS.source]),
        ...(a.simulated === b.simulated ? [] : [CAVEATS.simulated]),
    ];
}
