import { rbacNoClusterControl } from "../../../policies/rules/rbac/rbac-no-cluster-control";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const role = (rule: object) => ({
    rules: [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"], ...rule }],
});
const grants = (resource: string, verb: string, words: string) =>
    violation(
        role({ resources: ["configmaps", resource], verbs: ["deletecollections", verb] }),
        `rules[0] : attendu resourceNames, obtenu le droit de ${words}`,
    );

const NAMESPACE = "changer le niveau de sécurité d’un espace de noms";

describeRule(rbacNoClusterControl, {
    type: "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
    accepts: {
        "an ordinary right": compliant(role({})),
        "the right on named objects": compliant(
            role({ resources: ["mutatingwebhookconfigurations"], verbs: ["create"], resourceNames: ["one"] }),
        ),
        "get on persistentvolumes": compliant(role({ resources: ["persistentvolumes"], verbs: ["get"] })),
        "get on nodes": compliant(role({ resources: ["nodes"], verbs: ["get"] })),
        "list on customresourcedefinitions": compliant(
            role({ resources: ["customresourcedefinitions"], verbs: ["list"] }),
        ),
        "watch on validatingwebhookconfigurations": compliant(
            role({ resources: ["validatingwebhookconfigurations"], verbs: ["watch"] }),
        ),
    },
    rejects: {
        "create on mutatingwebhookconfigurations": grants(
            "mutatingwebhookconfigurations",
            "create",
            "changer le contrôle d’admission",
        ),
        "create on validatingwebhookconfigurations": grants(
            "validatingwebhookconfigurations",
            "create",
            "changer le contrôle d’admission",
        ),
        "create on mutatingadmissionpolicies": grants(
            "mutatingadmissionpolicies",
            "create",
            "changer le contrôle d’admission",
        ),
        "create on mutatingadmissionpolicybindings": grants(
            "mutatingadmissionpolicybindings",
            "create",
            "changer le contrôle d’admission",
        ),
        "create on validatingadmissionpolicies": grants(
            "validatingadmissionpolicies",
            "create",
            "changer le contrôle d’admission",
        ),
        "create on validatingadmissionpolicybindings": grants(
            "validatingadmissionpolicybindings",
            "create",
            "changer le contrôle d’admission",
        ),
        "update on mutatingwebhookconfigurations": grants(
            "mutatingwebhookconfigurations",
            "update",
            "changer le contrôle d’admission",
        ),
        "patch on mutatingwebhookconfigurations": grants(
            "mutatingwebhookconfigurations",
            "patch",
            "changer le contrôle d’admission",
        ),
        "delete on mutatingwebhookconfigurations": grants(
            "mutatingwebhookconfigurations",
            "delete",
            "changer le contrôle d’admission",
        ),
        "deletecollection on mutatingwebhookconfigurations": grants(
            "mutatingwebhookconfigurations",
            "deletecollection",
            "changer le contrôle d’admission",
        ),
        "create on customresourcedefinitions": grants(
            "customresourcedefinitions",
            "create",
            "changer les types d’objets",
        ),
        "update on customresourcedefinitions": grants(
            "customresourcedefinitions",
            "update",
            "changer les types d’objets",
        ),
        "patch on customresourcedefinitions": grants(
            "customresourcedefinitions",
            "patch",
            "changer les types d’objets",
        ),
        "delete on customresourcedefinitions": grants(
            "customresourcedefinitions",
            "delete",
            "changer les types d’objets",
        ),
        "deletecollection on customresourcedefinitions": grants(
            "customresourcedefinitions",
            "deletecollection",
            "changer les types d’objets",
        ),
        "create on apiservices": grants("apiservices", "create", "changer les types d’objets"),
        "update on namespaces": grants("namespaces", "update", NAMESPACE),
        "patch on namespaces": grants("namespaces", "patch", NAMESPACE),
        "create on persistentvolumes": grants("persistentvolumes", "create", "monter le disque d’un nœud"),
        "patch on nodes": grants("nodes", "patch", "se faire attribuer des pods par un nœud"),
        "patch on nodes/status": grants("nodes/status", "patch", "se faire attribuer des pods par un nœud"),
        "create on nodes": grants("nodes", "create", "se faire attribuer des pods par un nœud"),
        "update on nodes": grants("nodes", "update", "se faire attribuer des pods par un nœud"),
        "the same in a namespace": {
            ...violation(
                role({ resources: ["mutatingwebhookconfigurations"], verbs: ["create"], resourceNames: [] }),
                "rules[0] : attendu resourceNames, obtenu le droit de changer le contrôle d’admission",
            ),
            type: "kubernetes:rbac.authorization.k8s.io/v1:Role",
        },
    },
    unset: { "the rules": compliant({}) },
    unknown: {
        "the verb": undecided(
            role({ resources: ["mutatingwebhookconfigurations"], verbs: [UNKNOWN] }),
            "rules[0].verbs[0]",
        ),
        "the verb on something else": compliant(role({ verbs: [UNKNOWN] })),
    },
    otherType: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
});
