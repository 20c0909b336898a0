import { added, omit, remove, type Seeds, set } from "../seed";
import { kubernetes, FRONTEND, METRICS, NAMESPACE } from "../targets";

const CLASS = kubernetes("storage.k8s.io/v1:StorageClass", "cluster-storage");

export const workload: Seeds = {
    "autoscaler-bounds": set(
        kubernetes("autoscaling/v2:HorizontalPodAutoscaler", "openmrs-frontend"),
        "spec.minReplicas",
        1,
    ),
    "claim-storage-class": omit(METRICS, "spec.volumeClaimTemplates.0.spec.storageClassName"),
    "cron-job-schedule": added,
    "job-bounded": omit(kubernetes("batch/v1:Job", "mysql-accounts"), "spec.activeDeadlineSeconds"),
    "namespace-quota": omit(
        kubernetes("core/v1:ResourceQuota", "openmrs-quota"),
        ["spec", "hard", "limits.memory"],
        NAMESPACE,
    ),
    "vertical-autoscaler-bounded": set(
        kubernetes("autoscaling.k8s.io/v1:VerticalPodAutoscaler", "openmrs-frontend-recommender"),
        "spec.updatePolicy.updateMode",
        "Recreate",
    ),
    "workload-disruption-budget": remove(
        kubernetes("policy/v1:PodDisruptionBudget", "openmrs-frontend"),
        FRONTEND,
    ),
    "workload-namespace": set(FRONTEND, "metadata.namespace", "default"),
    "workload-replicas-spread": omit(FRONTEND, "spec.template.spec.topologySpreadConstraints"),
    "workload-rollout": set(FRONTEND, "spec.strategy", { type: "Recreate" }),
};

export const clusterStorage: Seeds = {
    "certificate-issuer-trusted": added,
    "certificate-key-strong": added,
    "persistent-volume-managed": added,
    "storage-class-customer-key": omit(CLASS, "parameters.diskEncryptionSetID"),
    "volume-snapshot-retained": added,
    "webhook-fails-closed": added,
};
