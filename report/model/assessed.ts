import * as z from "zod";
import { cause, count, findingCounts, status, statusCounts, text, verdict } from "./common";

export const source = z
    .object({ id: z.string(), title: text, url: z.url() })
    .describe("A text, or a choice of the project, that sets what rules demand.");

export const link = z.object({
    sources: z
        .array(z.string())
        .describe(
            "Ids of sources of this report; empty where the requirement itself sets what the rules demand.",
        ),
    rules: z.array(z.string()).describe("Ids of rules of this report."),
});

export const finding = z
    .object({
        rule: z.string().describe("Id of a rule of this report."),
        resource: z
            .string()
            .describe("URN of a resource of this report; the stack's own for the stack as a whole."),
        verdict,
        messages: z
            .array(z.string())
            .describe("What is and what is expected, in French; empty unless a violation, covered or not."),
        undecided: z.array(z.string()).describe("Paths of the values that are unknown."),
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

export const rule = z.object({
    id: z.string(),
    title: text,
    why: text,
    remediation: text,
    severity: z.enum(["low", "medium", "high", "critical"]).describe("Proposed: the auditor qualifies."),
    url: z.url(),
    requirements: z.array(z.object({ framework: z.string(), requirement: z.string() })),
    findings: findingCounts,
});

export const requirement = z.object({
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

export const framework = z.object({
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

export const evidence = z.object({
    id: z.string().describe("`P-` and eight hexadecimal digits that derive from the document."),
    owner: text.describe("Who provides it."),
    document: text,
    requirements: z.array(z.object({ framework: z.string(), requirement: z.string() })),
});
