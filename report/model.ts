import * as z from "zod";
import { evidence, finding, framework, link, requirement, rule, source } from "./model/assessed";
import { changes, origin } from "./model/changes";
import { cause, count, decision, findingCounts, sha256, status, statusCounts, verdict } from "./model/common";
import { registers } from "./registers/model";
import { SCHEMA_VERSION } from "./schema-version";

const inputs = z
    .object({
        infrastructure: sha256.describe(
            "Of the program and the stack's configuration; of the file for a state.",
        ),
        rules: sha256.describe("Of the rules and the frameworks."),
        levels: sha256.describe("Of the configuration of the packs for the stack."),
        exemptions: sha256.describe("Of the register."),
        digest: sha256.describe("Of the four above, in this order, in hexadecimal, one a line."),
    })
    .describe("SHA-256 of what the verdicts depend on, with the version of the engine.");

const fact = z.object({
    kind: z.enum(["location", "retention", "encryption", "access", "backup"]),
    resource: z.string().describe("URN."),
    property: z.string(),
    value: z.string(),
});

const resource = z.object({
    urn: z.string(),
    type: z.string(),
    name: z.string(),
    kind: z
        .enum(["resource", "component", "provider", "stack"])
        .describe("resource: what a provider manages. Only these count in the coverage."),
    opaque: z
        .literal(true)
        .optional()
        .describe(
            "It holds resources that no rule sees, such as those of a Helm chart. Counts in the coverage.",
        ),
    rules: count.describe("How many rules gave a verdict on its settings."),
    genericRules: count.describe("How many gave one on what any resource has: type, region, tags, options."),
});

const exemptions = z.object({
    ignored: z.boolean().describe("True when an auditor had them ignored: then none covers anything."),
    inForce: z
        .array(
            z.object({
                id: z.string(),
                rule: z.string(),
                resource: z.string().describe("URNs, `*` standing for any characters."),
                stack: z.string(),
                reason: z.string(),
                compensatingMeasure: z.string(),
                owner: z.string(),
                approver: z.string(),
                ticket: z.string(),
                granted: z.iso.date(),
                expires: z.iso.date().describe("Last day, included."),
                daysLeft: count,
            }),
        )
        .readonly()
        .describe("Those of this stack."),
    faults: z
        .array(z.object({ exemption: z.string(), message: z.string() }))
        .readonly()
        .describe("What is wrong with the register, expired exemptions among it: each refuses the stack."),
});

/** The one model that every output of the report is made from. */
export const reportModel = z
    .object({
        schemaVersion: z.literal(SCHEMA_VERSION),
        project: z.string(),
        stack: z.string(),
        source: z
            .enum(["preview", "state"])
            .describe(
                "preview: what the program declares, judged by the packs within the engine. " +
                    "state: what the engine recorded at the last update, judged without it.",
            ),
        generatedAt: z.iso.datetime().describe("UTC."),
        simulated: z
            .boolean()
            .describe("True when the preview ran in the sandbox, where Azure is simulated."),
        architecture: z
            .literal("cloud")
            .optional()
            .describe("The scenario that the program describes; absent for another program's state."),
        engine: z.object({ version: z.string() }).optional().describe("Absent for a state."),
        ci: z
            .object({
                system: z.string(),
                actor: z.string().describe("The account that started the run."),
                url: z.url().describe("Of the run."),
            })
            .optional()
            .describe("Absent where no known CI system ran it."),
        inputs,
        commit: z
            .object({
                id: z.string(),
                modified: z.boolean().describe("The work tree differed from the commit."),
            })
            .optional()
            .describe("Of the program: absent outside a Git work tree, and for a state."),
        undecided: z
            .enum(["warn", "fail"])
            .describe("What the stack's configuration does with verdicts that unknown values prevent."),
        decision,
        changes: changes.optional().describe("Absent for the first report of a chain."),
        summary: z.object({
            resources: z.object({
                declared: count,
                examined: count.describe("Those whose settings at least one rule gave a verdict on."),
                genericOnly: count.describe("Those that only rules on type, region, tags or options saw."),
                opaque: count.describe(
                    "Those that hold resources that no rule sees; not among the two above, whatever was judged.",
                ),
                unexamined: count.describe("Those that no rule saw."),
            }),
            rules: z.object({
                total: count,
                judged: count.describe("Those that gave at least one verdict."),
                idle: count.describe("Those that found nothing to judge."),
                disabled: count,
            }),
            findings: findingCounts,
            requirements: statusCounts,
        }),
        exemptions,
        disabledRules: z
            .array(z.string())
            .readonly()
            .describe("Ids of the rules that the configuration of the packs disables: they judged nothing."),
        remediations: z
            .array(z.object({ rule: z.string(), resource: z.string().describe("URN.") }))
            .readonly()
            .describe("What rules set right in the program's resources before they were judged."),
        frameworks: z.array(framework),
        evidence: z.array(evidence).describe("What people must provide, each document once."),
        sources: z.array(source).describe("Those that the chains cite."),
        rules: z.array(rule),
        resources: z.array(resource),
        findings: z.array(finding).readonly(),
        facts: z
            .array(fact)
            .readonly()
            .describe("Settings that the record of processing activities tells; never a secret."),
        registers: registers.optional().describe("Absent for another program's state."),
    })
    .meta({
        $id: `urn:audioprothese-plus:report:${SCHEMA_VERSION.toString()}`,
        title: "AudioProthèse+ compliance report",
        description:
            "Verdicts of the policy packs on one Pulumi preview, before deployment, or on one exported state.",
    });

export type Verdict = z.infer<typeof verdict>;
export type Status = z.infer<typeof status>;
export type Finding = z.infer<typeof finding>;
export type FindingCounts = z.infer<typeof findingCounts>;
export type StatusCounts = z.infer<typeof statusCounts>;
export type ReportExemptions = z.infer<typeof exemptions>;
export type ReportRule = z.infer<typeof rule>;
export type ReportRequirement = z.infer<typeof requirement>;
export type ReportFramework = z.infer<typeof framework>;
export type ReportLink = z.infer<typeof link>;
export type ReportSource = z.infer<typeof source>;
export type ReportResource = z.infer<typeof resource>;
export type ReportEvidence = z.infer<typeof evidence>;
export type Cause = z.infer<typeof cause>;
export type Decision = z.infer<typeof decision>;
export type Inputs = z.infer<typeof inputs>;
export type Origin = z.infer<typeof origin>;
export type Changes = z.infer<typeof changes>;
export type Fact = z.infer<typeof fact>;
export type Report = z.infer<typeof reportModel>;

/** The published JSON schema (draft 2020-12) of `report.json`; `report/report.schema.json` holds it. */
export function reportJsonSchema(): object {
    return z.toJSONSchema(reportModel);
}
