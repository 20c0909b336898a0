import type { rbac } from "@pulumi/kubernetes/types/input";

import { such } from "../../expectation";
import { bindingTypes, roleTypes } from "../../kubernetes/role-grants";
import { defineRule } from "../../rule";

// All, all subresources of one ("pods/*"), one of all ("*/scale"), all pages; "/healthz/*" is as narrow as pages can be.
const explicit = such("une liste explicite", (value) => !/^\*$|^\*\/|^[^/]*\/\*$/.test(String(value)));
const narrowRole = such("un rôle plus étroit que « cluster-admin »", (name) => name !== "cluster-admin");

const GROUP = "kubernetes:rbac.authorization.k8s.io/v1";

export const rbacLeastPrivilege = defineRule({
    id: "rbac-least-privilege",
    title: {
        fr: "Les rôles Kubernetes énumèrent ce qu’ils permettent",
        en: "Kubernetes roles enumerate what they allow",
    },
    why: {
        fr: "Un joker ou « cluster-admin » donne aussi la lecture de tous les secrets et l’exécution dans tout pod.",
        en: 'A wildcard or "cluster-admin" also gives every secret and execution in every pod.',
    },
    remediation: {
        fr: "Énumérer groupes, ressources et verbes utiles, nommer les secrets à lire, et remplacer « cluster-admin ».",
        en: 'Enumerate groups, resources and verbs in use, name the secrets to read, and replace "cluster-admin".',
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
    appliesTo: [...bindingTypes, ...roleTypes],
    examples: {
        compliant: [
            {
                type: `${GROUP}:Role`,
                properties: {
                    rules: [{ apiGroups: ["apps"], resources: ["deployments"], verbs: ["get", "patch"] }],
                } satisfies rbac.v1.Role,
            },
        ],
        violation: [
            {
                type: `${GROUP}:Role`,
                properties: {
                    rules: [{ apiGroups: ["apps"], resources: ["*"], verbs: ["*"] }],
                } satisfies rbac.v1.Role,
            },
            {
                type: `${GROUP}:ClusterRoleBinding`,
                properties: {
                    roleRef: {
                        apiGroup: "rbac.authorization.k8s.io",
                        kind: "ClusterRole",
                        name: "cluster-admin",
                    },
                } satisfies rbac.v1.ClusterRoleBinding,
            },
        ],
    },
    check(properties, { type }) {
        if (bindingTypes.includes(type)) {
            properties.expect("roleRef.name", narrowRole);
            return;
        }
        properties.each("rules", (rule) => {
            for (const list of ["apiGroups", "resources", "nonResourceURLs", "verbs"]) {
                rule.each(list, (entry) => {
                    entry.expect("", explicit);
                });
            }
        });
    },
});
