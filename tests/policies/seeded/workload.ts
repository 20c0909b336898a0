import { added, omit, remove, type Seeds, set } from "./seed";
import { DATABASE, FRONTEND, kubernetes } from "./targets";

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

export const rbac: Seeds = {
    "rbac-least-privilege": added,
    "rbac-no-aggregation": added,
    "rbac-no-cluster-control": added,
    "rbac-no-escalation": added,
    "rbac-no-identity-minting": added,
    "rbac-no-pod-commands": added,
    "rbac-secrets-not-readable": added,
    "rbac-subjects-named": added,
};

export const helm: Seeds = {
    "helm-chart-pinned": added,
    "helm-chart-source": added,
    "helm-release-checked": added,
    "helm-service-not-exposed": added,
    "helm-values-hardened": added,
    "helm-values-image": added,
    "helm-values-no-plain-secret": added,
    "manifest-source-local": added,
};
