import { rulesOfRequirement } from "../policies/framework";
import { isOpaque } from "../policies/opaque";
import { normaliseToken } from "../policies/token";
import type { Judged } from "./findings";
import { type Framework, type Requirement, type Rule, rulesById } from "./framework";
import {
    type Finding,
    type FindingCounts,
    type Report,
    type ReportFramework,
    type ReportRequirement,
    type ReportResource,
    type ReportRule,
    type ReportSource,
    type Status,
    type StatusCounts,
} from "./model";
import { SCHEMA_VERSION } from "./schema-version";
import type { RegisteredResource } from "./run/record";
import { isRootStack, nameOf } from "../policies/urn";

/** What a report says of its run beside the verdicts. */
export type RunContext = Pick<
    Report,
    | "project"
    | "stack"
    | "source"
    | "generatedAt"
    | "simulated"
    | "engine"
    | "commit"
    | "exemptions"
    | "disabledRules"
    | "remediations"
>;

/** The report on what was judged. */
export function assess(judged: Judged, frameworks: readonly Framework[], context: RunContext): Report {
    const { findings: found, packVersions } = judged;
    const byRule = countByRule(found);
    const rules = rulesById(frameworks);
    const disabled: ReadonlySet<string> = new Set(context.disabledRules);
    const byResource = countRules(found, rules);

    const reported = frameworks.map((framework): ReportFramework => {
        const packVersion = packVersions.get(framework.id);
        const requirements = framework.requirements.map((requirement) =>
            assessRequirement(requirement, byRule, disabled),
        );
        return {
            id: framework.id,
            title: framework.title,
            version: framework.version,
            url: framework.url,
            ...(packVersion === undefined ? {} : { packVersion }),
            requirements,
            statuses: countStatuses(requirements),
        };
    });
    const resources = [...judged.resources]
        .map(([urn, resource]) =>
            describeResource(urn, resource, byResource.get(urn) ?? { rules: 0, genericRules: 0 }),
        )
        .sort((a, b) => (a.urn < b.urn ? -1 : 1));
    const declared = resources.filter(({ kind, opaque }) => kind === "resource" || opaque === true);
    const open = declared.filter(({ opaque }) => opaque !== true);

    return {
        schemaVersion: SCHEMA_VERSION,
        ...context,
        summary: {
            resources: {
                declared: declared.length,
                examined: open.filter(({ rules }) => rules > 0).length,
                genericOnly: open.filter((resource) => resource.rules === 0 && resource.genericRules > 0)
                    .length,
                opaque: declared.length - open.length,
            },
            findings: sum([...byRule.values()]),
            requirements: countStatuses(reported.flatMap(({ requirements }) => requirements)),
        },
        frameworks: reported,
        sources: describeSources(frameworks),
        rules: describeRules(rules, frameworks, byRule),
        resources,
        findings: found,
    };
}

/** How much of a requirement its rules show. */
export type Extent = "whole" | "part" | "nothing" | "notApplicable";

/**
 * The one place that turns verdicts into a status. It never says compliant for what no rule looked at, nor for what the
 * rules cover in part only, nor where a rule was disabled.
 */
export function statusOf(
    { compliant, violation, undecided, exempted }: FindingCounts,
    extent: Extent = "whole",
    disabled = false,
): Status {
    if (extent === "notApplicable") {
        return "notApplicable";
    }
    if (extent === "nothing") {
        return "evidenceRequired";
    }
    if (violation > 0) {
        return "nonCompliant";
    }
    if (undecided > 0 || disabled) {
        return "undetermined";
    }
    if (exempted > 0) {
        return "exempted";
    }
    if (compliant === 0) {
        return "notAssessed";
    }
    return extent === "part" ? "evidenceRequired" : "compliant";
}

function assessRequirement(
    requirement: Requirement,
    byRule: ReadonlyMap<string, FindingCounts>,
    disabled: ReadonlySet<string>,
): ReportRequirement {
    const { id, title, activities } = requirement;
    const rules = rulesOfRequirement(requirement).map((rule) => rule.id);
    const counts = sum(rules.map((rule) => byRule.get(rule) ?? NO_FINDINGS));
    return {
        id,
        title,
        ...(activities === undefined ? {} : { activities }),
        ...howAssessed(requirement),
        status: statusOf(
            counts,
            extentOf(requirement),
            rules.some((rule) => disabled.has(rule)),
        ),
        rules,
        findings: counts,
    };
}

function extentOf(requirement: Requirement): Extent {
    switch (requirement.status) {
        case "automated":
            return requirement.evidence === undefined ? "whole" : "part";
        case "evidence":
            return "nothing";
        case "notApplicable":
            return "notApplicable";
    }
}

function howAssessed(requirement: Requirement): Pick<ReportRequirement, "chain" | "evidence" | "why"> {
    switch (requirement.status) {
        case "automated":
            return {
                chain: requirement.chain.map(({ sources, rules }) => ({
                    sources: sources.map(({ id }) => id),
                    rules: rules.map(({ id }) => id),
                })),
                ...(requirement.evidence && { evidence: requirement.evidence }),
            };
        case "evidence":
            return { chain: [], evidence: requirement.evidence };
        case "notApplicable":
            return { chain: [], why: requirement.why };
    }
}

/** The sources that the chains cite, each once, by id. */
function describeSources(frameworks: readonly Framework[]): ReportSource[] {
    const cited = frameworks
        .flatMap(({ requirements }) => requirements)
        .flatMap((requirement) => (requirement.status === "automated" ? requirement.chain : []))
        .flatMap(({ sources }) => sources);
    return [...new Map(cited.map((source) => [source.id, source])).values()].sort((a, b) =>
        a.id < b.id ? -1 : 1,
    );
}

function describeRules(
    rules: ReadonlyMap<string, Rule>,
    frameworks: readonly Framework[],
    byRule: ReadonlyMap<string, FindingCounts>,
): ReportRule[] {
    const citing = groupBy(
        frameworks.flatMap((framework) =>
            framework.requirements.flatMap((requirement) =>
                rulesOfRequirement(requirement).map((rule) => ({
                    rule: rule.id,
                    cited: { framework: framework.id, requirement: requirement.id },
                })),
            ),
        ),
        ({ rule }) => rule,
    );
    return [...rules.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, title, why, remediation, severity, url }) => ({
            id,
            title,
            why,
            remediation,
            severity,
            url,
            requirements: (citing.get(id) ?? []).map(({ cited }) => cited),
            findings: byRule.get(id) ?? NO_FINDINGS,
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
    const opaque = isOpaque(normaliseToken(type)) ? { opaque: true as const } : {};
    return { urn, type, name: nameOf(urn), kind, ...opaque, ...counts };
}

/** How many verdicts there are on each resource, by kind of rule. */
function countRules(found: readonly Finding[], rules: ReadonlyMap<string, Rule>) {
    const counts = new Map<string, { rules: number; genericRules: number }>();
    for (const { rule, resource } of found) {
        const count = counts.get(resource) ?? { rules: 0, genericRules: 0 };
        counts.set(resource, count);
        count[rules.get(rule)?.generic === true ? "genericRules" : "rules"] += 1;
    }
    return counts;
}

const NO_FINDINGS: FindingCounts = { compliant: 0, violation: 0, undecided: 0, exempted: 0 };

function countByRule(found: readonly Finding[]): ReadonlyMap<string, FindingCounts> {
    const counts = new Map<string, FindingCounts>();
    for (const { rule, verdict } of found) {
        const count = counts.get(rule) ?? { ...NO_FINDINGS };
        counts.set(rule, count);
        count[verdict] += 1;
    }
    return counts;
}

function sum(counts: readonly FindingCounts[]): FindingCounts {
    return {
        compliant: counts.reduce((total, { compliant }) => total + compliant, 0),
        violation: counts.reduce((total, { violation }) => total + violation, 0),
        undecided: counts.reduce((total, { undecided }) => total + undecided, 0),
        exempted: counts.reduce((total, { exempted }) => total + exempted, 0),
    };
}

function countStatuses(requirements: readonly ReportRequirement[]): StatusCounts {
    const counts: StatusCounts = {
        compliant: 0,
        evidenceRequired: 0,
        exempted: 0,
        nonCompliant: 0,
        undetermined: 0,
        notAssessed: 0,
        notApplicable: 0,
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
