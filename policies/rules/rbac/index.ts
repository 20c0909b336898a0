export { rbacLeastPrivilege } from "./rbac-least-privilege";
export { rbacNoAggregation } from "./rbac-no-aggregation";
export { rbacNoClusterControl } from "./rbac-no-cluster-control";
export { rbacNoEscalation } from "./rbac-no-escalation";
export { rbacNoIdentityMinting } from "./rbac-no-identity-minting";
export { rbacNoPodCommands } from "./rbac-no-pod-commands";
export { rbacSecretsNotReadable } from "./rbac-secrets-not-readable";
export { rbacSubjectsNamed } from "./rbac-subjects-named";
