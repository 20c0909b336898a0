import type { Properties } from "../provider-client";

export const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
export const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
export const NAMESPACE = "kubernetes:core/v1:Namespace";
export const SECRET = "kubernetes:core/v1:Secret";
export const SERVICE = "kubernetes:core/v1:Service";
export const STATEFUL_SET = "kubernetes:apps/v1:StatefulSet";
export const STORAGE_CLASS = "kubernetes:storage.k8s.io/v1:StorageClass";

/** Metadata of an object with a name and a namespace. */
export const named = { name: "a", namespace: "b" };

export const configMap = (metadata: Properties, rest: Properties = {}): Properties => ({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata,
    ...rest,
});
