import type { rbac } from "@pulumi/kubernetes/types/input";

import { such } from "../../expectation";
import { bindingTypes, forbidPowers, type Power, roleTypes } from "../../kubernetes/role-grants";
import { defineRule } from "../../rule";

const TYPE = "kubernetes:rbac.authorization.k8s.io/v1:Role";

const POWERS: readonly Power[] = [
    // The answer to a patch, even an empty one, is the whole object.
    { resources: ["secrets"], verbs: ["get", "list", "watch", "patch"], words: "lire tout secret" },
];

/** Roles of every cluster that read Secrets; "cluster-admin" is another rule's business. */
const READERS: readonly unknown[] = ["admin", "edit"];

const unlikeReaders = such("un rôle qui ne lit pas les Secrets", (name) => !READERS.includes(name));

export const rbacSecretsNotReadable = defineRule({
    id: "rbac-secrets-not-readable",
    title: {
        fr: "Aucun rôle ne lit tous les Secrets d’un espace de noms",
        en: "No role reads every Secret of a namespace",
    },
    why: {
        fr: "Qui lit ou liste les Secrets obtient mots de passe et jetons, donc les droits de tous les autres comptes.",
        en: "Whoever reads or lists Secrets gets passwords and tokens, hence the rights of every other account.",
    },
    remediation: {
        fr: "Nommer dans resourceNames les Secrets à lire, ou les monter dans le pod qui en a besoin.",
        en: "Name the Secrets to read in resourceNames, or mount them in the pod that needs them.",
    },
    severity: "critical",
    url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks",
    appliesTo: [...bindingTypes, ...roleTypes],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    rules: [
                        { apiGroups: [""], resources: ["secrets"], resourceNames: ["tls"], verbs: ["get"] },
                    ],
                } satisfies rbac.v1.Role,
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    rules: [{ apiGroups: [""], resources: ["secrets"], verbs: ["list"] }],
                } satisfies rbac.v1.Role,
            },
        ],
    },
    check(resource, { type }) {
        if (roleTypes.includes(type)) {
            forbidPowers(resource, POWERS);
            return;
        }
        resource.given("roleRef.kind", (kind) => {
            if (kind === "ClusterRole") {
                resource.expect("roleRef.name", unlikeReaders);
            }
        });
    },
});
