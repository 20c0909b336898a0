import type { rbac } from "@pulumi/kubernetes/types/input";

import { such } from "../../expectation";
import { roleTypes } from "../../kubernetes/role-grants";
import { defineRule } from "../../rule";

/** Verbs by which one gives oneself the rights of a role or of somebody else. */
const GRANTING_VERBS: readonly unknown[] = ["escalate", "bind", "impersonate"];

const ordinary = such(
    "un verbe autre que escalate, bind et impersonate",
    (verb) => !GRANTING_VERBS.includes(verb),
);

const TYPE = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";

export const rbacNoEscalation = defineRule({
    id: "rbac-no-escalation",
    title: {
        fr: "Aucun rôle ne permet de s’attribuer des droits ou d’agir au nom d’autrui",
        en: "No role allows taking rights or acting as somebody else",
    },
    why: {
        fr: "escalate et bind donnent n’importe quel droit, impersonate fait écrire les traces au nom d’un autre.",
        en: "escalate and bind give any right, and impersonate has the trail written in another's name.",
    },
    remediation: {
        fr: "Retirer ces verbes : lier les rôles par le pipeline de déploiement.",
        en: "Remove these verbs: bind roles through the deployment pipeline.",
    },
    severity: "critical",
    url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb",
    appliesTo: roleTypes,
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }],
                } satisfies rbac.v1.ClusterRole,
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    rules: [{ apiGroups: [""], resources: ["users"], verbs: ["impersonate"] }],
                } satisfies rbac.v1.ClusterRole,
            },
        ],
    },
    check(role) {
        role.each("rules", (rule) => {
            rule.each("verbs", (verb) => {
                verb.expect("", ordinary);
            });
        });
    },
});
