import * as z from "zod";
import { registers } from "./registers/model";
import { SCHEMA_VERSION } from "./schema-version";

const count = z.int().nonnegative();

const text = z.object({ fr: z.string(), en: z.string() }).describe("One text in both languages.");

const verdict = z
    .enum(["compliant", "violation", "undecided", "exempted"])
    .describe(
        "undecided: a value that the rule needs is unknown before deployment. " +
            "exempted: violations that an exemption in force covers. A rule that does not apply gives no finding.",
    );

const status = z
    .enum(["compliant", "evidenceRequired", "exempted", "nonCompliant", "undetermined", "notApplicable"])
    .describe(
        "nonCompliant: a violation. undetermined: no violation, but an undecided verdict, a disabled rule, " +
            "or rules of which none applied to any resource; `causes` tells which. " +
            "exempted: none of these, but violations that exemptions cover. " +
            "Else, where it has rules, every verdict is compliant, and there is one: " +
            "evidenceRequired where the rules cover the requirement in part, compliant where they cover the whole of it. " +
            "Without rules: evidenceRequired, or notApplicable with the reason.",
    );

const findingCounts = z.object({ compliant: count, violation: count, undecided: count, exempted: count });
const statusCounts = z.object({
    compliant: count,
    evidenceRequired: count,
    exempted: count,
    nonCompliant: count,
    undetermined: count,
    notApplicable: count,
});

const cause = z.enum(["undecidedValue", "disabledRule", "nothingToJudge"]);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const source = z
    .object({ id: z.string(), title: text, url: z.url() })
    .describe("A text, or a choice of the project, that sets what rules demand.");

const link = z.object({
    sources: z
        .array(z.string())
        .describe(
            "Ids of sources of this report; empty where the requirement itself sets what the rules demand.",
        ),
    rules: z.array(z.string()).describe("Ids of rules of this report."),
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
            .describe("What is and what is expected, in French; empty unless a violation, covered or not."),
        undecided: z.array(z.string()).describe("Paths of the values that are unknown before deployment."),
        exemption: z
            .object({ id: z.string(), expires: z.iso.date(), daysLeft: count })
            .optional()
            .describe("The exemption that covers its violations; absent where none does."),
        since: z.iso
            .datetime()
            .optional()
            .describe(
                "When the chain of reports that this one ends first had it open; absent where it is compliant.",
            ),
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
    activities: z
        .array(z.int().min(1).max(6))
        .readonly()
        .optional()
        .describe(
            "HDS: the hosting activities whose means it bears on, as art. R.1111-9 of the CSP numbers them.",
        ),
    chain: z.array(link).describe("From the requirement through the sources of thresholds to the rules."),
    evidence: z
        .string()
        .optional()
        .describe(
            "Id in the list of evidence: what a person must provide because no rule can show it; " +
                "absent where the rules cover the whole.",
        ),
    why: text.optional().describe("Why it does not apply; absent where it does."),
    status,
    causes: z.array(cause).describe("Why its status is undetermined; empty where it is another."),
    rules: z.array(z.string()).describe("Ids of the rules that check it."),
    findings: findingCounts,
});

const framework = z.object({
    id: z.string(),
    title: text,
    version: z.string(),
    url: z.url(),
    packVersion: z
        .string()
        .optional()
        .describe(
            "Version of the policy pack that judged; absent where other frameworks' packs judge its rules.",
        ),
    requirements: z.array(requirement),
    statuses: statusCounts,
});

const evidence = z.object({
    id: z.string().describe("`P-` and eight hexadecimal digits that derive from the document."),
    owner: text.describe("Who provides it."),
    document: text,
    requirements: z.array(z.object({ framework: z.string(), requirement: z.string() })),
});

const decision = z
    .object({
        verdict: z
            .enum(["refused", "inconclusive", "reserved", "accepted"])
            .describe(
                "refused: a violation, values refused for being unknown, or a register of exemptions at fault. " +
                    "inconclusive: no rule applied to anything. reserved: nothing refuses the release, but Azure was simulated, values are unknown, " +
                    "violations are exempted or rules disabled. accepted: none of these.",
            ),
        reasons: z.array(
            z.object({
                code: z.enum([
                    "violations",
                    "undecidedRefused",
                    "registerFaults",
                    "nothingJudged",
                    "simulated",
                    "undecided",
                    "exempted",
                    "disabledRules",
                ]),
                count: count.describe("Findings, faults or rules; 1 for what is not counted."),
            }),
        ),
    })
    .describe("Whether the release may go, as far as the rules judge. It replaces no approval.");

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

const origin = z.enum(["infrastructure", "rules", "levels", "exemptions", "engine"]);

const changes = z
    .object({
        previous: z.object({
            generatedAt: z.iso.datetime(),
            commit: z.string().optional(),
            decision: decision.shape.verdict,
            digest: sha256.describe("Of its `report.json`."),
        }),
        origins: z
            .array(origin)
            .describe(
                "What differs between the inputs of the two; a finding that changed comes from one of these.",
            ),
        findings: z
            .array(
                z.object({
                    kind: z
                        .enum(["regression", "unjudged", "improvement"])
                        .describe(
                            "unjudged: open before, and its rule is gone, disabled or can no longer conclude; nothing says that it was mended.",
                        ),
                    rule: z.string(),
                    resource: z.string().describe("URN."),
                    before: verdict.optional().describe("Absent where the rule did not apply."),
                    after: verdict.optional().describe("Absent where the rule does not apply."),
                    origins: z.array(origin).describe("What may have changed it; one where that is certain."),
                }),
            )
            .describe(
                "Regressions first, then the unjudged, each by severity. What is newly compliant is not among them, nor what was compliant and is gone: see `resources` and `rules`.",
            ),
        requirements: z.array(
            z.object({
                framework: z.string(),
                requirement: z.string(),
                before: status.optional(),
                after: status.optional(),
            }),
        ),
        resources: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }).describe("URNs."),
        rules: z.object({
            added: z.array(z.string()),
            removed: z.array(z.string()),
            disabled: z.array(z.string()).describe("In both reports, disabled in this one only."),
            enabled: z.array(z.string()).describe("In both reports, disabled in the previous one only."),
        }),
    })
    .describe("What changed since the previous report on the same stack.");

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
