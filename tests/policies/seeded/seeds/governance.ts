import { added, omit, remove, type Seeds, set } from "../seed";
import { azure, VAULT } from "../targets";

const LOCK = azure("authorization:ManagementLockByScope", "locks-vault");
const GROUP = azure("resources:ResourceGroup", "governance");

export const governance: Seeds = {
    "budget-notifies": omit(azure("consumption:Budget", "governance-budget"), "notifications"),
    "data-store-delete-lock": remove(LOCK, VAULT),
    "data-store-protected": added,
    "defender-plan-standard": set(
        azure("security:Pricing", "governance-defender-KeyVaults"),
        "pricingTier",
        "Free",
    ),
    "management-lock-bars-deletion": set(LOCK, "level", "NotSpecified"),
    "policy-assignment-enforced": set(
        azure("authorization:PolicyAssignment", "governance-pod-security"),
        "enforcementMode",
        "DoNotEnforce",
    ),
    "policy-exemption-expires": added,
    "resource-group-budget": remove(azure("consumption:Budget", "governance-budget"), GROUP),
    "resource-region-eea": set(VAULT, "location", "uksouth"),
    "resource-tags": omit(VAULT, "tags.dataClassification"),
};
