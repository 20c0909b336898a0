import type { EnforcementLevel, ReportViolation } from "@pulumi/policy";

import type { RuleDescription } from "../rule";

/** A violation in the form that the SDK takes beside a bare message, though its types do not say so. */
export interface Violation {
    readonly message: string;
    readonly urn?: string;
    /** By default the level of the policy. */
    readonly enforcementLevel?: EnforcementLevel;
}

/** Tells the engine of a violation; unlike a bare message, the SDK does not put the policy's description above it. */
export function report(reportViolation: ReportViolation, violation: Violation): void {
    (reportViolation as unknown as (violation: Violation) => void)(violation);
}

/** What the engine shows of a rule. */
export function fullTitle({ title }: Pick<RuleDescription, "title">): string {
    return `${title.fr} / ${title.en}`;
}
