export { rbacLeastPrivilege } from "./rbac-least-privilege";
