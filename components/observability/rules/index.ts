import { costGroups } from "./cost";
import { databaseGroups } from "./database";
import { edgeGroups } from "./edge";
import { kubernetesGroups } from "./kubernetes";
import { nodeGroups } from "./nodes";
import { openmrsGroups } from "./openmrs";
import { platformGroups } from "./platform";
import type { RuleGroup } from "./rule";
import type { RuleSettings } from "./rule-settings";
import { securityGroups } from "./security";
import { sloGroups } from "./slo";

/** What gives the groups of each folder. */
const SOURCES: readonly ((settings: RuleSettings) => readonly RuleGroup[])[] = [
    () => kubernetesGroups,
    () => nodeGroups,
    () => sloGroups,
    openmrsGroups,
    databaseGroups,
    () => edgeGroups,
    () => platformGroups,
    securityGroups,
    costGroups,
];

/** All the rules of a stack. */
export function ruleGroups(settings: RuleSettings): readonly RuleGroup[] {
    return SOURCES.flatMap((groupsOf) => groupsOf(settings));
}
