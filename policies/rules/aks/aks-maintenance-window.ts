import type { MaintenanceConfigurationArgs } from "@pulumi/azure-native/containerservice/maintenanceConfiguration";
import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { all, any } from "../../answer";
import { namesResource } from "../../azure/references";
import { anyCase } from "../../expectation";
import { defineStackRule } from "../../rule";

/** The names by which AKS knows the hours of its versions, and of the images of its nodes. */
const SCHEDULES = ["aksManagedAutoUpgradeSchedule", "aksManagedNodeOSUpgradeSchedule"];

export const aksMaintenanceWindow = defineStackRule({
    id: "aks-maintenance-window",
    title: {
        fr: "AKS se met à jour aux heures convenues",
        en: "AKS upgrades itself at the hours agreed",
    },
    why: {
        fr: "Sans fenêtre de maintenance, les nœuds redémarrent à n’importe quelle heure, consultations comprises.",
        en: "Without a maintenance window, nodes restart at any hour, consultations included.",
    },
    remediation: {
        fr: "Déclarer les MaintenanceConfiguration aksManagedAutoUpgradeSchedule et aksManagedNodeOSUpgradeSchedule.",
        en: "Declare the MaintenanceConfigurations aksManagedAutoUpgradeSchedule and aksManagedNodeOSUpgradeSchedule.",
    },
    severity: "low",
    url: "https://learn.microsoft.com/azure/aks/planned-maintenance",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    reads: { "azure-native:containerservice:MaintenanceConfiguration": ["configName", "resourceName"] },
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: { resourceName: "aks" } satisfies Partial<ManagedClusterArgs>,
            },
            {
                type: "azure-native:containerservice:MaintenanceConfiguration",
                name: "upgrades",
                properties: {
                    configName: "aksManagedAutoUpgradeSchedule",
                    resourceName: "aks",
                } satisfies Partial<MaintenanceConfigurationArgs>,
            },
            {
                type: "azure-native:containerservice:MaintenanceConfiguration",
                name: "nodes",
                properties: {
                    configName: "aksManagedNodeOSUpgradeSchedule",
                    resourceName: "aks",
                } satisfies Partial<MaintenanceConfigurationArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: { resourceName: "aks" } satisfies Partial<ManagedClusterArgs>,
            },
            {
                type: "azure-native:containerservice:MaintenanceConfiguration",
                name: "upgrades",
                properties: {
                    configName: "aksManagedAutoUpgradeSchedule",
                    resourceName: "aks",
                } satisfies Partial<MaintenanceConfigurationArgs>,
            },
        ],
    },
    check(cluster, windows) {
        for (const schedule of SCHEDULES) {
            const planned = any(
                windows.map((window) =>
                    all([
                        window.properties.meets("configName", anyCase(schedule)),
                        namesResource(window, "resourceName", cluster),
                    ]),
                ),
            );
            cluster.properties.settle(planned, "", `attendu une MaintenanceConfiguration « ${schedule} »`);
        }
    },
});
