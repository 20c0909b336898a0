import type { KubernetesObject } from "../../../sandbox/cluster/api";

/** What a container must say of itself where Pod Security's `restricted` is enforced. */
const RESTRICTED = {
    allowPrivilegeEscalation: false,
    runAsNonRoot: true,
    capabilities: { drop: ["ALL"] },
    seccompProfile: { type: "RuntimeDefault" },
};

/** A pod's specification that every check lets pass; `more` adds to it. */
export function podSpec(more: object = {}): object {
    return {
        containers: [{ name: "main", image: "registry.example/main", securityContext: RESTRICTED }],
        ...more,
    };
}

/** A namespace that enforces the standard `restricted`. */
export function restrictedNamespace(name: string): KubernetesObject {
    const labels = { "pod-security.kubernetes.io/enforce": "restricted" };
    return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
}

export function pod(namespace: string, name: string, spec: object): KubernetesObject {
    return { apiVersion: "v1", kind: "Pod", metadata: { namespace, name }, spec };
}

export function deployment(
    namespace: string,
    name: string,
    replicas: number,
    spec: object,
): KubernetesObject {
    const labels = { app: name };
    return {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { namespace, name },
        spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
    };
}

/** A service that chooses the pods labelled with its name. */
export function service(
    namespace: string,
    name: string,
    spec: object,
    annotations: Readonly<Record<string, string>> = {},
): KubernetesObject {
    return {
        apiVersion: "v1",
        kind: "Service",
        metadata: { namespace, name, annotations },
        spec: { selector: { app: name }, ports: [{ port: 80 }], ...spec },
    };
}

/** Azure's disks as the platform has them. */
export function diskClass(name: string, reclaimPolicy: "Delete" | "Retain"): KubernetesObject {
    return {
        apiVersion: "storage.k8s.io/v1",
        kind: "StorageClass",
        metadata: { name },
        provisioner: "disk.csi.azure.com",
        parameters: { skuName: "Premium_ZRS" },
        reclaimPolicy,
        volumeBindingMode: "WaitForFirstConsumer",
    };
}

/** A set of pods each of which alone writes to a disk of its own. */
export function statefulSet(
    namespace: string,
    name: string,
    replicas: number,
    storageClassName: string,
): KubernetesObject {
    const labels = { app: name };
    return {
        apiVersion: "apps/v1",
        kind: "StatefulSet",
        metadata: { namespace, name },
        spec: {
            replicas,
            serviceName: name,
            selector: { matchLabels: labels },
            template: { metadata: { labels }, spec: podSpec() },
            volumeClaimTemplates: [
                {
                    metadata: { name: "data" },
                    spec: {
                        storageClassName,
                        accessModes: ["ReadWriteOncePod"],
                        resources: { requests: { storage: "1Gi" } },
                    },
                },
            ],
        },
    };
}
