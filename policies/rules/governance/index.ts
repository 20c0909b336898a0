export { dataStoreDeleteLock } from "./data-store-delete-lock";
export { defenderPlanStandard } from "./defender-plan-standard";
export { policyAssignmentEnforced } from "./policy-assignment-enforced";
export { resourceRegionEea } from "./resource-region-eea";
export { resourceTags } from "./resource-tags";
