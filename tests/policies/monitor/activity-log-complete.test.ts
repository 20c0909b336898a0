import { activityLogComplete } from "../../../policies/rules/monitor/activity-log-complete";
import {
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const SUBSCRIPTION = "/subscriptions/a94c2d17-6e3b-4f80-b5d2-17c8e0f6a3b9";
const ALL = ["Administrative", "Security", "Alert", "Policy"];
const logs = (categories: readonly unknown[], enabled: unknown = true) =>
    categories.map((category) => ({ category, enabled }));
const setting = (list: unknown, resourceUri: unknown = SUBSCRIPTION) => ({ resourceUri, logs: list });
const missing = (category: string) => `logs : attendu la catégorie « ${category} », active`;
const WHOLE = "azure-native:monitor:SubscriptionDiagnosticSetting";

describeRule(activityLogComplete, {
    type: "azure-native:monitor:DiagnosticSetting",
    accepts: {
        "the four categories": compliant(setting(logs(ALL))),
        "all logs": compliant(
            setting([{ categoryGroup: "allLogs", enabled: true }], `${SUBSCRIPTION.toUpperCase()}/`),
        ),
        "the type of its own": { ...compliant({ logs: logs(ALL) }), type: WHOLE },
        "the setting of a resource": notApplicable(
            setting([], `${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv`),
        ),
        "the setting of a subscription's name in another id": notApplicable(
            setting([], `/providers/Microsoft.Management/managementGroups/mg${SUBSCRIPTION}`),
        ),
        "the setting of a resource that is not created yet": notApplicable(setting([], UNKNOWN)),
    },
    rejects: {
        ...Object.fromEntries(
            ALL.map((category) => [
                `a log without ${category}`,
                violation(setting(logs(ALL.filter((other) => other !== category))), missing(category)),
            ]),
        ),
        "categories that are off": violation(setting(logs(ALL, false)), ...ALL.map(missing)),
        "a category that is missing from the type of its own": {
            ...violation({ logs: logs(ALL.slice(1)) }, missing("Administrative")),
            type: WHOLE,
        },
    },
    unset: {
        logs: violation({ resourceUri: SUBSCRIPTION }, ...ALL.map(missing)),
        "the subject": notApplicable({}),
        "what a subject of another shape is": notApplicable(setting([], [SUBSCRIPTION])),
    },
    unknown: {
        "a switch": undecided(
            setting([...logs(ALL.slice(0, 3)), { category: "Policy", enabled: UNKNOWN }]),
            "logs[3].enabled",
        ),
    },
    otherType: "azure-native:monitor:ActionGroup",
});
