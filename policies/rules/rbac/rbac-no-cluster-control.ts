import type { rbac } from "@pulumi/kubernetes/types/input";

import { forbidPowers, type Power, roleTypes } from "../../kubernetes/role-grants";
import { defineRule } from "../../rule";

const TYPE = "kubernetes:rbac.authorization.k8s.io/v1:Role";

const WRITES = ["create", "update", "patch"];

const POWERS: readonly Power[] = [
    {
        resources: [
            "mutatingwebhookconfigurations",
            "validatingwebhookconfigurations",
            "mutatingadmissionpolicies",
            "mutatingadmissionpolicybindings",
            "validatingadmissionpolicies",
            "validatingadmissionpolicybindings",
        ],
        verbs: [...WRITES, "delete", "deletecollection"],
        words: "changer le contrôle d’admission",
    },
    {
        // Who serves an API of the cluster (apiservices) sees what is sent to it.
        resources: ["apiservices", "customresourcedefinitions"],
        verbs: [...WRITES, "delete", "deletecollection"],
        words: "changer les types d’objets",
    },
    { resources: ["persistentvolumes"], verbs: ["create"], words: "monter le disque d’un nœud" },
    {
        // Labels of a namespace choose its Pod Security Standard and who its network policies let in.
        resources: ["namespaces"],
        verbs: ["update", "patch"],
        words: "changer le niveau de sécurité d’un espace de noms",
    },
    { resources: ["nodes", "nodes/status"], verbs: WRITES, words: "se faire attribuer des pods par un nœud" },
];

export const rbacNoClusterControl = defineRule({
    id: "rbac-no-cluster-control",
    title: {
        fr: "Aucun rôle ne modifie l’admission, les types d’objets, les espaces de noms ou les volumes du cluster",
        en: "No role changes admission, object types, namespaces or volumes of the cluster",
    },
    why: {
        fr: "Un webhook voit et modifie tout objet créé, Secrets compris ; un PersistentVolume de type hostPath lit le disque des nœuds.",
        en: "A webhook sees and changes every object created, Secrets included; a hostPath PersistentVolume reads the disk of nodes.",
    },
    remediation: {
        fr: "Réserver ces écritures au pipeline de déploiement, sous un rôle d’administration nominatif.",
        en: "Keep these writes for the deployment pipeline, under a named administration role.",
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks",
    appliesTo: roleTypes,
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    rules: [{ apiGroups: [""], resources: ["persistentvolumeclaims"], verbs: ["create"] }],
                } satisfies rbac.v1.Role,
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    rules: [{ apiGroups: [""], resources: ["persistentvolumes"], verbs: ["create"] }],
                } satisfies rbac.v1.Role,
            },
        ],
    },
    check(role) {
        forbidPowers(role, POWERS);
    },
});
