import { applicationGatewayWaf } from "../../../policies/rules/network/application-gateway-waf";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const gateway = (tier: unknown, id: unknown) => ({ sku: { tier }, firewallPolicy: { id } });
const SETTINGS = { state: "Enabled", mode: "Prevention", requestBodyCheck: true };
const RULES = [{ ruleSetType: "Microsoft_BotManagerRuleSet" }, { ruleSetType: "Microsoft_DefaultRuleSet" }];
const policy = (sample: Case): Case => ({
    ...sample,
    type: "azure-native:network:WebApplicationFirewallPolicy",
});
const withRules = (managedRuleSets: unknown, settings: object = {}) => ({
    policySettings: { ...SETTINGS, ...settings },
    managedRules: { managedRuleSets },
});
const NO_RULES =
    "managedRules.managedRuleSets : attendu un jeu de règles « Microsoft_DefaultRuleSet » ou « OWASP »";

describeRule(applicationGatewayWaf, {
    type: "azure-native:network:ApplicationGateway",
    accepts: {
        "a gateway with a firewall policy": compliant(gateway("WAF_v2", "/subscriptions/0")),
        "a gateway whose policy is not created yet": compliant(gateway("WAF_v2", UNKNOWN)),
        "a policy that prevents": policy(compliant(withRules(RULES))),
        "a policy that enforces its limits": policy(
            compliant(withRules(RULES, { requestBodyEnforcement: true, fileUploadEnforcement: true })),
        ),
    },
    rejects: {
        "a gateway without firewall": violation(
            gateway("Standard_v2", "/subscriptions/0"),
            "sku.tier : attendu « WAF_v2 », obtenu « Standard_v2 »",
        ),
        "a policy that only detects": policy(
            violation(
                withRules(RULES, { mode: "Detection" }),
                "policySettings.mode : attendu « Prevention », obtenu « Detection »",
            ),
        ),
        "a policy that is off": policy(
            violation(
                withRules(RULES, { state: "Disabled" }),
                "policySettings.state : attendu « Enabled », obtenu « Disabled »",
            ),
        ),
        "a policy that does not look at bodies": policy(
            violation(
                withRules(RULES, { requestBodyCheck: false }),
                "policySettings.requestBodyCheck : attendu true, obtenu false",
            ),
        ),
        "a policy that lets long bodies through": policy(
            violation(
                withRules(RULES, { requestBodyEnforcement: false }),
                "policySettings.requestBodyEnforcement : attendu true, obtenu false",
            ),
        ),
        "a policy that lets large files through": policy(
            violation(
                withRules(RULES, { fileUploadEnforcement: false }),
                "policySettings.fileUploadEnforcement : attendu true, obtenu false",
            ),
        ),
        "a policy against bots alone": policy(violation(withRules(RULES.slice(0, 1)), NO_RULES)),
    },
    unset: {
        "the policy of a gateway": violation(
            { sku: { tier: "WAF_v2" } },
            "firewallPolicy.id : attendu une stratégie de pare-feu applicatif, non défini",
        ),
        "the settings of a policy": policy(
            violation(
                {},
                "policySettings.state : attendu « Enabled », non défini",
                "policySettings.mode : attendu « Prevention », non défini",
                "policySettings.requestBodyCheck : attendu true, non défini",
                NO_RULES,
            ),
        ),
    },
    unknown: {
        "the rules of a policy": policy(undecided(withRules(UNKNOWN), "managedRules.managedRuleSets")),
        "one set of rules beside a sound one": policy(compliant(withRules([UNKNOWN, ...RULES]))),
        "a limit of a policy": policy(
            undecided(
                withRules(RULES, { requestBodyEnforcement: UNKNOWN }),
                "policySettings.requestBodyEnforcement",
            ),
        ),
        mode: policy(undecided(withRules(RULES, { mode: UNKNOWN }), "policySettings.mode")),
    },
    otherType: "azure-native:network:LoadBalancer",
});
