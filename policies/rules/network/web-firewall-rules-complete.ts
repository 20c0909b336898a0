import type { WebApplicationFirewallPolicyArgs } from "@pulumi/azure-native/network/webApplicationFirewallPolicy";

import { anyCase, such } from "../../expectation";
import { defineRule } from "../../rule";

/** By rule set; OWASP 3.0 and 3.1 are no longer kept up. */
const OLDEST: Readonly<Record<string, number>> = { microsoft_defaultruleset: 2.1, owasp: 3.2 };

/** "Allow" skips the rules that follow, and "Log" lets through. */
const blocking = such(
    "une action autre que « Allow » et « Log »",
    (action) => !["allow", "log"].includes(String(action).toLowerCase()),
);

export const webFirewallRulesComplete = defineRule({
    id: "web-firewall-rules-complete",
    title: {
        fr: "Le pare-feu applicatif a ses règles récentes, toutes actives et sans exclusion",
        en: "The web firewall has recent rules, all active and without exclusion",
    },
    why: {
        fr: "Une règle éteinte ou une exclusion ouvre exactement la faille que le pare-feu devait fermer.",
        en: "A rule turned off or an exclusion opens exactly the hole that the firewall was to close.",
    },
    remediation: {
        fr: "Prendre Microsoft_DefaultRuleSet 2.1 ou OWASP 3.2 au moins, sans règle « Disabled », ni exclusion, ni exception.",
        en: 'Take at least Microsoft_DefaultRuleSet 2.1 or OWASP 3.2, without "Disabled" rules, exclusions or exceptions.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/web-application-firewall/ag/application-gateway-crs-rulegroups-rules",
    appliesTo: ["azure-native:network:WebApplicationFirewallPolicy"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:WebApplicationFirewallPolicy",
                properties: {
                    managedRules: {
                        managedRuleSets: [{ ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.1" }],
                    },
                } satisfies Partial<WebApplicationFirewallPolicyArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:WebApplicationFirewallPolicy",
                properties: {
                    managedRules: { managedRuleSets: [{ ruleSetType: "OWASP", ruleSetVersion: "3.0" }] },
                } satisfies Partial<WebApplicationFirewallPolicyArgs>,
            },
        ],
    },
    check(policy) {
        const managed = policy.at("managedRules");
        managed.each("managedRuleSets", (set) => {
            set.given("ruleSetType", (type) => {
                const oldest = OLDEST[String(type).toLowerCase()];
                if (oldest !== undefined) {
                    set.expect(
                        "ruleSetVersion",
                        such(
                            `la version ${String(oldest)} ou une plus récente`,
                            (version) => Number(version) >= oldest,
                        ),
                    );
                }
            });
            set.each("ruleGroupOverrides", (group) => {
                // Without a list, the whole group is off.
                group.each(
                    "rules",
                    (rule) => {
                        // Not set means "Disabled".
                        rule.expect("state", anyCase("Enabled"));
                        rule.expect("action", blocking);
                    },
                    { required: true },
                );
            });
        });
        for (const list of ["exclusions", "exceptions"]) {
            managed.each(list, (hole) => {
                hole.violation("", "attendu aucune exclusion");
            });
        }
        policy.each("customRules", (rule) => {
            rule.expect("action", blocking);
        });
    },
});
