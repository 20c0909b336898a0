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
    opts: pulumi.CustomResourceOptions,
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
                // Azure inspects no more.
                requestBodyInspectLimitInKB: 2000,
                // OpenMRS sends pictures as form fields, which Azure counts as body and would limit to 2 MB: nginx limits them.
                requestBodyEnforcement: false,
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
        opts,
    );
}
