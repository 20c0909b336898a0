import { frontDoorWebFirewall } from "../../../policies/rules/network/front-door-web-firewall";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const policy = (enabledState: unknown, mode: unknown, ...types: readonly unknown[]) => ({
    policySettings: { enabledState, mode },
    managedRules: { managedRuleSets: types.map((ruleSetType) => ({ ruleSetType })) },
});
const SETS =
    "managedRules.managedRuleSets : attendu un jeu de règles « Microsoft_DefaultRuleSet » ou « DefaultRuleSet »";
describeRule(frontDoorWebFirewall, {
    type: "azure-native:frontdoor:Policy",
    accepts: {
        "rules that block": compliant(
            policy("enabled", "prevention", "Microsoft_BotManagerRuleSet", "Microsoft_DefaultRuleSet"),
        ),
        "the rules of the classic CDN": {
            ...compliant(policy("Enabled", "Prevention", "DefaultRuleSet")),
            type: "azure-native:cdn:Policy",
        },
    },
    rejects: {
        "a firewall turned off": violation(
            policy("Disabled", "Prevention", "DefaultRuleSet"),
            "policySettings.enabledState : attendu « Enabled », obtenu « Disabled »",
        ),
        "one that only detects": violation(
            policy("Enabled", "Detection", "DefaultRuleSet"),
            "policySettings.mode : attendu « Prevention », obtenu « Detection »",
        ),
        "rules against bots alone": violation(
            policy("Enabled", "Prevention", "Microsoft_BotManagerRuleSet"),
            SETS,
        ),
    },
    unset: {
        everything: violation(
            {},
            "policySettings.enabledState : attendu « Enabled », non défini",
            "policySettings.mode : attendu « Prevention », non défini",
            SETS,
        ),
    },
    unknown: {
        "the rules": undecided(
            policy("Enabled", "Prevention", UNKNOWN),
            "managedRules.managedRuleSets[0].ruleSetType",
        ),
    },
    otherType: "azure-native:network:WebApplicationFirewallPolicy",
});
