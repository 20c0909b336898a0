import { defenderPlanStandard } from "../../../policies/rules/governance/defender-plan-standard";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(defenderPlanStandard, {
    type: "azure-native:security:Pricing",
    accepts: { "a plan that detects": compliant({ pricingTier: "Standard" }) },
    rejects: {
        "the free plan": violation(
            { pricingTier: "Free" },
            "pricingTier : attendu « Standard », obtenu « Free »",
        ),
    },
    unset: { "the tier": violation({}, "pricingTier : attendu « Standard », non défini") },
    unknown: { "the tier": undecided({ pricingTier: UNKNOWN }, "pricingTier") },
    otherType: "azure-native:security:SecurityContact",
});
