import type { FirewallPolicyRuleCollectionGroupArgs } from "@pulumi/azure-native/network/firewallPolicyRuleCollectionGroup";

import { isInternet } from "../../azure/internet";
import { anyCase, such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const redirection = anyCase("FirewallPolicyNatRuleCollection");
const denial = anyCase("Deny");

const DESTINATIONS: readonly string[] = [
    "targetFqdns",
    "targetUrls",
    "destinationFqdns",
    "destinationAddresses",
];

const named = such(
    "une destination précise",
    (value) => typeof value === "string" && value !== "" && !isWide(value.toLowerCase()),
);

export const firewallRulesNarrow = defineRule({
    id: "firewall-rules-narrow",
    title: {
        fr: "Les règles du pare-feu nomment leurs destinations",
        en: "The firewall rules name their destinations",
    },
    why: {
        fr: "Une règle vers tout Internet permet d’exfiltrer des dossiers ; une redirection entrante contourne la passerelle.",
        en: "A rule to all of the Internet lets records be exfiltrated; an inbound redirection bypasses the gateway.",
    },
    remediation: {
        fr: "Lister les noms de domaine ou adresses utiles, et supprimer les redirections (DNAT).",
        en: "List the domain names or addresses that are needed, and remove redirections (DNAT).",
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/firewall/policy-rule-sets",
    appliesTo: ["azure-native:network:FirewallPolicyRuleCollectionGroup"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:FirewallPolicyRuleCollectionGroup",
                properties: {
                    ruleCollections: [
                        {
                            ruleCollectionType: "FirewallPolicyFilterRuleCollection",
                            action: { type: "Allow" },
                            rules: [
                                {
                                    ruleType: "ApplicationRule",
                                    sourceAddresses: ["10.0.0.0/24"],
                                    targetFqdns: ["registry.example"],
                                },
                            ],
                        },
                    ],
                } satisfies Partial<FirewallPolicyRuleCollectionGroupArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:FirewallPolicyRuleCollectionGroup",
                properties: {
                    ruleCollections: [
                        {
                            ruleCollectionType: "FirewallPolicyFilterRuleCollection",
                            action: { type: "Allow" },
                            rules: [
                                {
                                    ruleType: "ApplicationRule",
                                    sourceAddresses: ["10.0.0.0/24"],
                                    targetFqdns: ["*"],
                                },
                            ],
                        },
                    ],
                } satisfies Partial<FirewallPolicyRuleCollectionGroupArgs>,
            },
        ],
    },
    check(group) {
        group.each("ruleCollections", (collection) => {
            collection.given("ruleCollectionType", (kind) => {
                if (redirection.accepts(kind)) {
                    collection.violation("", "attendu aucune redirection depuis Internet (DNAT)");
                }
            });
            collection.given("action.type", (action) => {
                if (!denial.accepts(action)) {
                    collection.each("rules", checkDestinations);
                }
            });
        });
    },
});

function checkDestinations(rule: Inspection): void {
    for (const property of DESTINATIONS) {
        rule.each(property, (destination) => {
            destination.expect("", named);
        });
    }
    rule.each("webCategories", (category) => {
        category.violation("", "attendu des noms de domaine, obtenu une catégorie de sites");
    });
}

/** All of the Internet, or of one of its top-level domains ("*.com"). */
function isWide(destination: string): boolean {
    return isInternet(destination) || /^\*\.?[^./]*(\/.*)?$/.test(destination);
}
