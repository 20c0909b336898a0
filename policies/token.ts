/** Groups that Kubernetes renamed; resources under the old name are the same resources. */
const renamedGroups: Readonly<Record<string, string>> = {
    "extensions:Ingress": "networking.k8s.io",
    "extensions:NetworkPolicy": "networking.k8s.io",
    "extensions:DaemonSet": "apps",
    "extensions:Deployment": "apps",
    "extensions:ReplicaSet": "apps",
};

/** Normalised tokens by token: a program has few types and many resources, each seen by every rule. */
const seen = new Map<string, string>();

/**
 * The type token without its API version, so that one rule sees every version of a type:
 * `azure-native:storage/v20240101:StorageAccount` and `azure-native_storage_v20240101:storage:StorageAccount` become
 * `azure-native:storage:StorageAccount`, `kubernetes:apps/v1beta2:Deployment` becomes `kubernetes:apps:Deployment`.
 * `kubernetes:v1:Pod`, as a custom resource names it, is a core Pod, and a patch (`DeploymentPatch`) is judged as what
 * it patches: a setting that it leaves out is not vouched for.
 * A token that has no version comes back as it is.
 */
export function normaliseToken(token: string): string {
    const known = seen.get(token);
    if (known !== undefined) {
        return known;
    }
    const normalised = withoutVersion(token);
    seen.set(token, normalised);
    return normalised;
}

function withoutVersion(token: string): string {
    const parts = token.split(":");
    const [packageName = "", module = "", name = ""] = parts;
    if (parts.length !== 3) {
        return token;
    }
    const group = module.replace(/(^|\/)v\d\w*$/, "");
    if (packageName.startsWith("azure-native")) {
        return `${packageName.replace(/_.*$/, "")}:${group}:${name}`;
    }
    if (packageName !== "kubernetes") {
        return token;
    }
    const kind = name.replace(/(?<=.)Patch$/, "");
    return `kubernetes:${renamedGroups[`${group}:${kind}`] ?? (group === "" ? "core" : group)}:${kind}`;
}
