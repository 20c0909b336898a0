import type * as pulumi from "@pulumi/pulumi";
import { MaintenanceConfiguration, type ManagedCluster } from "../azure";

/** When Azure may upgrade the cluster, each week. */
export interface MaintenanceArgs {
    /** Day of Kubernetes' own upgrades, such as Saturday. */
    readonly clusterDay: string;

    /** Day of the nodes' new images. */
    readonly nodesDay: string;

    /** Time of day, UTC, such as 02:00. */
    readonly startTime: string;

    readonly hours: number;
}

export interface MaintenanceWindowsArgs extends MaintenanceArgs {
    readonly cluster: ManagedCluster;
    readonly resourceGroupName: string;
}

/** The two windows outside of which Azure upgrades nothing by itself. The names are Azure's. */
export function maintenanceWindows(
    name: string,
    args: MaintenanceWindowsArgs,
    parent: pulumi.Resource,
): readonly MaintenanceConfiguration[] {
    const window = (suffix: string, configName: string, dayOfWeek: string) =>
        new MaintenanceConfiguration(
            `${name}-${suffix}`,
            {
                configName,
                // An output, so that a cluster that is replaced gets its windows back.
                resourceName: args.cluster.name,
                resourceGroupName: args.resourceGroupName,
                maintenanceWindow: {
                    schedule: { weekly: { dayOfWeek, intervalWeeks: 1 } },
                    startTime: args.startTime,
                    utcOffset: "+00:00",
                    durationHours: args.hours,
                },
            },
            { parent, dependsOn: args.cluster },
        );
    return [
        window("upgrades", "aksManagedAutoUpgradeSchedule", args.clusterDay),
        window("node-images", "aksManagedNodeOSUpgradeSchedule", args.nodesDay),
    ];
}
