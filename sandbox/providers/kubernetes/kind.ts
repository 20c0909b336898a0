import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { classFile, npmPackage } from "../npm-package";
import { ProviderError } from "../protocol/provider-error";

/** A kind of the Kubernetes API, as the npm package declares it. */
export interface Kind {
    readonly apiVersion: string;
    readonly kind: string;
    readonly namespaced: boolean;
    /** Whether its objects may have a status. */
    readonly hasStatus: boolean;
}

export const sdk = npmPackage("@pulumi/kubernetes");

const kinds = new Map<string, Kind>();

/** The kind of a type token such as `kubernetes:apps/v1:Deployment`. Throws for what the cluster does not have. */
export function kindOf(type: string): Kind {
    const kind = kinds.get(type) ?? CUSTOM_KINDS[type] ?? readKind(type);
    kinds.set(type, kind);
    return kind;
}

/** A custom kind, whose status nobody waits for. */
const custom = (apiVersion: string, kind: string): readonly [type: string, kind: Kind] => [
    `kubernetes:${apiVersion}:${kind}`,
    { apiVersion, kind, namespaced: true, hasStatus: false },
];

/** The custom kinds that an AKS cluster has from the add-ons in use. */
const CUSTOM_KINDS: Readonly<Record<string, Kind>> = Object.fromEntries([
    // azureKeyvaultSecretsProvider
    custom("secrets-store.csi.x-k8s.io/v1", "SecretProviderClass"),
    // The network, which is Cilium
    custom("cilium.io/v2", "CiliumNetworkPolicy"),
    // Vertical pod autoscaler
    custom("autoscaling.k8s.io/v1", "VerticalPodAutoscaler"),
    // Gateway API
    custom("gateway.networking.k8s.io/v1", "Gateway"),
    custom("gateway.networking.k8s.io/v1", "TLSRoute"),
    // Istio
    custom("networking.istio.io/v1", "ServiceEntry"),
    custom("networking.istio.io/v1", "Sidecar"),
    custom("security.istio.io/v1", "AuthorizationPolicy"),
    custom("security.istio.io/v1", "PeerAuthentication"),
]);

function readKind(type: string): Kind {
    const [, groupVersion = "", name = ""] = type.split(":");
    // The SDK keeps networking.k8s.io/v1 in networking/v1.
    const file = path.join(sdk.root, groupVersion.replace(/\.[^/]*/, ""), `${classFile(name)}.js`);
    const code = existsSync(file) ? readFileSync(file, "utf8") : "";
    const [apiVersion, kind] = ["apiVersion", "kind"].map(
        (property) => new RegExp(`resourceInputs\\["${property}"\\] = "([^"]+)"`).exec(code)?.[1],
    );
    if (apiVersion === undefined || kind === undefined || !code.includes(`'${type}'`)) {
        throw new ProviderError(
            `${type}: expected a kind that the sandbox's cluster has, as built into Kubernetes ` +
                `(@pulumi/kubernetes ${sdk.version}) or listed in sandbox/providers/kubernetes/kind.ts`,
        );
    }
    if (name.endsWith("Patch")) {
        throw new ProviderError(
            `${type}: expected an object of this program, got a patch; the sandbox's cluster has no other objects`,
        );
    }
    return {
        apiVersion,
        kind,
        namespaced: !CLUSTER_SCOPED.has(kind),
        hasStatus: code.includes('resourceInputs["status"]'),
    };
}

const CLUSTER_SCOPED = new Set([
    "APIService",
    "CSIDriver",
    "CSINode",
    "CertificateSigningRequest",
    "ClusterRole",
    "ClusterRoleBinding",
    "ClusterTrustBundle",
    "CustomResourceDefinition",
    "DeviceClass",
    "FlowSchema",
    "IPAddress",
    "IngressClass",
    "MutatingAdmissionPolicy",
    "MutatingAdmissionPolicyBinding",
    "MutatingWebhookConfiguration",
    "Namespace",
    "Node",
    "PersistentVolume",
    "PriorityClass",
    "PriorityLevelConfiguration",
    "ResourceSlice",
    "RuntimeClass",
    "ServiceCIDR",
    "StorageClass",
    "StorageVersionMigration",
    "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding",
    "ValidatingWebhookConfiguration",
    "VolumeAttachment",
    "VolumeAttributesClass",
]);
