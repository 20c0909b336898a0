import { added, omit, remove, type Seeds, set } from "../seed";
import { kubernetes, FRONTEND, DATABASE } from "../targets";

const CLASS = kubernetes("storage.k8s.io/v1:StorageClass", "cluster-storage");

export const workload: Seeds = {
    "autoscaler-bounds": added,
    "claim-storage-class": omit(DATABASE, "spec.volumeClaimTemplates.0.spec.storageClassName"),
    "cron-job-schedule": added,
    "job-bounded": added,
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
