/** What the provider's own configuration says of objects that are replaced whole by default. */
export interface Mutability {
    readonly secrets: boolean;
    readonly configMaps: boolean;
}

/** The paths whose change replaces an object of a kind; they are the real provider's own. */
export function forceNewPaths(kind: string, mutable: Mutability): readonly string[] {
    const ofKind =
        (kind === "Secret" && mutable.secrets) || (kind === "ConfigMap" && mutable.configMaps)
            ? []
            : (FORCE_NEW[kind] ?? []);
    return ["metadata.name", "metadata.namespace", ...ofKind];
}

/** Properties whose change the API server refuses, though the provider knows nothing of it. */
export const FORBIDDEN: Readonly<Record<string, readonly string[]>> = {
    StorageClass: ["reclaimPolicy", "volumeBindingMode"],
};

const FORCE_NEW: Readonly<Record<string, readonly string[]>> = {
    ClusterRoleBinding: ["roleRef"],
    ConfigMap: ["data", "binaryData"],
    DaemonSet: ["spec.selector"],
    Deployment: ["spec.selector"],
    Job: ["spec.completions", "spec.parallelism", "spec.selector", "spec.template"],
    PersistentVolume: [
        "spec.persistentVolumeSource",
        "spec.csi",
        "spec.nfs",
        "spec.hostPath",
        "spec.azureDisk",
    ],
    PersistentVolumeClaim: ["spec.accessModes", "spec.selector", "spec.storageClassName", "spec.volumeName"],
    Pod: ["spec"],
    ResourceQuota: ["spec.scopes"],
    RoleBinding: ["roleRef"],
    Secret: ["type", "data", "stringData"],
    Service: ["spec.clusterIP"],
    StatefulSet: [
        "spec.podManagementPolicy",
        "spec.revisionHistoryLimit",
        "spec.selector",
        "spec.serviceName",
        "spec.volumeClaimTemplates",
    ],
    StorageClass: ["parameters", "provisioner"],
};
