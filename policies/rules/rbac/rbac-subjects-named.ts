import type { rbac } from "@pulumi/kubernetes/types/input";

import { such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { bindingTypes } from "../../kubernetes/role-grants";
import { defineRule } from "../../rule";

/** Subjects that are nobody in particular: whoever calls, whoever has an account, and the group that no right limits. */
const ANYBODY: readonly unknown[] = [
    "system:anonymous",
    "system:authenticated",
    "system:masters",
    "system:serviceaccounts",
    "system:unauthenticated",
];

/** Groups of the accounts of a namespace, and the account that every pod of one has unless it says otherwise. */
const ANY_ACCOUNT = /^system:serviceaccounts:|^system:serviceaccount:[^:]+:default$/;

const somebody = such(
    "un sujet précis",
    (name) => !ANYBODY.includes(name) && !ANY_ACCOUNT.test(String(name)),
);
const ownAccount = such("un compte de service propre à la charge", (name) => name !== "default");

const TYPE = "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding";

export const rbacSubjectsNamed = defineRule({
    id: "rbac-subjects-named",
    title: {
        fr: "Un rôle est lié à des sujets précis, jamais à tout le monde ni au compte « default »",
        en: 'A role is bound to precise subjects, never to everybody or to the account "default"',
    },
    why: {
        fr: "Un droit donné à tous les comptes, ou au compte de tout pod, échoit au premier conteneur compromis.",
        en: "A right given to every account, or to the account of any pod, falls to the first compromised container.",
    },
    remediation: {
        fr: "Lier un groupe Entra ou un ServiceAccount par charge de travail.",
        en: "Bind an Entra group or one ServiceAccount per workload.",
    },
    severity: "critical",
    url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
    appliesTo: bindingTypes,
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "reader" },
                    subjects: [{ kind: "ServiceAccount", name: "web" }],
                } satisfies rbac.v1.RoleBinding,
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "reader" },
                    subjects: [{ kind: "Group", name: "system:authenticated" }],
                } satisfies rbac.v1.RoleBinding,
            },
        ],
    },
    check(binding) {
        binding.each("subjects", checkSubject);
    },
});

function checkSubject(subject: Inspection): void {
    subject.given("kind", (kind) => {
        subject.expect("name", kind === "ServiceAccount" ? ownAccount : somebody);
    });
}
