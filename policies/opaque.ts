/** Types whose resources hold others that no rule sees, or may not see before they are made, and why. */
const OPAQUE_TYPES: Readonly<Record<string, string>> = {
    "azure-native:resources:Deployment": "an ARM template",
    "azure-native:resources:DeploymentAtManagementGroupScope": "an ARM template",
    "azure-native:resources:DeploymentAtScope": "an ARM template",
    "azure-native:resources:DeploymentAtSubscriptionScope": "an ARM template",
    "azure-native:resources:DeploymentAtTenantScope": "an ARM template",
    "azure-native:resources:DeploymentStackAtManagementGroup": "an ARM template",
    "azure-native:resources:DeploymentStackAtResourceGroup": "an ARM template",
    "azure-native:resources:DeploymentStackAtSubscription": "an ARM template",
    // Of versions 3 and 4; what they render is declared only once there is a cluster.
    "kubernetes:helm.sh:Chart": "a Helm chart",
    "kubernetes:helm.sh:Release": "a Helm chart, rendered by the provider alone",
    "kubernetes:kustomize:Directory": "a directory of manifests",
    "kubernetes:yaml:ConfigFile": "a file of manifests",
    "kubernetes:yaml:ConfigGroup": "files of manifests",
};

/** Whether a resource of this type, without API version, holds others that the rules cannot see. */
export function isOpaque(type: string): boolean {
    return Object.hasOwn(OPAQUE_TYPES, type);
}
