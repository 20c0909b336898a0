import { firewallThreatProtection } from "../../../policies/rules/network/firewall-threat-protection";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const policy = (sample: Case): Case => ({ ...sample, type: "azure-native:network:FirewallPolicy" });

describeRule(firewallThreatProtection, {
    type: "azure-native:network:AzureFirewall",
    accepts: {
        "a firewall with a policy": compliant({ firewallPolicy: { id: "/subscriptions/0" } }),
        "a firewall whose policy is not created yet": compliant({ firewallPolicy: { id: UNKNOWN } }),
        "a policy that blocks": policy(
            compliant({ threatIntelMode: "Deny", intrusionDetection: { mode: "Deny" } }),
        ),
    },
    rejects: {
        "a policy that only alerts": policy(
            violation(
                { threatIntelMode: "Alert", intrusionDetection: { mode: "Alert" } },
                "threatIntelMode : attendu « Deny », obtenu « Alert »",
                "intrusionDetection.mode : attendu « Deny », obtenu « Alert »",
            ),
        ),
        "a firewall with rules of its own": violation(
            { threatIntelMode: "Deny", networkRuleCollections: [{ name: "a" }] },
            "firewallPolicy.id : attendu une stratégie de pare-feu, non défini",
        ),
    },
    unset: {
        "the modes of a policy, which then only alerts,": policy(
            violation(
                {},
                "threatIntelMode : attendu « Deny », non défini",
                "intrusionDetection.mode : attendu « Deny », non défini",
            ),
        ),
    },
    unknown: {
        "the modes of a policy": policy(
            undecided(
                { threatIntelMode: UNKNOWN, intrusionDetection: { mode: UNKNOWN } },
                "threatIntelMode",
                "intrusionDetection.mode",
            ),
        ),
    },
    otherType: "azure-native:network:NatGateway",
});
