export { autoscalerBounds } from "./autoscaler-bounds";
export { claimStorageClass } from "./claim-storage-class";
export { cronJobSchedule } from "./cron-job-schedule";
export { jobBounded } from "./job-bounded";
export { workloadDisruptionBudget } from "./workload-disruption-budget";
export { workloadNamespace } from "./workload-namespace";
export { workloadReplicasSpread } from "./workload-replicas-spread";
export { workloadRollout } from "./workload-rollout";
