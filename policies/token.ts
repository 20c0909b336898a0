/** Groups that Kubernetes renamed; resources under the old name are the same resources. */
const renamedGroups: Readonly<Record<string, string>> = {
    "extensions:Ingress": "networking.k8s.io",
    "extensions:NetworkPolicy": "networking.k8s.io",
    "extensions:DaemonSet": "apps",
    "extensions:Deployment": "apps",
    "extensions:ReplicaSet": "apps",
};

/**
 * The type token without its API version, so that one rule sees every version of a type:
 * `azure-native:storage/v20240101:StorageAccount` and `azure-native_storage_v20240101:storage:StorageAccount` become
 * `azure-native:storage:StorageAccount`, `kubernetes:apps/v1beta2:Deployment` becomes `kubernetes:apps:Deployment`.
 * A token that has no version comes back as it is.
 */
export function normaliseToken(token: string): string {
    const [packageName, module, name, ...rest] = token.split(":");
    if (packageName === undefined || module === undefined || name === undefined || rest.length > 0) {
        return token;
    }
    const group = module.replace(/\/v\d\w*$/, "");
    if (packageName.startsWith("azure-native")) {
        return `${packageName.replace(/_.*$/, "")}:${group}:${name}`;
    }
    return packageName === "kubernetes"
        ? `kubernetes:${renamedGroups[`${group}:${name}`] ?? group}:${name}`
        : token;
}
