import { rbacSecretsNotReadable } from "../../../policies/rules/rbac/rbac-secrets-not-readable";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const role = (rule: object) => ({
    rules: [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"], ...rule }],
});
const grants = (resource: string, verb: string, words: string) =>
    violation(
        role({ resources: ["configmaps", resource], verbs: ["deletecollections", verb] }),
        `rules[0] : attendu resourceNames, obtenu le droit de ${words}`,
    );

describeRule(rbacSecretsNotReadable, {
    type: "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
    accepts: {
        "an ordinary right": compliant(role({})),
        "the right on named objects": compliant(
            role({ resources: ["secrets"], verbs: ["get"], resourceNames: ["one"] }),
        ),
        "create on secrets": compliant(role({ resources: ["secrets"], verbs: ["create"] })),
        "get on secretstores": compliant(role({ resources: ["secretstores"], verbs: ["get"] })),
    },
    rejects: {
        "get on secrets": grants("secrets", "get", "lire tout secret"),
        "list on secrets": grants("secrets", "list", "lire tout secret"),
        "watch on secrets": grants("secrets", "watch", "lire tout secret"),
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
        "the verb on something else": compliant(role({ verbs: [UNKNOWN] })),
    },
    otherType: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
});
