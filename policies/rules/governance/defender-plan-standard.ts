import type { PricingArgs } from "@pulumi/azure-native/security/pricing";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const defenderPlanStandard = defineRule({
    id: "defender-plan-standard",
    title: {
        fr: "Les plans Defender sont au niveau qui détecte les menaces",
        en: "The Defender plans are at the tier that detects threats",
    },
    why: {
        fr: "Le niveau gratuit ne détecte ni accès anormal à un coffre, ni logiciel malveillant déposé dans un stockage.",
        en: "The free tier detects neither odd access to a vault nor malware dropped in a storage account.",
    },
    remediation: {
        fr: "Mettre pricingTier à « Standard ».",
        en: 'Set pricingTier to "Standard".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction",
    appliesTo: ["azure-native:security:Pricing"],
    examples: {
        compliant: [
            {
                type: "azure-native:security:Pricing",
                properties: {
                    pricingName: "KeyVaults",
                    pricingTier: "Standard",
                } satisfies Partial<PricingArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:security:Pricing",
                properties: { pricingName: "KeyVaults", pricingTier: "Free" } satisfies Partial<PricingArgs>,
            },
        ],
    },
    check(plan) {
        plan.expect("pricingTier", anyCase("Standard"));
    },
});
