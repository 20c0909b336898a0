import * as z from "zod";
import { decision, sha256, status, verdict } from "./common";

export const origin = z.enum(["infrastructure", "rules", "levels", "exemptions", "engine"]);

export const changes = z
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
