import type { core, rbac } from "@pulumi/kubernetes/types/input";
import type * as pulumi from "@pulumi/pulumi";
import { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from "./api";

/** What a pod may ask of the cluster's API: all over the cluster, and in single namespaces. */
export interface ApiRights {
    readonly cluster?: readonly rbac.v1.PolicyRule[];
    readonly namespaces?: Readonly<Record<string, readonly rbac.v1.PolicyRule[]>>;
}

/** Where clients of the API look for its certificate, their token and their namespace. */
const API_ACCESS_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";

const API_ACCESS_VOLUME = "api-access";

/** The token, of an hour: what Kubernetes would mount of itself is good for a year. */
export const apiAccessVolume: core.v1.Volume = {
    name: API_ACCESS_VOLUME,
    projected: {
        sources: [
            { serviceAccountToken: { path: "token", expirationSeconds: 3600 } },
            { configMap: { name: "kube-root-ca.crt", items: [{ key: "ca.crt", path: "ca.crt" }] } },
            {
                downwardAPI: {
                    items: [{ path: "namespace", fieldRef: { fieldPath: "metadata.namespace" } }],
                },
            },
        ],
    },
};

export const apiAccessMount: core.v1.VolumeMount = {
    name: API_ACCESS_VOLUME,
    mountPath: API_ACCESS_PATH,
    readOnly: true,
};

const GROUP = "rbac.authorization.k8s.io";

/** Gives an account its rights: nobody else is bound to its roles, which bear its name wherever they are. */
export function grantRights(
    account: { readonly name: string; readonly namespace: string },
    { cluster = [], namespaces = {} }: ApiRights,
    labels: Readonly<Record<string, string>>,
    parent: pulumi.Resource,
): readonly pulumi.Resource[] {
    const name = `${account.namespace}-${account.name}`;
    const subjects = [{ kind: "ServiceAccount", ...account }];
    const roleRef = (kind: "ClusterRole" | "Role") => ({ apiGroup: GROUP, kind, name });
    const everywhere = { name, labels };
    return [
        ...(cluster.length === 0
            ? []
            : [
                  new ClusterRole(name, { metadata: everywhere, rules: [...cluster] }, { parent }),
                  new ClusterRoleBinding(
                      name,
                      { metadata: everywhere, roleRef: roleRef("ClusterRole"), subjects },
                      { parent },
                  ),
              ]),
        ...Object.entries(namespaces).flatMap(([namespace, rules]) => {
            const metadata = { name, namespace, labels };
            const inNamespace = `${name}-in-${namespace}`;
            return [
                new Role(inNamespace, { metadata, rules: [...rules] }, { parent }),
                new RoleBinding(inNamespace, { metadata, roleRef: roleRef("Role"), subjects }, { parent }),
            ];
        }),
    ];
}
