import type { Target } from "./seed";

/** An Azure resource of the program. */
export const azure = (type: string, name: string): Target => ({ type: `azure-native:${type}`, name });

/** A Kubernetes object of the program. */
export const kubernetes = (type: string, name: string): Target => ({ type: `kubernetes:${type}`, name });

export const CLUSTER = azure("containerservice:ManagedCluster", "cluster");
export const POOL = azure("containerservice:AgentPool", "cluster-general");
export const ARCHIVE = azure("storage:StorageAccount", "archive");
export const VAULT = azure("keyvault:Vault", "vault");
export const REGISTRY = azure("containerregistry:Registry", "registry");
export const WORKSPACE = azure("operationalinsights:Workspace", "logging");
export const NETWORK = azure("network:VirtualNetwork", "network");
export const GATEWAY = azure("network:ApplicationGateway", "edge");
export const BACKEND = kubernetes("apps/v1:StatefulSet", "openmrs-backend");
export const FRONTEND = kubernetes("apps/v1:Deployment", "openmrs-frontend");
export const METRICS = kubernetes("apps/v1:StatefulSet", "prometheus");
export const DATABASE = azure("dbformysql:Server", "database");
export const NAMESPACE = kubernetes("core/v1:Namespace", "openmrs");
