import { resourceGroupBudget } from "../../../policies/rules/governance/resource-group-budget";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const SCOPE = "/subscriptions/0/resourceGroups/rg";
const group: StackMember = {
    type: "azure-native:resources:ResourceGroup",
    name: "group",
    props: { resourceGroupName: "rg" },
};
const other: StackMember = { ...group, name: "other", props: { resourceGroupName: "rg-2" } };
const unnamed: StackMember = { ...group, props: { resourceGroupName: UNKNOWN } };
const budget = (
    scope: unknown,
    from?: StackMember,
    filter: unknown = null,
    ...more: readonly StackMember[]
): StackMember => ({
    type: "azure-native:consumption:Budget",
    name: "budget",
    props: { scope, filter },
    ...(from === undefined ? {} : { dependencies: { scope: [from, ...more] } }),
});
const WANTED = "attendu un Budget sur ce groupe ou son abonnement";
const unfollowed = (...members: readonly StackMember[]) => ({
    members: [group, ...members],
    violations: [["group", WANTED]] as const,
});

describeStackRule(resourceGroupBudget, {
    accepts: {
        "a budget of the group": { members: [group, budget(SCOPE)] },
        "a budget of the group, in another case,": { members: [group, budget(`${SCOPE.toUpperCase()}/`)] },
        "a budget of a group that is not created yet": { members: [group, budget(UNKNOWN, group)] },
        "a budget whose scope came from the group among others": {
            members: [group, budget(UNKNOWN, other, null, group)],
        },
        "a budget of the subscription": { members: [unnamed, budget("/subscriptions/0")] },
        "a budget of the organisation": {
            members: [unnamed, budget("/providers/Microsoft.Management/managementGroups/root")],
        },
    },
    rejects: {
        "no budget": unfollowed(),
        "a budget of another group": unfollowed(budget(`${SCOPE}-2`)),
        "a budget of a group whose name only ends alike": unfollowed(
            budget("/subscriptions/0/resourceGroups/other-rg"),
        ),
        "a budget of another group, not created yet": {
            members: [group, other, budget(UNKNOWN, other)],
            violations: [["group", WANTED]],
        },
        "a budget whose scope is no text": {
            members: [group, budget({ id: SCOPE })],
            violations: [["group", WANTED]],
        },
        "a budget whose scope is a list": unfollowed(budget([SCOPE])),
        "a budget of a part of the costs": unfollowed(budget(SCOPE, undefined, { tags: { name: "a" } })),
        "a budget of part of the organisation's billing": unfollowed(
            budget("/providers/Microsoft.Management/managementGroups/root/providers/x"),
        ),
    },
    unset: { "the scope of the budget": unfollowed(budget(null)) },
    unknown: {
        "what the only budget is of": { members: [group, budget(UNKNOWN)], unknowns: ["budget/scope"] },
        "the name of the group": {
            members: [unnamed, budget(SCOPE)],
            unknowns: ["group/resourceGroupName"],
        },
        "what the budget leaves out": {
            members: [group, budget(SCOPE, undefined, UNKNOWN)],
            unknowns: ["budget/filter"],
        },
    },
    otherType: "azure-native:network:VirtualNetwork",
});
