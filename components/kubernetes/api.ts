// The Kubernetes classes in use, each from its own file: the package's index would load every version of every group.
export { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
export { Deployment } from "@pulumi/kubernetes/apps/v1/deployment";
export { StatefulSet } from "@pulumi/kubernetes/apps/v1/statefulSet";
export { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler";
export { Job } from "@pulumi/kubernetes/batch/v1/job";
export { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap";
export { LimitRange } from "@pulumi/kubernetes/core/v1/limitRange";
export { Namespace as CoreNamespace } from "@pulumi/kubernetes/core/v1/namespace";
export { ResourceQuota } from "@pulumi/kubernetes/core/v1/resourceQuota";
export { Service } from "@pulumi/kubernetes/core/v1/service";
export { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount";
export { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy";
export { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget";
export { Provider } from "@pulumi/kubernetes/provider";
export { PriorityClass } from "@pulumi/kubernetes/scheduling/v1/priorityClass";
export { StorageClass } from "@pulumi/kubernetes/storage/v1/storageClass";
