import { createHash } from "node:crypto";
import { type Evidence, rulesOfRequirement } from "../policies/framework";
import { isOpaque } from "../policies/opaque";
import { normaliseToken } from "../policies/token";
import { NO_FINDINGS, countByRule, countStatuses, sumFindings, summaryOf } from "./counts";
import type { Judged } from "./findings";
import { groupBy } from "./group-by";
import { type Framework, type Requirement, type Rule, rulesById } from "./framework";
import {
    type Finding,
    type FindingCounts,
    type Report,
    type ReportEvidence,
    type ReportFramework,
    type ReportRequirement,
    type ReportResource,
    type ReportRule,
    type ReportSource,
} from "./model";
import { SCHEMA_VERSION } from "./schema-version";
import { type Extent, causesOf, decisionOf, statusOf } from "./status";
import type { RegisteredResource } from "./preview/record";
import { isRootStack, nameOf } from "../policies/urn";

/** What a report says of its run beside the verdicts. */
export type RunContext = Pick<
    Report,
    | "project"
    | "stack"
    | "architecture"
    | "source"
    | "generatedAt"
    | "simulated"
    | "engine"
    | "commit"
    | "ci"
    | "inputs"
    | "undecided"
    | "exemptions"
    | "disabledRules"
    | "remediations"
    | "facts"
    | "registers"
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
    const described = describeRules(rules, frameworks, byRule);
    const summary = summaryOf({
        ...context,
        findings: found,
        frameworks: reported,
        resources,
        rules: described,
    });
    return {
        schemaVersion: SCHEMA_VERSION,
        ...context,
        decision: decisionOf({ ...context, findings: summary.findings }),
        summary,
        frameworks: reported,
        evidence: describeEvidence(frameworks),
        sources: describeSources(frameworks),
        rules: described,
        resources,
        findings: found,
    };
}

function assessRequirement(
    requirement: Requirement,
    byRule: ReadonlyMap<string, FindingCounts>,
    disabled: ReadonlySet<string>,
): ReportRequirement {
    const { id, title, activities } = requirement;
    const rules = rulesOfRequirement(requirement).map((rule) => rule.id);
    const counts = sumFindings(rules.map((rule) => byRule.get(rule) ?? NO_FINDINGS));
    const judged = [counts, extentOf(requirement), rules.some((rule) => disabled.has(rule))] as const;
    return {
        id,
        title,
        ...(activities === undefined ? {} : { activities }),
        ...howAssessed(requirement),
        status: statusOf(...judged),
        causes: causesOf(...judged),
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
                ...(requirement.evidence && { evidence: evidenceId(requirement.evidence) }),
            };
        case "evidence":
            return { chain: [], evidence: evidenceId(requirement.evidence) };
        case "notApplicable":
            return { chain: [], why: requirement.why };
    }
}

/** What people must provide, each document once, in the order of the frameworks. */
function describeEvidence(frameworks: readonly Framework[]): ReportEvidence[] {
    const documents = new Map<string, ReportEvidence>();
    for (const framework of frameworks) {
        for (const requirement of framework.requirements) {
            const evidence = requirement.status === "notApplicable" ? undefined : requirement.evidence;
            if (evidence !== undefined) {
                const id = evidenceId(evidence);
                const known: ReportEvidence = documents.get(id) ?? { id, ...evidence, requirements: [] };
                known.requirements.push({ framework: framework.id, requirement: requirement.id });
                documents.set(id, known);
            }
        }
    }
    return [...documents.values()];
}

function evidenceId({ owner, document }: Evidence): string {
    const digest = createHash("sha256").update(`${owner.fr}\n${document.fr}`).digest("hex");
    return `P-${digest.slice(0, 8)}`;
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
