import { firewallRulesNarrow } from "../../../policies/rules/network/firewall-rules-narrow";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const filter = (rule: object, action = "Allow") => ({
    ruleCollections: [
        {
            ruleCollectionType: "FirewallPolicyFilterRuleCollection",
            action: { type: action },
            rules: [rule],
        },
    ],
});
const wide = (property: string, destination: string) =>
    violation(
        filter({ [property]: [destination] }),
        `ruleCollections[0].rules[0].${property}[0] : attendu une destination précise, obtenu « ${destination} »`,
    );

describeRule(firewallRulesNarrow, {
    type: "azure-native:network:FirewallPolicyRuleCollectionGroup",
    accepts: {
        "a domain name": compliant(filter({ targetFqdns: ["login.microsoftonline.com"] })),
        "the names under a domain": compliant(filter({ targetFqdns: ["*.hcp.francecentral.azmk8s.io"] })),
        "a tag of Azure's": compliant(filter({ fqdnTags: ["AzureKubernetesService"] })),
        "a page": compliant(filter({ targetUrls: ["registry.example/v2"] })),
        "a range of few": compliant(filter({ destinationAddresses: ["0.0.0.0-0.0.0.9"] })),
        "an address": compliant(filter({ destinationAddresses: ["10.0.0.4", "AzureMonitor"] })),
        "the denial of everything": compliant(filter({ destinationAddresses: ["*"] }, "Deny")),
    },
    rejects: {
        "no name": wide("targetFqdns", ""),
        "half of all addresses as a range": wide("destinationAddresses", "128.0.0.0-255.255.255.255"),
        "every name": wide("targetFqdns", "*"),
        "every name of a top-level domain": wide("targetFqdns", "*.com"),
        "every page": wide("targetUrls", "*/*"),
        "every address": wide("destinationAddresses", "*"),
        "every address as a range": wide("destinationAddresses", "0.0.0.0-255.255.255.255"),
        "half of all addresses": wide("destinationAddresses", "128.0.0.0/1"),
        "any customer of Azure": wide("destinationAddresses", "AzureCloud.francecentral"),
        "a category of sites": violation(
            filter({ webCategories: ["business"] }),
            "ruleCollections[0].rules[0].webCategories[0] : attendu des noms de domaine, obtenu une catégorie de sites",
        ),
        "a way in from the Internet": violation(
            {
                ruleCollections: [
                    { ruleCollectionType: "FirewallPolicyNatRuleCollection", action: { type: "DNAT" } },
                ],
            },
            "ruleCollections[0] : attendu aucune redirection depuis Internet (DNAT)",
        ),
    },
    unset: {
        "the action, which is then not a denial,": violation(
            {
                ruleCollections: [{ rules: [{ destinationAddresses: ["*"] }] }],
            },
            "ruleCollections[0].rules[0].destinationAddresses[0] : attendu une destination précise, obtenu « * »",
        ),
        "every rule": compliant({}),
    },
    unknown: {
        "a destination": undecided(
            filter({ destinationAddresses: [UNKNOWN] }),
            "ruleCollections[0].rules[0].destinationAddresses[0]",
        ),
        "a destination that is denied": compliant(filter({ destinationAddresses: [UNKNOWN] }, "Deny")),
    },
    otherType: "azure-native:network:AzureFirewall",
});
