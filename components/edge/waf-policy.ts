import type * as pulumi from "@pulumi/pulumi";
import { WebApplicationFirewallPolicy } from "../azure";
import type { AzureScope } from "../azure-scope";

/** Parts of a request whose values the log leaves out: passwords, and the medical record. */
const UNLOGGED = [
    "RequestHeaderNames",
    "RequestCookieNames",
    "RequestArgNames",
    "RequestPostArgNames",
    "RequestJSONArgNames",
] as const;

export interface WafPolicyArgs extends AzureScope {
    readonly policyName: string;
}

/** What the application gateway refuses: Microsoft's rules against attacks and robots, applied, not just logged. */
export function wafPolicy(
    name: string,
    args: WafPolicyArgs,
    parent: pulumi.Resource,
): WebApplicationFirewallPolicy {
    return new WebApplicationFirewallPolicy(
        name,
        {
            policyName: args.policyName,
            resourceGroupName: args.resourceGroupName,
            location: args.location,
            managedRules: {
                managedRuleSets: [
                    { ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.1" },
                    { ruleSetType: "Microsoft_BotManagerRuleSet", ruleSetVersion: "1.1" },
                ],
            },
            policySettings: {
                state: "Enabled",
                mode: "Prevention",
                requestBodyCheck: true,
                // Azure inspects no more, so no more passes. What is no file of a form counts as body: a picture that
                // OpenMRS sends as text (Base64) is refused from about 1.5 MB on.
                requestBodyEnforcement: true,
                maxRequestBodySizeInKb: 2000,
                requestBodyInspectLimitInKB: 2000,
                // Attachments of the medical record, as nginx has it.
                fileUploadEnforcement: true,
                fileUploadLimitInMb: 25,
                logScrubbing: {
                    state: "Enabled",
                    scrubbingRules: UNLOGGED.map((matchVariable) => ({
                        state: "Enabled",
                        matchVariable,
                        selectorMatchOperator: "EqualsAny",
                    })),
                },
            },
            tags: args.tags,
        },
        { parent },
    );
}
