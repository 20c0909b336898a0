import { all } from "../../answer";
import { such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const GROUP = "kubernetes:rbac.authorization.k8s.io";

/** Verbs that give more than they say, whatever the resource. */
const GRANTING_VERBS: readonly unknown[] = ["escalate", "bind", "impersonate"];

/** What amounts to reading every secret or to running commands in every pod. */
const POWERS: readonly (readonly [resource: string, verbs: readonly unknown[], words: string])[] = [
    ["secrets", ["get", "list", "watch"], "lire tout secret"],
    ["pods/exec", ["create", "get"], "commander tout pod"],
];

const notWildcard = such("une liste explicite", (value) => value !== "*");
const ordinaryVerb = such(
    "une liste explicite, sans escalate, bind ni impersonate",
    (verb) => verb !== "*" && !GRANTING_VERBS.includes(verb),
);
const authenticated = such(
    "un sujet authentifié",
    (name) => name !== "system:unauthenticated" && name !== "system:anonymous",
);
const narrowRole = such("un rôle plus étroit que « cluster-admin »", (name) => name !== "cluster-admin");

export const rbacLeastPrivilege = defineRule({
    id: "rbac-least-privilege",
    title: {
        fr: "Les rôles Kubernetes énumèrent ce qu’ils permettent",
        en: "Kubernetes roles enumerate what they allow",
    },
    why: {
        fr: "Un joker ou « cluster-admin » donne aussi la lecture de tous les secrets et l’exécution dans tout pod.",
        en: 'A wildcard or "cluster-admin" also gives every secret and execution in every pod.',
    },
    remediation: {
        fr: "Énumérer groupes, ressources et verbes utiles, nommer les secrets à lire, et remplacer « cluster-admin ».",
        en: 'Enumerate groups, resources and verbs in use, name the secrets to read, and replace "cluster-admin".',
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
    appliesTo: [
        `${GROUP}:Role`,
        `${GROUP}:ClusterRole`,
        `${GROUP}:RoleBinding`,
        `${GROUP}:ClusterRoleBinding`,
    ],
    check(properties, { type }) {
        if (type.endsWith("Binding")) {
            properties.expect("roleRef.name", narrowRole);
            properties.each("subjects", (subject) => {
                subject.expect("name", authenticated);
            });
            return;
        }
        properties.each("rules", checkRules);
    },
});

function checkRules(rule: Inspection): void {
    for (const [list, expectation] of [
        ["apiGroups", notWildcard],
        ["resources", notWildcard],
        ["nonResourceURLs", notWildcard],
        ["verbs", ordinaryVerb],
    ] as const) {
        rule.each(list, (entry) => {
            entry.expect("", expectation);
        });
    }
    for (const [resource, powerful, words] of POWERS) {
        const given = all([
            rule.some(rule.readings("resources"), (name) => name === resource),
            rule.some(rule.readings("verbs"), (verb) => powerful.includes(verb)),
            rule.readings("resourceNames").length === 0 ? "yes" : "no",
        ]);
        if (given === "yes") {
            rule.violation("", `attendu resourceNames, obtenu le droit de ${words}`);
        } else if (given !== "no") {
            given.note();
        }
    }
}
