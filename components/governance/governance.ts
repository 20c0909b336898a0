import * as pulumi from "@pulumi/pulumi";
import { ResourceGroup, UserAssignedIdentity } from "../azure";
import type { AzureScope } from "../azure-scope";
import { assignRole } from "../identity/role";
import { type PlatformNames, registryLoginServer } from "../naming";
import { actionGroup, activityAlerts } from "./alerts";
import { monthlyBudget } from "./budget";
import { defender, type DefenderPlan } from "./defender";
import { inheritedTag, policiesOf } from "./policies";
import { assignPolicy } from "./policy-assignment";

export interface GovernanceArgs extends AzureScope {
    readonly names: PlatformNames;
    readonly subscriptionId: string;

    /** Azure regions that resources may lie in. */
    readonly allowedRegions: readonly string[];

    /** Plans of Microsoft Defender for Cloud to buy. */
    readonly defenderPlans: readonly DefenderPlan[];

    /** Of a month, from the first day of one on, such as 2026-12-01. */
    readonly budget: { readonly monthlyEuros: number; readonly startDate: string };

    /** Who is written to of costs, attacks, and acts that open the platform. */
    readonly alertEmails: readonly string[];

    /** Whether Pulumi refuses to delete the resource group. */
    readonly protectData: boolean;
}

/**
 * The resource group and the rules that hold for everything in it. The rest of the platform depends on this component, so
 * that Azure Policy judges its very first resource. The plans, the alerts and the budget are the subscription's: a
 * subscription hosts one stack.
 */
export class Governance extends pulumi.ComponentResource {
    /** Azure resource id of the people whom alerts are sent to. */
    public readonly actionGroupId: pulumi.Output<string>;

    constructor(name: string, args: GovernanceArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:governance:Governance", name, {}, opts);
        const { names, resourceGroupName, location, tags, subscriptionId, alertEmails } = args;
        const subscription = `/subscriptions/${subscriptionId}`;
        const groupId = `${subscription}/resourceGroups/${resourceGroupName}`;

        const group = new ResourceGroup(
            name,
            { resourceGroupName, location, tags },
            { parent: this, protect: args.protectData },
        );
        const inGroup = { parent: this, dependsOn: group };

        const corrector = new UserAssignedIdentity(
            `${name}-policy`,
            { resourceName: names.policyIdentity, resourceGroupName, location, tags },
            inGroup,
        );
        const tagging = assignRole(
            `${name}-policy-role`,
            {
                role: "tagContributor",
                scope: groupId,
                principalId: corrector.principalId,
                subscriptionId,
                identityName: names.policyIdentity,
                scopeName: resourceGroupName,
            },
            this,
        );
        const policies = policiesOf({
            registryLoginServer: registryLoginServer(names),
            allowedRegions: args.allowedRegions,
        });
        for (const [assignmentName, policy] of Object.entries(policies)) {
            assignPolicy(`${name}-${assignmentName}`, { assignmentName, policy, scope: groupId }, inGroup);
        }
        // All but "managedBy": a resource without it was not made by Pulumi.
        for (const tag of Object.keys(tags).filter((key) => key !== "managedBy")) {
            const assignmentName = `tag-${tag}`;
            assignPolicy(
                `${name}-${assignmentName}`,
                {
                    assignmentName,
                    policy: inheritedTag(tag),
                    scope: groupId,
                    corrector: { identityId: corrector.id, location },
                },
                { parent: this, dependsOn: tagging },
            );
        }

        const alerted = actionGroup(
            `${name}-alerts`,
            { resourceGroupName, location, tags, actionGroupName: names.actionGroup, emails: alertEmails },
            inGroup,
        );
        activityAlerts(
            name,
            { resourceGroupName, location, tags, scope: subscription, actionGroupId: alerted.id },
            { parent: this },
        );
        monthlyBudget(
            `${name}-budget`,
            {
                ...args.budget,
                budgetName: names.budget,
                // Not the group's alone: the nodes, most of the costs, lie in a group that AKS makes.
                scope: subscription,
                emails: alertEmails,
                actionGroupId: alerted.id,
            },
            inGroup,
        );
        defender(
            `${name}-defender`,
            { scope: subscription, plans: args.defenderPlans, emails: alertEmails },
            { parent: this },
        );
        this.actionGroupId = alerted.id;
        this.registerOutputs({ actionGroupId: this.actionGroupId });
    }
}
