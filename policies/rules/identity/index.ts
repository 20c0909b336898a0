export { roleAssignmentLeastPrivilege } from "./role-assignment-least-privilege";
export { roleDefinitionLeastPrivilege } from "./role-definition-least-privilege";
