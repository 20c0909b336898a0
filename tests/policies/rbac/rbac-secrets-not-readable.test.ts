import { rbacSecretsNotReadable } from "../../../policies/rules/rbac/rbac-secrets-not-readable";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const role = (rule: object) => ({
    rules: [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"], ...rule }],
});
const grants = (resource: string, verb: string, words: string) =>
    violation(
        role({ resources: ["configmaps", resource], verbs: ["deletecollections", verb] }),
        `rules[0] : attendu resourceNames, obtenu le droit de ${words}`,
    );

const binding = (kind: unknown, name: unknown) => ({ roleRef: { kind, name } });
const bound = (kind: string, name: string): Case => ({
    ...compliant(binding(kind, name)),
    type: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
});
const reader = (name: string, kind: string): Case => ({
    ...violation(
        binding("ClusterRole", name),
        `roleRef.name : attendu un rôle qui ne lit pas les Secrets, obtenu « ${name} »`,
    ),
    type: `kubernetes:rbac.authorization.k8s.io/v1:${kind}`,
});

describeRule(rbacSecretsNotReadable, {
    type: "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
    accepts: {
        "an ordinary right": compliant(role({})),
        "the right on named objects": compliant(
            role({ resources: ["secrets"], verbs: ["get"], resourceNames: ["one"] }),
        ),
        "create on secrets": compliant(role({ resources: ["secrets"], verbs: ["create"] })),
        "a binding to a role that reads none": bound("ClusterRole", "view"),
        "a binding to a role of its own": bound("Role", "edit"),
        "get on secretstores": compliant(role({ resources: ["secretstores"], verbs: ["get"] })),
    },
    rejects: {
        "get on secrets": grants("secrets", "get", "lire tout secret"),
        "an empty list of names": violation(
            role({ resources: ["secrets"], verbs: ["get"], resourceNames: [] }),
            "rules[0] : attendu resourceNames, obtenu le droit de lire tout secret",
        ),
        "list on secrets": grants("secrets", "list", "lire tout secret"),
        "watch on secrets": grants("secrets", "watch", "lire tout secret"),
        "patch on secrets": grants("secrets", "patch", "lire tout secret"),
        "a binding to admin": reader("admin", "RoleBinding"),
        "a binding to edit": reader("edit", "ClusterRoleBinding"),
        "the same in a namespace": {
            ...violation(
                role({ resources: ["secrets"], verbs: ["get"], resourceNames: [] }),
                "rules[0] : attendu resourceNames, obtenu le droit de lire tout secret",
            ),
            type: "kubernetes:rbac.authorization.k8s.io/v1:Role",
        },
    },
    unset: { "the rules": compliant({}) },
    unknown: {
        "the verb": undecided(role({ resources: ["secrets"], verbs: [UNKNOWN] }), "rules[0].verbs[0]"),
        "the role of a binding": {
            ...undecided(binding("ClusterRole", UNKNOWN), "roleRef.name"),
            type: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
        },
        "the verb on something else": compliant(role({ verbs: [UNKNOWN] })),
        "the names": undecided(
            role({ resources: ["secrets"], verbs: ["get"], resourceNames: UNKNOWN }),
            "rules[0].resourceNames",
        ),
        "one name": compliant(role({ resources: ["secrets"], verbs: ["get"], resourceNames: [UNKNOWN] })),
        "a rule of the role": undecided({ rules: [UNKNOWN] }, "rules[0]"),
    },
    otherType: "kubernetes:core/v1:ServiceAccount",
});
