import type { RuleGroup } from "../rule";
import type { RuleSettings } from "../rule-settings";
import { accessAlerts } from "./access";
import { auditAlerts } from "./audit";
import { redactionAlerts } from "./redaction";
import { secretAlerts } from "./secrets";

export const securityGroups = (settings: RuleSettings): readonly RuleGroup[] => [
    auditAlerts(settings),
    redactionAlerts,
    accessAlerts,
    secretAlerts(settings),
];
