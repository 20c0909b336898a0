export { alertRecipients } from "./alert-recipients";
export { logRetention } from "./log-retention";
export { logWorkspacePrivate } from "./log-workspace-private";
export { resourceAuditLog } from "./resource-audit-log";
