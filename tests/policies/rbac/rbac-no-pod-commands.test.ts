import { rbacNoPodCommands } from "../../../policies/rules/rbac/rbac-no-pod-commands";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const role = (rule: object) => ({
    rules: [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"], ...rule }],
});
const grants = (resource: string, verb: string, words: string) =>
    violation(
        role({ resources: ["configmaps", resource], verbs: ["deletecollections", verb] }),
        `rules[0] : attendu resourceNames, obtenu le droit de ${words}`,
    );

describeRule(rbacNoPodCommands, {
    type: "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
    accepts: {
        "an ordinary right": compliant(role({})),
        "the right on named objects": compliant(
            role({ resources: ["pods/exec"], verbs: ["create"], resourceNames: ["one"] }),
        ),
        "get on pods/log": compliant(role({ resources: ["pods/log"], verbs: ["get"] })),
        "get on pods/ephemeralcontainers": compliant(
            role({ resources: ["pods/ephemeralcontainers"], verbs: ["get"] }),
        ),
        "delete on pods/exec": compliant(role({ resources: ["pods/exec"], verbs: ["delete"] })),
    },
    rejects: {
        "create on pods/exec": grants("pods/exec", "create", "commander tout pod"),
        "get on pods/exec": grants("pods/exec", "get", "commander tout pod"),
        "create on pods/attach": grants("pods/attach", "create", "commander tout pod"),
        "get on pods/attach": grants("pods/attach", "get", "commander tout pod"),
        "create on pods/portforward": grants("pods/portforward", "create", "commander tout pod"),
        "get on pods/portforward": grants("pods/portforward", "get", "commander tout pod"),
        "create on pods/proxy": grants("pods/proxy", "create", "commander tout pod"),
        "get on pods/proxy": grants("pods/proxy", "get", "commander tout pod"),
        "update on pods/ephemeralcontainers": grants(
            "pods/ephemeralcontainers",
            "update",
            "ajouter un conteneur à tout pod",
        ),
        "patch on pods/ephemeralcontainers": grants(
            "pods/ephemeralcontainers",
            "patch",
            "ajouter un conteneur à tout pod",
        ),
        "create on nodes/proxy": grants(
            "nodes/proxy",
            "create",
            "traverser le serveur d’API vers les nœuds ou les services",
        ),
        "get on nodes/proxy": grants(
            "nodes/proxy",
            "get",
            "traverser le serveur d’API vers les nœuds ou les services",
        ),
        "create on services/proxy": grants(
            "services/proxy",
            "create",
            "traverser le serveur d’API vers les nœuds ou les services",
        ),
        "get on services/proxy": grants(
            "services/proxy",
            "get",
            "traverser le serveur d’API vers les nœuds ou les services",
        ),
        "the same in a namespace": {
            ...violation(
                role({ resources: ["pods/exec"], verbs: ["create"], resourceNames: [] }),
                "rules[0] : attendu resourceNames, obtenu le droit de commander tout pod",
            ),
            type: "kubernetes:rbac.authorization.k8s.io/v1:Role",
        },
    },
    unset: { "the rules": compliant({}) },
    unknown: {
        "the verb": undecided(role({ resources: ["pods/exec"], verbs: [UNKNOWN] }), "rules[0].verbs[0]"),
        "the verb on something else": compliant(role({ verbs: [UNKNOWN] })),
    },
    otherType: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
});
