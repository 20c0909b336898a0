import type * as pulumi from "@pulumi/pulumi";
import { PolicyAssignment } from "../azure";
import type { Policy } from "./policies";

export interface PolicyAssignmentArgs {
    /** Name in Azure, at most 64 characters. */
    readonly assignmentName: string;

    readonly policy: Policy;

    /** Azure resource id of what the policy holds for. */
    readonly scope: string;

    /** Identity that a policy corrects resources with, and the region of its assignment. */
    readonly corrector?: { readonly identityId: pulumi.Input<string>; readonly location: string };
}

/** Has Azure Policy hold everything in the scope to one policy. */
export function assignPolicy(
    name: string,
    args: PolicyAssignmentArgs,
    opts: pulumi.CustomResourceOptions,
): PolicyAssignment {
    const { policy, corrector } = args;
    const kind = policy.initiative === true ? "policySetDefinitions" : "policyDefinitions";
    return new PolicyAssignment(
        name,
        {
            policyAssignmentName: args.assignmentName,
            scope: args.scope,
            policyDefinitionId: `/providers/Microsoft.Authorization/${kind}/${policy.definition}`,
            displayName: policy.displayName,
            description: policy.description,
            ...(policy.message !== undefined && { nonComplianceMessages: [{ message: policy.message }] }),
            enforcementMode: "Default",
            ...(policy.parameters !== undefined && {
                parameters: Object.fromEntries(
                    Object.entries(policy.parameters).map(([parameter, value]) => [parameter, { value }]),
                ),
            }),
            ...(policy.replaced !== undefined && {
                overrides: [
                    {
                        kind: "policyEffect",
                        value: "Disabled",
                        selectors: [{ kind: "policyDefinitionReferenceId", in: [...policy.replaced] }],
                    },
                ],
            }),
            ...(policy.exceptTypes !== undefined && {
                resourceSelectors: [
                    {
                        name: "types",
                        selectors: [{ kind: "resourceType", notIn: [...policy.exceptTypes] }],
                    },
                ],
            }),
            ...(corrector !== undefined && {
                identity: { type: "UserAssigned", userAssignedIdentities: [corrector.identityId] },
                location: corrector.location,
            }),
        },
        opts,
    );
}
