import type { RuleGroup } from "../rule";
import { alertmanagerAlerts } from "./alertmanager";
import { collectorAlerts } from "./collectors";
import { lokiAlerts } from "./loki";
import { prometheusAlerts } from "./prometheus";
import { prometheusStorage } from "./prometheus-storage";
import { targetAlerts } from "./targets";
import { toolAlerts } from "./tools";

/** The platform watches itself. */
export const platformGroups: readonly RuleGroup[] = [
    prometheusAlerts,
    prometheusStorage,
    targetAlerts,
    alertmanagerAlerts,
    lokiAlerts,
    collectorAlerts,
    toolAlerts,
];
