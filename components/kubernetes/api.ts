// The Kubernetes classes in use, each from its own file: the package's index would load every version of every group.
export { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
export { Deployment } from "@pulumi/kubernetes/apps/v1/deployment";
export { StatefulSet } from "@pulumi/kubernetes/apps/v1/statefulSet";
export { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap";
export { Namespace as CoreNamespace } from "@pulumi/kubernetes/core/v1/namespace";
export { Secret } from "@pulumi/kubernetes/core/v1/secret";
export { Service } from "@pulumi/kubernetes/core/v1/service";
export { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount";
export { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy";
export { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget";
export { Provider } from "@pulumi/kubernetes/provider";
export { StorageClass } from "@pulumi/kubernetes/storage/v1/storageClass";
