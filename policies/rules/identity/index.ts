export { federatedCredentialExact } from "./federated-credential-exact";
export { identityOneWorkload } from "./identity-one-workload";
export { roleAssignmentLeastPrivilege } from "./role-assignment-least-privilege";
export { roleAssignmentNarrowScope } from "./role-assignment-narrow-scope";
export { roleAssignmentNotPersonal } from "./role-assignment-not-personal";
export { roleDefinitionLeastPrivilege } from "./role-definition-least-privilege";
