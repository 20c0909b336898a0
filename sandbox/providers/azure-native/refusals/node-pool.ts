import type { Properties } from "../../protocol/values";
import { isPoolName, POOL_NAME } from "./names";
import { isOn, mapAt, numberAt, same, textAt, textsAt, valueAt } from "./read";
import { refuseIf, refuseOutside, type Refusal, type Rule, type Rules } from "./refusal";
import { hasZones } from "./regions";

/** What holds for a pool inside its cluster and for one of its own. */
export function poolProfile(
    pool: Properties,
    name: string,
    location: string | undefined,
): Refusal | undefined {
    const refused = (condition: boolean, message: string) => refuseIf(condition, "InvalidParameter", message);
    const system = textAt(pool, "mode") === "System";
    const [count, least, most] = ["count", "minCount", "maxCount"].map((key) => numberAt(pool, key));
    const scaled = isOn(pool, "enableAutoScaling");
    const zones = textsAt(pool, "availabilityZones");
    return (
        refuseIf(!isPoolName(name), POOL_NAME.code, POOL_NAME.message) ??
        refused(system && (scaled ? least : count) === 0, `System pool ${name} needs at least one node.`) ??
        refuseIf(
            system && processors(textAt(pool, "vmSize")) < 2,
            "SystemPoolSkuTooLow",
            `The VM SKU of system pool ${name} has less than 2 cores: ${textAt(pool, "vmSize") ?? ""}.`,
        ) ??
        refused(
            system && textAt(pool, "scaleSetPriority") === "Spot",
            `Pool ${name} of mode System cannot be a Spot pool.`,
        ) ??
        refused(
            scaled && (least === undefined || most === undefined),
            `Pool ${name} with enableAutoScaling needs minCount and maxCount.`,
        ) ??
        refused(
            !scaled && (least !== undefined || most !== undefined),
            `Pool ${name} without enableAutoScaling cannot have minCount or maxCount.`,
        ) ??
        refused(
            scaled && (least ?? 0) > (most ?? 0),
            `Pool ${name}: minCount ${String(least)} is greater than maxCount ${String(most)}.`,
        ) ??
        refused(
            scaled && count !== undefined && (count < (least ?? 0) || count > (most ?? count)),
            `agentPoolProfile.count was ${String(count)}. It must be greater or equal to minCount:${String(least)} ` +
                `and less than or equal to maxCount:${String(most)}`,
        ) ??
        refuseOutside(numberAt(pool, "maxPods"), [10, 250], "InvalidParameter", `maxPods of pool ${name}`) ??
        refuseIf(
            zones.length > 0 && location !== undefined && !hasZones(location),
            "AvailabilityZoneNotSupported",
            `Preflight validation check failed. The zone(s) '${zones.join(",")}' for resource '${name}' is not ` +
                `supported. The supported zones for location '${location ?? ""}' are ''`,
        )
    );
}

/** The first number of a size such as Standard_D4ds_v5; unknown sizes are large. */
function processors(vmSize: string | undefined): number {
    return Number(/^Standard_[A-Z]+(\d+)/.exec(vmSize ?? "")?.[1] ?? Number.POSITIVE_INFINITY);
}

const CLUSTER = "azure-native:containerservice:ManagedCluster";

/** The pool's cluster, if this run has seen it. */
const clusterOf: (...attempt: Parameters<Rule>) => Properties | undefined = ({ inputs, neighbours }) =>
    neighbours(CLUSTER).find((cluster) =>
        same(textAt(cluster, "resourceName"), textAt(inputs, "resourceName")),
    );

const profile: Rule = (attempt) =>
    poolProfile(attempt.inputs, attempt.name, textAt(clusterOf(attempt) ?? {}, "location"));

const minor = (version: string | undefined) => Number(version?.split(".")[1] ?? Number.NaN);

/** Nodes run no newer Kubernetes than their cluster, and no more than three minor versions older. */
const version: Rule = (attempt) => {
    const own = textAt(attempt.inputs, "orchestratorVersion");
    const control = textAt(clusterOf(attempt) ?? {}, "kubernetesVersion");
    const behind = minor(control) - minor(own);
    return refuseIf(
        behind < 0 || behind > 3,
        "NodePoolMcVersionIncompatible",
        `Node pool version ${own ?? ""} and control plane version ${control ?? ""} are incompatible.`,
    );
};

const WINDOWS = ["default", "aksManagedAutoUpgradeSchedule", "aksManagedNodeOSUpgradeSchedule"];

/** Azure/ARO-HCP#3260. */
const windowName: Rule = ({ name }) =>
    refuseIf(
        !WINDOWS.includes(name),
        "InvalidParameter",
        "Only 'default', 'aksManagedAutoUpgradeSchedule' and 'aksManagedNodeOSUpgradeSchedule' are allowed " +
            "configNames for maintenance configuration.",
    );

/** Azure/azure-cli#33431 for the weekly "default"; learn.microsoft.com, "planned-maintenance", for the rest. */
const window: Rule = ({ name, inputs }) => {
    const refused = (condition: boolean, message: string) => refuseIf(condition, "InvalidParameter", message);
    const given = valueAt(inputs, "maintenanceWindow") !== undefined;
    const asked = mapAt(inputs, "maintenanceWindow");
    const kinds = Object.keys(mapAt(asked, "schedule"));
    return (
        refused(!given && name !== "default", `maintenanceWindow is required for configuration ${name}.`) ??
        refuseOutside(numberAt(asked, "durationHours"), [4, 24], "InvalidParameter", "durationHours") ??
        refused(
            given && kinds.length !== 1,
            `maintenanceWindow.schedule must have exactly one kind, got '${kinds.join(", ")}'.`,
        ) ??
        refused(
            given && !/^([01]\d|2[0-3]):[0-5]\d$/.test(textAt(asked, "startTime") ?? ""),
            `startTime '${textAt(asked, "startTime") ?? ""}' is invalid: expected HH:mm.`,
        ) ??
        refused(
            given &&
                name === "default" &&
                (kinds[0] !== "weekly" || numberAt(asked, "schedule.weekly.intervalWeeks") !== 1),
            "Configuration default accepts a weekly schedule with intervalWeeks 1 only.",
        )
    );
};

/** Node pools, and when Azure works on them. */
export const nodePoolRules: Rules = {
    "azure-native:containerservice:AgentPool": [profile, version],
    "azure-native:containerservice:MaintenanceConfiguration": [windowName, window],
};
