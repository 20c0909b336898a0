import type {
    Finding,
    FindingCounts,
    Report,
    ReportRequirement,
    ReportResource,
    ReportRule,
    StatusCounts,
} from "./model";

export const NO_FINDINGS: FindingCounts = { compliant: 0, violation: 0, undecided: 0, exempted: 0 };

/** Days left, the last included, from which an exemption is to be looked at, then to be acted on. */
export const SOON_DAYS = 90;
export const URGENT_DAYS = 30;

const NO_STATUSES: StatusCounts = {
    compliant: 0,
    evidenceRequired: 0,
    exempted: 0,
    nonCompliant: 0,
    undetermined: 0,
    notApplicable: 0,
};

/** The one place that counts: findings by verdict, requirements by status, resources and rules by what was judged. */
export function summaryOf(
    report: Pick<Report, "findings" | "frameworks" | "resources" | "rules" | "disabledRules">,
): Report["summary"] {
    const { findings, frameworks, resources, rules, disabledRules } = report;
    return {
        resources: countResources(resources),
        rules: countRules(rules, disabledRules),
        findings: countFindings(findings),
        requirements: countStatuses(frameworks.flatMap(({ requirements }) => requirements)),
    };
}

function countFindings(findings: Iterable<Pick<Finding, "verdict">>): FindingCounts {
    const counts = { ...NO_FINDINGS };
    for (const { verdict } of findings) {
        counts[verdict] += 1;
    }
    return counts;
}

export function countByRule(findings: readonly Finding[]): ReadonlyMap<string, FindingCounts> {
    const counts = new Map<string, FindingCounts>();
    for (const { rule, verdict } of findings) {
        const count = counts.get(rule) ?? { ...NO_FINDINGS };
        counts.set(rule, count);
        count[verdict] += 1;
    }
    return counts;
}

/** How many verdicts there are of any kind. */
export function totalOf({ compliant, violation, undecided, exempted }: FindingCounts): number {
    return compliant + violation + undecided + exempted;
}

export function countStatuses(requirements: readonly Pick<ReportRequirement, "status">[]): StatusCounts {
    const counts = { ...NO_STATUSES };
    for (const { status } of requirements) {
        counts[status] += 1;
    }
    return counts;
}

export function sumFindings(counts: readonly FindingCounts[]): FindingCounts {
    return counts.reduce(
        (sum, { compliant, violation, undecided, exempted }) => ({
            compliant: sum.compliant + compliant,
            violation: sum.violation + violation,
            undecided: sum.undecided + undecided,
            exempted: sum.exempted + exempted,
        }),
        NO_FINDINGS,
    );
}

function countResources(resources: readonly ReportResource[]): Report["summary"]["resources"] {
    const declared = resources.filter(isDeclared);
    const open = declared.filter(({ opaque }) => opaque !== true);
    const examined = open.filter(({ rules }) => rules > 0);
    const genericOnly = open.filter(({ rules, genericRules }) => rules === 0 && genericRules > 0);
    return {
        declared: declared.length,
        examined: examined.length,
        genericOnly: genericOnly.length,
        opaque: declared.length - open.length,
        unexamined: open.length - examined.length - genericOnly.length,
    };
}

/** Whether a resource counts in the coverage: what a provider manages, or what holds resources that no rule sees. */
export function isDeclared({ kind, opaque }: ReportResource): boolean {
    return kind === "resource" || opaque === true;
}

function countRules(
    rules: readonly ReportRule[],
    disabledRules: readonly string[],
): Report["summary"]["rules"] {
    return {
        total: rules.length,
        judged: rules.filter(({ findings }) => totalOf(findings) > 0).length,
        idle: idleRules({ rules, disabledRules }).length,
        disabled: disabledRules.filter((id) => rules.some((rule) => rule.id === id)).length,
    };
}

/** The rules that found nothing to judge, though they were not disabled. */
export function idleRules({
    rules,
    disabledRules,
}: {
    readonly rules: readonly ReportRule[];
    readonly disabledRules: readonly string[];
}): readonly ReportRule[] {
    const disabled = new Set(disabledRules);
    return rules.filter(({ id, findings }) => totalOf(findings) === 0 && !disabled.has(id));
}

/** How many findings each exemption covers; those that cover none are not in it. */
export function countByExemption(findings: readonly Finding[]): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { exemption } of findings) {
        if (exemption !== undefined) {
            counts.set(exemption.id, (counts.get(exemption.id) ?? 0) + 1);
        }
    }
    return counts;
}
