import type { ApplicationGatewayArgs } from "@pulumi/azure-native/network/applicationGateway";
import type { WebApplicationFirewallPolicyArgs } from "@pulumi/azure-native/network/webApplicationFirewallPolicy";

import { anyCase, exactly, reference, trueOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

const WAF_POLICY = "azure-native:network:WebApplicationFirewallPolicy";

/** Rule sets against attacks on applications; the others, against bots alone, come on top. */
const coreRules = anyCase("Microsoft_DefaultRuleSet", "OWASP");

export const applicationGatewayWaf = defineRule({
    id: "application-gateway-waf",
    title: {
        fr: "La passerelle applicative bloque les attaques web",
        en: "The application gateway blocks web attacks",
    },
    why: {
        fr: "Un pare-feu applicatif absent, éteint ou qui ne fait que détecter laisse passer injections et robots.",
        en: "A web firewall that is absent, off or only detects lets injections and bots through.",
    },
    remediation: {
        fr: "Utiliser WAF_v2 avec une firewallPolicy active, en mode « Prevention », qui lit le corps des requêtes (requestBodyCheck) et en impose les limites (requestBodyEnforcement, fileUploadEnforcement), sur les règles d’OWASP ou de Microsoft.",
        en: 'Use WAF_v2 with an enabled firewallPolicy in "Prevention" mode that reads the body of requests (requestBodyCheck) and enforces its limits (requestBodyEnforcement, fileUploadEnforcement), on the rules of OWASP or Microsoft.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/web-application-firewall/ag/ag-overview",
    appliesTo: ["azure-native:network:ApplicationGateway", WAF_POLICY],
    examples: {
        compliant: [
            {
                type: "azure-native:network:ApplicationGateway",
                properties: {
                    sku: { tier: "WAF_v2" },
                    firewallPolicy: {
                        id: "/subscriptions/0000/resourceGroups/rg-example/providers/Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/waf-example",
                    },
                } satisfies Partial<ApplicationGatewayArgs>,
            },
            {
                type: "azure-native:network:WebApplicationFirewallPolicy",
                properties: {
                    policySettings: { state: "Enabled", mode: "Prevention", requestBodyCheck: true },
                    managedRules: {
                        managedRuleSets: [{ ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.1" }],
                    },
                } satisfies Partial<WebApplicationFirewallPolicyArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:ApplicationGateway",
                properties: { sku: { tier: "Standard_v2" } } satisfies Partial<ApplicationGatewayArgs>,
            },
            {
                type: "azure-native:network:WebApplicationFirewallPolicy",
                properties: {
                    policySettings: { state: "Enabled", mode: "Detection" },
                    managedRules: {
                        managedRuleSets: [{ ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.1" }],
                    },
                } satisfies Partial<WebApplicationFirewallPolicyArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type !== WAF_POLICY) {
            properties.expect("sku.tier", anyCase("WAF_v2"));
            properties.expectReference(
                "firewallPolicy.id",
                reference("une stratégie de pare-feu applicatif"),
            );
            return;
        }
        properties.expect("policySettings.state", anyCase("Enabled"));
        properties.expect("policySettings.mode", anyCase("Prevention"));
        // What it is where it is not set, Azure does not say.
        properties.expect("policySettings.requestBodyCheck", exactly(true));
        // What exceeds a limit that is not enforced passes without being read. The provider's own defaults are true.
        properties.expect("policySettings.requestBodyEnforcement", trueOrUnset);
        properties.expect("policySettings.fileUploadEnforcement", trueOrUnset);
        properties.settle(
            properties.anyItem("managedRules.managedRuleSets", (set) => set.meets("ruleSetType", coreRules)),
            "managedRules.managedRuleSets",
            `attendu un jeu de règles ${coreRules.text}`,
        );
    },
});
