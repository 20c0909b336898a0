import { aksMaintenanceWindow } from "../../../policies/rules/aks/aks-maintenance-window";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const cluster: StackMember = {
    type: "azure-native:containerservice:ManagedCluster",
    name: "cluster",
    props: { resourceName: "aks" },
};
const other: StackMember = { ...cluster, name: "other", props: { resourceName: "aks-2" } };
const window = (configName: unknown, resourceName: unknown = "aks", from?: StackMember): StackMember => ({
    type: "azure-native:containerservice:MaintenanceConfiguration",
    name: `window-${String(configName)}`,
    props: { configName, resourceName },
    ...(from === undefined ? {} : { dependencies: { resourceName: [from] } }),
});
const VERSIONS = "aksManagedAutoUpgradeSchedule";
const NODES = "aksManagedNodeOSUpgradeSchedule";
const lacks = (schedule: string, name = "cluster") =>
    [name, `attendu une MaintenanceConfiguration « ${schedule} »`] as const;

describeStackRule(aksMaintenanceWindow, {
    accepts: {
        "both windows": { members: [cluster, window(VERSIONS), window(NODES)] },
        "windows of a cluster that is not created yet": {
            members: [cluster, window(VERSIONS, UNKNOWN, cluster), window(NODES, UNKNOWN, cluster)],
        },
    },
    rejects: {
        "no window": { members: [cluster], violations: [lacks(VERSIONS), lacks(NODES)] },
        "a window for the nodes alone": { members: [cluster, window(NODES)], violations: [lacks(VERSIONS)] },
        "a window for the versions alone": {
            members: [cluster, window(VERSIONS)],
            violations: [lacks(NODES)],
        },
        "the windows of another cluster": {
            members: [cluster, other, window(VERSIONS, UNKNOWN, other), window(NODES, "aks-2")],
            violations: [lacks(VERSIONS), lacks(NODES)],
        },
    },
    unset: {
        "the name of a window": {
            members: [cluster, window(null), window(NODES)],
            violations: [lacks(VERSIONS)],
        },
    },
    unknown: {
        "the name of a window": {
            members: [cluster, window(UNKNOWN), window(NODES)],
            unknowns: [`window-${UNKNOWN}/configName`],
        },
    },
    otherType: "azure-native:network:VirtualNetwork",
});
