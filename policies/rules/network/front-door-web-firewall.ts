import type { PolicyArgs } from "@pulumi/azure-native/frontdoor/policy";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

/** Rule sets against attacks on applications; the others are against bots alone. */
const coreRules = anyCase("Microsoft_DefaultRuleSet", "DefaultRuleSet");

export const frontDoorWebFirewall = defineRule({
    id: "front-door-web-firewall",
    title: {
        fr: "Le pare-feu de Front Door bloque les attaques web",
        en: "The firewall of Front Door blocks web attacks",
    },
    why: {
        fr: "Éteint, en détection seule ou sans règles, il laisse passer injections et robots.",
        en: "Off, only detecting or without rules, it lets injections and bots through.",
    },
    remediation: {
        fr: "Mettre enabledState à « Enabled », mode à « Prevention » et un jeu de règles de Microsoft.",
        en: 'Set enabledState to "Enabled", mode to "Prevention" and a rule set of Microsoft.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/web-application-firewall/afds/afds-overview",
    appliesTo: ["azure-native:cdn:Policy", "azure-native:frontdoor:Policy"],
    examples: {
        compliant: [
            {
                type: "azure-native:frontdoor:Policy",
                properties: {
                    policySettings: { enabledState: "Enabled", mode: "Prevention" },
                    managedRules: {
                        managedRuleSets: [{ ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.1" }],
                    },
                } satisfies Partial<PolicyArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:frontdoor:Policy",
                properties: {
                    policySettings: { enabledState: "Enabled", mode: "Detection" },
                } satisfies Partial<PolicyArgs>,
            },
        ],
    },
    check(policy) {
        policy.expect("policySettings.enabledState", anyCase("Enabled"));
        policy.expect("policySettings.mode", anyCase("Prevention"));
        policy.settle(
            policy.anyItem("managedRules.managedRuleSets", (set) => set.meets("ruleSetType", coreRules)),
            "managedRules.managedRuleSets",
            `attendu un jeu de règles ${coreRules.text}`,
        );
    },
});
