import { webFirewallRulesComplete } from "../../../policies/rules/network/web-firewall-rules-complete";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const managed = (managedRules: object) => ({ managedRules });
const sets = (ruleSetType: unknown, ruleSetVersion: unknown, more: object = {}) =>
    managed({ managedRuleSets: [{ ruleSetType, ruleSetVersion, ...more }] });
const group = (rules?: unknown) =>
    sets("OWASP", "3.2", { ruleGroupOverrides: [rules === undefined ? {} : { rules }] });
const SET = "managedRules.managedRuleSets[0]";
const webFirewallRulesCompleteS = `${SET}.ruleGroupOverrides[0].rules`;
const BLOCKING = "attendu une action autre que « Allow » et « Log »";
describeRule(webFirewallRulesComplete, {
    type: "azure-native:network:WebApplicationFirewallPolicy",
    accepts: {
        "the rules of Microsoft": compliant(sets("Microsoft_DefaultRuleSet", "2.1")),
        "the rules of OWASP": compliant(sets("owasp", "3.2")),
        "rules against bots, of any version": compliant(sets("Microsoft_BotManagerRuleSet", "1.0")),
        "a rule that is made to block": compliant(group([{ state: "enabled", action: "Block" }])),
        "a rule of one’s own that blocks": compliant({ customRules: [{ action: "Block" }] }),
    },
    rejects: {
        "old rules of Microsoft": violation(
            sets("Microsoft_DefaultRuleSet", "2.0"),
            `${SET}.ruleSetVersion : attendu la version 2.1 ou une plus récente, obtenu « 2.0 »`,
        ),
        "old rules of OWASP": violation(
            sets("OWASP", "3.1"),
            `${SET}.ruleSetVersion : attendu la version 3.2 ou une plus récente, obtenu « 3.1 »`,
        ),
        "a rule turned off": violation(
            group([{ state: "Disabled" }]),
            `${webFirewallRulesCompleteS}[0].state : attendu « Enabled », obtenu « Disabled »`,
        ),
        "a rule that lets through": violation(
            group([{ state: "Enabled", action: "Allow" }]),
            `${webFirewallRulesCompleteS}[0].action : ${BLOCKING}, obtenu « Allow »`,
        ),
        "a rule that only logs": violation(
            group([{ state: "Enabled", action: "Log" }]),
            `${webFirewallRulesCompleteS}[0].action : ${BLOCKING}, obtenu « Log »`,
        ),
        "a group turned off": violation(
            group(),
            `${webFirewallRulesCompleteS} : attendu une liste non vide, non défini`,
        ),
        "a group turned off by an empty list": violation(
            group([]),
            `${webFirewallRulesCompleteS} : attendu une liste non vide, obtenu une liste`,
        ),
        "an exclusion": violation(
            managed({ exclusions: [{ selector: "note" }] }),
            "managedRules.exclusions[0] : attendu aucune exclusion",
        ),
        "an exception": violation(
            managed({ exceptions: [{}] }),
            "managedRules.exceptions[0] : attendu aucune exclusion",
        ),
        "a rule of one’s own that lets through": violation(
            { customRules: [{ action: "Allow" }] },
            `customRules[0].action : ${BLOCKING}, obtenu « Allow »`,
        ),
    },
    unset: {
        "the version": violation(
            managed({ managedRuleSets: [{ ruleSetType: "OWASP" }] }),
            `${SET}.ruleSetVersion : attendu la version 3.2 ou une plus récente, non défini`,
        ),
        "the state of a rule, which is then off,": violation(
            group([{ ruleId: "942100" }]),
            `${webFirewallRulesCompleteS}[0].state : attendu « Enabled », non défini`,
        ),
    },
    unknown: {
        "the kind of rules": undecided(sets(UNKNOWN, "1.0"), `${SET}.ruleSetType`),
        exclusions: undecided(managed({ exclusions: UNKNOWN }), "managedRules.exclusions"),
    },
    otherType: "azure-native:network:ApplicationGateway",
});
