import { rbacLeastPrivilege } from "../../../policies/rules/rbac/rbac-least-privilege";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const GROUP = "kubernetes:rbac.authorization.k8s.io/v1";

const role = (rule: object) => ({
    rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"], ...rule }],
});
const binding = (name: unknown) => ({ roleRef: { kind: "ClusterRole", name } });

describeRule(rbacLeastPrivilege, {
    type: `${GROUP}:ClusterRole`,
    accepts: {
        "a role that enumerates": compliant(role({})),
        "a page of the API and those under it": compliant({
            rules: [{ nonResourceURLs: ["/healthz", "/healthz/*"], verbs: ["get"] }],
        }),
        "a narrow binding": { ...compliant(binding("view")), type: `${GROUP}:RoleBinding` },
    },
    rejects: {
        "every verb": violation(
            role({ verbs: ["*"] }),
            `rules[0].verbs[0] : attendu une liste explicite, obtenu « * »`,
        ),
        "every resource and group of a namespaced role": {
            ...violation(
                role({ apiGroups: ["*"], resources: ["pods", "*"] }),
                "rules[0].apiGroups[0] : attendu une liste explicite, obtenu « * »",
                "rules[0].resources[1] : attendu une liste explicite, obtenu « * »",
            ),
            type: `${GROUP}:Role`,
        },
        "every subresource of one, and one of all": violation(
            role({ resources: ["pods/*", "*/scale"] }),
            "rules[0].resources[0] : attendu une liste explicite, obtenu « pods/* »",
            "rules[0].resources[1] : attendu une liste explicite, obtenu « */scale »",
        ),
        "every page of the API": violation(
            { rules: [{ nonResourceURLs: ["*", "/*"], verbs: ["get"] }] },
            "rules[0].nonResourceURLs[0] : attendu une liste explicite, obtenu « * »",
            "rules[0].nonResourceURLs[1] : attendu une liste explicite, obtenu « /* »",
        ),
        "a binding to cluster-admin": {
            ...violation(
                binding("cluster-admin"),
                "roleRef.name : attendu un rôle plus étroit que « cluster-admin », obtenu « cluster-admin »",
            ),
            type: `${GROUP}:ClusterRoleBinding`,
        },
    },
    unset: { "the rules": compliant({}) },
    unknown: {
        "a verb": undecided(role({ verbs: ["get", UNKNOWN] }), "rules[0].verbs[1]"),
        "the role of a binding": {
            ...undecided(binding(UNKNOWN), "roleRef.name"),
            type: `${GROUP}:RoleBinding`,
        },
    },
    otherType: "kubernetes:core/v1:ServiceAccount",
});
