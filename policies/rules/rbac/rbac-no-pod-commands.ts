import type { rbac } from "@pulumi/kubernetes/types/input";

import { forbidPowers, type Power, roleTypes } from "../../kubernetes/role-grants";
import { defineRule } from "../../rule";

const TYPE = "kubernetes:rbac.authorization.k8s.io/v1:Role";

const POWERS: readonly Power[] = [
    {
        // A connection is opened by GET too (WebSocket), so both verbs command.
        resources: ["pods/exec", "pods/attach", "pods/portforward", "pods/proxy"],
        verbs: ["create", "get"],
        words: "commander tout pod",
    },
    {
        resources: ["pods/ephemeralcontainers"],
        verbs: ["update", "patch"],
        words: "ajouter un conteneur à tout pod",
    },
    {
        resources: ["nodes/proxy", "services/proxy"],
        verbs: ["create", "get"],
        words: "traverser le serveur d’API vers les nœuds ou les services",
    },
];

export const rbacNoPodCommands = defineRule({
    id: "rbac-no-pod-commands",
    title: {
        fr: "Aucun rôle n’entre dans les pods ni ne passe par l’API des nœuds",
        en: "No role enters pods or goes through the API of nodes",
    },
    why: {
        fr: "Une commande dans un pod, un conteneur éphémère ou nodes/proxy donne les données et les secrets du pod, souvent sans trace d’audit.",
        en: "A command in a pod, an ephemeral container or nodes/proxy gives the data and secrets of the pod, often without audit trail.",
    },
    remediation: {
        fr: "Retirer ces sous-ressources, ou nommer dans resourceNames les pods d’un accès de secours.",
        en: "Remove these subresources, or name the pods of an emergency access in resourceNames.",
    },
    severity: "critical",
    url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks",
    appliesTo: roleTypes,
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    rules: [{ apiGroups: [""], resources: ["pods/log"], verbs: ["get"] }],
                } satisfies rbac.v1.Role,
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    rules: [{ apiGroups: [""], resources: ["pods/exec"], verbs: ["create"] }],
                } satisfies rbac.v1.Role,
            },
        ],
    },
    check(role) {
        forbidPowers(role, POWERS);
    },
});
