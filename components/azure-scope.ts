import type { Tags } from "./naming";

/** Where a component's Azure resources go. Plain values: known at preview, so the policy packs can judge them. */
export interface AzureScope {
    readonly resourceGroupName: string;
    /** Azure region, such as francecentral. */
    readonly location: string;
    readonly tags: Tags;
}

/** Azure resource id of a resource group. Plain, since Azure derives it from the names. */
export const resourceGroupId = (subscriptionId: string, resourceGroupName: string): string =>
    `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`;
