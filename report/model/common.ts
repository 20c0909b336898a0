import * as z from "zod";

export const count = z.int().nonnegative();

export const text = z.object({ fr: z.string(), en: z.string() }).describe("One text in both languages.");

export const verdict = z
    .enum(["compliant", "violation", "undecided", "exempted"])
    .describe(
        "undecided: a value that the rule needs is unknown: before deployment, or from an exported state. " +
            "exempted: violations that an exemption in force covers. A rule that does not apply gives no finding.",
    );

export const status = z
    .enum(["compliant", "evidenceRequired", "exempted", "nonCompliant", "undetermined", "notApplicable"])
    .describe(
        "nonCompliant: a violation. undetermined: no violation, but an undecided verdict, a disabled rule, " +
            "or rules of which none applied to any resource; `causes` tells which. " +
            "exempted: none of these, but violations that exemptions cover. " +
            "Else, where it has rules, every verdict is compliant, and there is one: " +
            "evidenceRequired where the rules cover the requirement in part, compliant where they cover the whole of it. " +
            "Without rules: evidenceRequired, or notApplicable with the reason.",
    );

export const findingCounts = z.object({
    compliant: count,
    violation: count,
    undecided: count,
    exempted: count,
});

export const statusCounts = z.object({
    compliant: count,
    evidenceRequired: count,
    exempted: count,
    nonCompliant: count,
    undetermined: count,
    notApplicable: count,
});

export const cause = z.enum(["undecidedValue", "disabledRule", "nothingToJudge"]);

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const decision = z
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
