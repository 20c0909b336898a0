import { added, omit, remove, type Seeds, set } from "../seed";
import { azure, VAULT, WORKSPACE } from "../targets";

const ACTIVITY = azure("monitor:DiagnosticSetting", "archive-activity");
const ALERTS = azure("monitor:ActionGroup", "governance-alerts");

export const monitor: Seeds = {
    "activity-log-complete": set(ACTIVITY, "logs.1.enabled", false),
    "alert-receivers-authenticated": set(ALERTS, "webhookReceivers", [
        { name: "on-call", serviceUri: "https://on-call.example/alerts" },
    ]),
    "alert-recipients": set(ALERTS, "enabled", false),
    "alert-sensitive-operations": set(
        azure("monitor:ActivityLogAlert", "governance-vault-removed"),
        "enabled",
        false,
        VAULT,
    ),
    "application-insights-private": added,
    "flow-log-retention": set(azure("network:FlowLog", "archive-flows"), "retentionPolicy.days", 30),
    "grafana-not-public": added,
    "log-destination-eea": set(
        WORKSPACE,
        "location",
        "eastus",
        azure("monitor:DiagnosticSetting", "vault-audit"),
    ),
    "log-export-enabled": set(azure("operationalinsights:DataExport", "archive-export"), "enable", false),
    "log-retention": set(WORKSPACE, "retentionInDays", 30),
    "log-workspace-private": omit(WORKSPACE, "publicNetworkAccessForQuery"),
    "monitor-workspace-not-public": added,
    "resource-audit-log": remove(azure("monitor:DiagnosticSetting", "vault-audit"), VAULT),
};
