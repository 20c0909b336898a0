import { findings } from "./findings";
import { type Framework, type Requirement, type Rule, rulesById } from "./framework";
import {
    type Finding,
    type FindingCounts,
    type Report,
    type ReportFramework,
    type ReportRequirement,
    type ReportResource,
    type ReportRule,
    SCHEMA_VERSION,
    type Status,
    type StatusCounts,
} from "./model";
import type { RegisteredResource, RunRecord } from "./run/record";
import { isRootStack, nameOf } from "./run/urn";

/** What a report says of its run beside the verdicts. */
export type RunContext = Pick<
    Report,
    "project" | "stack" | "generatedAt" | "simulated" | "engine" | "commit"
>;

/** The report on a complete run (see `incompleteness`). */
export function assess(record: RunRecord, frameworks: readonly Framework[], context: RunContext): Report {
    const found = findings(record, frameworks);
    const byRule = groupBy(found, ({ rule }) => rule);
    const rules = rulesById(frameworks);
    const byResource = groupBy(found, ({ resource }) => resource);

    const reported = frameworks.map((framework): ReportFramework => {
        const requirements = framework.requirements.map((requirement) =>
            assessRequirement(requirement, byRule),
        );
        return {
            id: framework.id,
            title: framework.title,
            version: framework.version,
            url: framework.url,
            packVersion: record.packs.get(framework.id)?.version ?? "",
            requirements,
            statuses: countStatuses(requirements),
        };
    });
    const resources = [...record.resources]
        .map(([urn, resource]) => {
            const all = byResource.get(urn) ?? [];
            const generic = all.filter(({ rule }) => rules.get(rule)?.generic === true).length;
            return describeResource(urn, resource, { rules: all.length - generic, genericRules: generic });
        })
        .sort((a, b) => (a.urn < b.urn ? -1 : 1));
    const declared = resources.filter(({ kind }) => kind === "resource");

    return {
        schemaVersion: SCHEMA_VERSION,
        ...context,
        summary: {
            resources: {
                declared: declared.length,
                examined: declared.filter((resource) => resource.rules > 0).length,
                genericOnly: declared.filter((resource) => resource.rules === 0 && resource.genericRules > 0)
                    .length,
            },
            findings: countFindings(found),
            requirements: countStatuses(reported.flatMap(({ requirements }) => requirements)),
        },
        frameworks: reported,
        rules: describeRules(rules, frameworks, byRule),
        resources,
        findings: [...found],
    };
}

/**
 * The one place that turns verdicts into a status. It never says compliant for what no rule looked at, nor for what the
 * rules cover in part only.
 */
export function statusOf({ compliant, violation, undecided }: FindingCounts, partial = false): Status {
    if (violation > 0) {
        return "nonCompliant";
    }
    if (undecided > 0) {
        return "undetermined";
    }
    if (compliant === 0) {
        return "notAssessed";
    }
    return partial ? "evidenceRequired" : "compliant";
}

function assessRequirement(
    { id, title, chain, evidence, rules }: Requirement,
    byRule: ReadonlyMap<string, readonly Finding[]>,
): ReportRequirement {
    const counts = countFindings(rules.flatMap((rule) => byRule.get(rule.id) ?? []));
    return {
        id,
        title,
        ...(chain === undefined ? {} : { chain }),
        ...(evidence === undefined ? {} : { evidence }),
        status: statusOf(counts, evidence !== undefined),
        rules: rules.map((rule) => rule.id),
        findings: counts,
    };
}

function describeRules(
    rules: ReadonlyMap<string, Rule>,
    frameworks: readonly Framework[],
    byRule: ReadonlyMap<string, readonly Finding[]>,
): ReportRule[] {
    return [...rules.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, title, why, remediation, severity, url }) => ({
            id,
            title,
            why,
            remediation,
            severity,
            url,
            requirements: frameworks.flatMap((framework) =>
                framework.requirements
                    .filter((requirement) => requirement.rules.some((rule) => rule.id === id))
                    .map((requirement) => ({ framework: framework.id, requirement: requirement.id })),
            ),
            findings: countFindings(byRule.get(id) ?? []),
        }));
}

function describeResource(
    urn: string,
    { type, custom }: RegisteredResource,
    counts: Pick<ReportResource, "rules" | "genericRules">,
): ReportResource {
    const kind = isRootStack(urn)
        ? "stack"
        : type.startsWith("pulumi:providers:")
          ? "provider"
          : custom
            ? "resource"
            : "component";
    return { urn, type, name: nameOf(urn), kind, ...counts };
}

function countFindings(found: readonly Finding[]): FindingCounts {
    const counts: FindingCounts = { compliant: 0, violation: 0, undecided: 0 };
    for (const { verdict } of found) {
        counts[verdict] += 1;
    }
    return counts;
}

function countStatuses(requirements: readonly ReportRequirement[]): StatusCounts {
    const counts: StatusCounts = {
        compliant: 0,
        evidenceRequired: 0,
        nonCompliant: 0,
        undetermined: 0,
        notAssessed: 0,
    };
    for (const { status } of requirements) {
        counts[status] += 1;
    }
    return counts;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
    const groups = new Map<string, T[]>();
    for (const item of items) {
        const group = groups.get(key(item));
        if (group === undefined) {
            groups.set(key(item), [item]);
        } else {
            group.push(item);
        }
    }
    return groups;
}
