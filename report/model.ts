import * as z from "zod";

/** Raised when a reader of an older report would misread a new one. */
export const SCHEMA_VERSION = 1;

const count = z.int().nonnegative();

const text = z.object({ fr: z.string(), en: z.string() }).describe("One text in both languages.");

const verdict = z
    .enum(["compliant", "violation", "undecided"])
    .describe(
        "undecided: a value that the rule needs is unknown before deployment. A rule that does not apply gives no finding.",
    );

const status = z
    .enum(["compliant", "evidenceRequired", "nonCompliant", "undetermined", "notAssessed"])
    .describe(
        "nonCompliant: a violation. undetermined: no violation, but an undecided verdict. " +
            "notAssessed: no rule applied to any resource. Else every verdict is compliant, and there is one: " +
            "evidenceRequired where the rules cover the requirement in part, compliant where they cover the whole of it.",
    );

const findingCounts = z.object({ compliant: count, violation: count, undecided: count });
const statusCounts = z.object({
    compliant: count,
    evidenceRequired: count,
    nonCompliant: count,
    undetermined: count,
    notAssessed: count,
});

const finding = z
    .object({
        rule: z.string().describe("Id of a rule of this report."),
        resource: z
            .string()
            .describe("URN of a resource of this report; the stack's own for the stack as a whole."),
        verdict,
        messages: z
            .array(z.string())
            .describe("What is and what is expected, in French; empty unless a violation."),
        undecided: z.array(z.string()).describe("Paths of the values that are unknown before deployment."),
    })
    .describe("The verdict of one rule on one resource.");

const rule = z.object({
    id: z.string(),
    title: text,
    why: text,
    remediation: text,
    severity: z.enum(["low", "medium", "high", "critical"]).describe("Proposed: the auditor qualifies."),
    url: z.url(),
    requirements: z.array(z.object({ framework: z.string(), requirement: z.string() })),
    findings: findingCounts,
});

const requirement = z.object({
    id: z.string().describe("The framework's own number."),
    title: text,
    chain: z
        .string()
        .optional()
        .describe("Texts that the thresholds come from where the framework sets none."),
    evidence: text
        .optional()
        .describe(
            "What a person must provide because no rule can show it; absent where the rules cover the whole.",
        ),
    status,
    rules: z.array(z.string()).describe("Ids of the rules that check it."),
    findings: findingCounts,
});

const framework = z.object({
    id: z.string(),
    title: text,
    version: z.string(),
    url: z.url(),
    packVersion: z.string().describe("Version of the policy pack that judged."),
    requirements: z.array(requirement),
    statuses: statusCounts,
});

const resource = z.object({
    urn: z.string(),
    type: z.string(),
    name: z.string(),
    kind: z
        .enum(["resource", "component", "provider", "stack"])
        .describe("resource: what a provider manages. Only these count in the coverage."),
    rules: count.describe("How many rules gave a verdict on its settings."),
    genericRules: count.describe("How many gave one on what any resource has: type, region, tags, options."),
});

/** The one model that every output of the report is made from. */
export const reportModel = z
    .object({
        schemaVersion: z.literal(SCHEMA_VERSION),
        project: z.string(),
        stack: z.string(),
        generatedAt: z.iso.datetime().describe("UTC."),
        simulated: z
            .boolean()
            .describe("True when the preview ran in the sandbox, where Azure is simulated."),
        engine: z.object({ version: z.string() }),
        commit: z
            .object({
                id: z.string(),
                modified: z.boolean().describe("The work tree differed from the commit."),
            })
            .optional()
            .describe("Absent outside a Git work tree."),
        summary: z.object({
            resources: z.object({
                declared: count,
                examined: count.describe("Those whose settings at least one rule gave a verdict on."),
                genericOnly: count.describe("Those that only rules on type, region, tags or options saw."),
            }),
            findings: findingCounts,
            requirements: statusCounts,
        }),
        frameworks: z.array(framework),
        rules: z.array(rule),
        resources: z.array(resource),
        findings: z.array(finding),
    })
    .meta({
        $id: `urn:audioprothese-plus:report:${SCHEMA_VERSION.toString()}`,
        title: "AudioProthèse+ compliance report",
        description: "Verdicts of the policy packs on one Pulumi preview, before deployment.",
    });

export type Verdict = z.infer<typeof verdict>;
export type Status = z.infer<typeof status>;
export type Finding = z.infer<typeof finding>;
export type FindingCounts = z.infer<typeof findingCounts>;
export type StatusCounts = z.infer<typeof statusCounts>;
export type ReportRule = z.infer<typeof rule>;
export type ReportRequirement = z.infer<typeof requirement>;
export type ReportFramework = z.infer<typeof framework>;
export type ReportResource = z.infer<typeof resource>;
export type Report = z.infer<typeof reportModel>;

/** The published JSON schema (draft 2020-12) of `report.json`; `report/report.schema.json` holds it. */
export function reportJsonSchema(): object {
    return z.toJSONSchema(reportModel);
}
