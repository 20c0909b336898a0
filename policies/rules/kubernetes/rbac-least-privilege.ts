import { such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const GROUP = "kubernetes:rbac.authorization.k8s.io";

const notWildcard = such("une liste explicite", (value) => value !== "*");
const narrowRole = such("un rôle plus étroit que « cluster-admin »", (name) => name !== "cluster-admin");

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
        fr: "Remplacer « * » par les groupes, ressources et verbes utiles, et « cluster-admin » par un rôle dédié.",
        en: 'Replace "*" by the groups, resources and verbs in use, and "cluster-admin" by a role of its own.',
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
    appliesTo: [
        `${GROUP}:Role`,
        `${GROUP}:ClusterRole`,
        `${GROUP}:RoleBinding`,
        `${GROUP}:ClusterRoleBinding`,
    ],
    check(properties, { type }) {
        if (type.endsWith("Binding")) {
            properties.expect("roleRef.name", narrowRole);
            return;
        }
        properties.each("rules", checkRules);
    },
});

function checkRules(rule: Inspection): void {
    for (const list of ["apiGroups", "resources", "verbs"]) {
        rule.each(list, (entry) => {
            entry.expect("", notWildcard);
        });
    }
}
