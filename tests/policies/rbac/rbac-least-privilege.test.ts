import { rbacLeastPrivilege } from "../../../policies/rules/rbac/rbac-least-privilege";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const GROUP = "kubernetes:rbac.authorization.k8s.io/v1";

const VERBS = "une liste explicite, sans escalate, bind ni impersonate";

const role = (rule: object) => ({
    rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"], ...rule }],
});
const binding = (name: unknown) => ({ roleRef: { kind: "ClusterRole", name } });

describeRule(rbacLeastPrivilege, {
    type: `${GROUP}:ClusterRole`,
    accepts: {
        "a role that enumerates": compliant(role({})),
        "secrets that are named": compliant(
            role({ resources: ["secrets"], resourceNames: ["tls"], verbs: ["get"] }),
        ),
        "a secret that is only written": compliant(role({ resources: ["secrets"], verbs: ["create"] })),
        "a narrow binding": { ...compliant(binding("view")), type: `${GROUP}:RoleBinding` },
    },
    rejects: {
        "every verb": violation(role({ verbs: ["*"] }), `rules[0].verbs[0] : attendu ${VERBS}, obtenu « * »`),
        "every resource and group of a namespaced role": {
            ...violation(
                role({ apiGroups: ["*"], resources: ["pods", "*"] }),
                "rules[0].apiGroups[0] : attendu une liste explicite, obtenu « * »",
                "rules[0].resources[1] : attendu une liste explicite, obtenu « * »",
            ),
            type: `${GROUP}:Role`,
        },
        "every secret": violation(
            role({ resources: ["pods", "secrets"], verbs: ["watch"] }),
            `rules[0] : attendu resourceNames, obtenu le droit de lire tout secret`,
        ),
        "execution in every pod": violation(
            role({ resources: ["pods/exec"], verbs: ["create"] }),
            `rules[0] : attendu resourceNames, obtenu le droit de commander tout pod`,
        ),
        "verbs that grant what they like": violation(
            role({ verbs: ["escalate", "bind", "impersonate"] }),
            ...["escalate", "bind", "impersonate"].map(
                (verb, index) => `rules[0].verbs[${index.toString()}] : attendu ${VERBS}, obtenu « ${verb} »`,
            ),
        ),
        "every page of the API": violation(
            { rules: [{ nonResourceURLs: ["*"], verbs: ["get"] }] },
            "rules[0].nonResourceURLs[0] : attendu une liste explicite, obtenu « * »",
        ),
        "a binding of whoever comes": {
            ...violation(
                {
                    ...binding("view"),
                    subjects: [{ name: "system:unauthenticated" }, { name: "system:anonymous" }],
                },
                "subjects[0].name : attendu un sujet authentifié, obtenu « system:unauthenticated »",
                "subjects[1].name : attendu un sujet authentifié, obtenu « system:anonymous »",
            ),
            type: `${GROUP}:ClusterRoleBinding`,
        },
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
