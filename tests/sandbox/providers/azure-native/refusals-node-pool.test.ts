import { testRefusals } from "./refusals-support";

const CLUSTER = "azure-native:containerservice:ManagedCluster";
const POOL = "azure-native:containerservice:AgentPool";
const WINDOW = "azure-native:containerservice:MaintenanceConfiguration";

const user = {
    resourceName: "aks",
    mode: "User",
    vmSize: "Standard_D4ds_v5",
    orchestratorVersion: "1.34",
    enableAutoScaling: true,
    count: 1,
    minCount: 1,
    maxCount: 3,
    availabilityZones: ["1", "2", "3"],
};
const cluster = { resourceName: "aks", kubernetesVersion: "1.34", location: "francecentral" };
const ofCluster = { [CLUSTER]: [cluster] };

const weekly = { weekly: { dayOfWeek: "Saturday", intervalWeeks: 1 } };
const window = { maintenanceWindow: { durationHours: 4, schedule: weekly, startTime: "02:00" } };
const NODES_WINDOW = "aksManagedNodeOSUpgradeSchedule";

describe("the stand-in for Azure's node pools", () => {
    const refuse = (what: string, refused: object, message: RegExp) => ({
        what,
        type: POOL,
        accepted: user,
        refused: { ...refused },
        neighbours: ofCluster,
        code: "InvalidParameter",
        message,
    });
    testRefusals([
        refuse("an autoscaled pool without limits", { maxCount: undefined }, /needs minCount and maxCount/),
        refuse("limits of a pool of fixed size", { enableAutoScaling: false }, /without enableAutoScaling/),
        refuse("a lower limit above the upper", { minCount: 4 }, /minCount 4 is greater than maxCount 3/),
        refuse("a count beyond the limits", { count: 4 }, /^agentPoolProfile\.count was 4\. It must be/),
        refuse("fewer than 10 pods a node", { maxPods: 9 }, /between 10 and 250/),
        refuse(
            "Spot nodes for the system",
            { mode: "System", scaleSetPriority: "Spot" },
            /cannot be a Spot pool/,
        ),
        {
            ...refuse(
                "a newer Kubernetes than the cluster's",
                { orchestratorVersion: "1.35" },
                /are incompatible/,
            ),
            code: "NodePoolMcVersionIncompatible",
        },
        {
            ...refuse("zones where the region has none", {}, /location 'francesouth'/),
            refusedNeighbours: { [CLUSTER]: [{ ...cluster, location: "francesouth" }] },
            code: "AvailabilityZoneNotSupported",
        },
    ]);
});

describe("the stand-in for Azure's maintenance windows", () => {
    const refuse = (what: string, refused: object, message: RegExp) => ({
        what,
        type: WINDOW,
        accepted: window,
        refused: { ...refused },
        names: [NODES_WINDOW] as const,
        code: "InvalidParameter",
        message,
    });
    testRefusals([
        { ...refuse("a window of another name", {}, /^Only 'default',/), names: [NODES_WINDOW, "nodes"] },
        refuse("a window under four hours", { "maintenanceWindow.durationHours": 3 }, /between 4 and 24/),
        refuse(
            "a window of two schedules",
            { "maintenanceWindow.schedule": { ...weekly, daily: { intervalDays: 1 } } },
            /exactly one kind, got 'weekly, daily'/,
        ),
        refuse("a start that is no time of day", { "maintenanceWindow.startTime": "2:00" }, /expected HH:mm/),
        refuse("no window at all", { maintenanceWindow: undefined }, /maintenanceWindow is required/),
        {
            ...refuse(
                "a default window every other week",
                { "maintenanceWindow.schedule.weekly.intervalWeeks": 2 },
                /intervalWeeks 1 only/,
            ),
            names: ["default"],
        },
    ]);
});
