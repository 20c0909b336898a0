import { catalogue as rule } from "../../catalogue";
import type { Link } from "../../framework";
import { iso, sources } from "../sources";

/** A workload that is taken over cannot take its node. */
export const isolation: Link = {
    sources: [...iso("A.8.9", "A.8.22"), sources.podSecurity],
    rules: [
        rule.podNotPrivileged,
        rule.containerHardened,
        rule.namespacePodSecurity,
        rule.nodePoolTrustedLaunch,
        rule.virtualMachineTrustedLaunch,
        rule.persistentVolumeManaged,
        rule.helmValuesHardened,
        rule.containerMounts,
        rule.containerNonRoot,
        rule.containerReadOnlyRoot,
        rule.containerSeccomp,
        rule.podHostIsolated,
        rule.podKernelConfined,
        rule.podNoServiceLinks,
        rule.podScheduling,
        rule.podVolumeTypes,
    ],
};

/** What runs is what was chosen. */
export const software: Link = {
    sources: iso("A.5.21", "A.8.19"),
    rules: [
        rule.containerImagePinned,
        rule.containerRegistryImagesControlled,
        rule.helmChartPinned,
        rule.helmReleaseChecked,
        rule.containerImagePullPolicy,
    ],
};

/** What runs comes from those who were chosen to supply it. */
export const suppliers: Link = {
    sources: iso("A.5.21"),
    rules: [
        rule.containerImageOwnRegistry,
        rule.containerRegistryCacheSourceKnown,
        rule.helmChartSource,
        rule.helmValuesImage,
        rule.manifestSourceLocal,
    ],
};

/** Known flaws are closed. */
export const patching: Link = {
    sources: iso("A.8.8"),
    rules: [
        rule.aksAutomaticUpgrades,
        rule.aksImageCleaner,
        rule.aksMaintenanceWindow,
        rule.nodePoolSystemSupported,
        rule.containerRegistryUntaggedPurged,
    ],
};

/** No workload starves the others, and each gets what it needs. */
export const capacity: Link = {
    sources: iso("A.8.6"),
    rules: [
        rule.containerResources,
        rule.budgetNotifies,
        rule.resourceGroupBudget,
        rule.podEmptyDirBounded,
        rule.jobBounded,
    ],
};

/** The loss of a machine or of a zone stops nothing. */
export const availability: Link = {
    sources: [...iso("A.8.14"), sources.zones],
    rules: [
        rule.aksAvailability,
        rule.databaseHighAvailability,
        rule.containerProbes,
        rule.podGracefulStop,
        rule.containerRegistryZoneRedundant,
        rule.autoscalerBounds,
        rule.cronJobSchedule,
        rule.workloadDisruptionBudget,
        rule.workloadReplicasSpread,
        rule.workloadRollout,
    ],
};
