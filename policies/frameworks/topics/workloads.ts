import { catalogue as rule } from "../../catalogue";
import type { Link } from "../../framework";
import { iso, sources } from "../sources";

/** A workload that is taken over cannot take its node. */
export const podSecurity: Link = {
    sources: [...iso("A.8.2", "A.8.9"), sources.podSecurity],
    rules: [
        rule.podNotPrivileged,
        rule.containerHardened,
        rule.containerNonRoot,
        rule.containerSeccomp,
        rule.podHostIsolated,
        rule.podKernelConfined,
        rule.podVolumeTypes,
        rule.namespacePodSecurity,
        rule.helmValuesHardened,
    ],
};

/** Workloads and machines are hardened beyond the Pod Security Standards. */
export const hardening: Link = {
    sources: iso("A.8.9"),
    rules: [
        rule.containerMounts,
        rule.containerReadOnlyRoot,
        rule.podNoServiceLinks,
        rule.podScheduling,
        rule.persistentVolumeManaged,
        rule.nodePoolTrustedLaunch,
        rule.virtualMachineTrustedLaunch,
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
        rule.namespaceQuota,
        rule.verticalAutoscalerBounded,
        rule.nodePoolSystemDedicated,
    ],
};

const zoneRedundancy: Link = {
    sources: [...iso("A.8.14"), sources.zones],
    rules: [
        rule.aksAvailability,
        rule.databaseHighAvailability,
        rule.containerRegistryZoneRedundant,
        rule.workloadReplicasSpread,
    ],
};

const continuity: Link = {
    sources: iso("A.8.14"),
    rules: [
        rule.autoscalerBounds,
        rule.containerProbes,
        rule.cronJobSchedule,
        rule.podGracefulStop,
        rule.workloadDisruptionBudget,
        rule.workloadRollout,
    ],
};

/** The loss of a machine or of a zone stops nothing. */
export const availability: readonly Link[] = [zoneRedundancy, continuity];
