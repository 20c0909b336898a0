import type { rbac } from "@pulumi/kubernetes/types/input";

import { defineRule } from "../../rule";

const LABEL_PREFIX = "rbac.authorization.k8s.io/aggregate-to-";

const TYPE = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";

export const rbacNoAggregation = defineRule({
    id: "rbac-no-aggregation",
    title: {
        fr: "Aucun rôle ne s’agrège à d’autres par étiquette",
        en: "No role is aggregated into others by label",
    },
    why: {
        fr: "Une étiquette aggregate-to-view étend ce que peuvent tous ceux qui ont déjà ce rôle, sans nouvelle liaison à relire.",
        en: "A label aggregate-to-view widens what everyone who has that role may do, with no new binding to review.",
    },
    remediation: {
        fr: "Écrire les règles du rôle, sans aggregationRule ni étiquette aggregate-to, et le lier explicitement.",
        en: "Write the rules of the role, without aggregationRule or aggregate-to label, and bind it explicitly.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles",
    appliesTo: ["kubernetes:rbac.authorization.k8s.io:ClusterRole"],
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
                    metadata: { labels: { "rbac.authorization.k8s.io/aggregate-to-view": "true" } },
                } satisfies rbac.v1.ClusterRole,
            },
        ],
    },
    check(role) {
        role.forbid("aggregationRule", "attendu des règles écrites, obtenu une agrégation par étiquettes");
        role.entries("metadata.labels", (label, value) => {
            if (!label.startsWith(LABEL_PREFIX)) {
                return;
            }
            value.given("", (given) => {
                if (given === "true") {
                    value.violation("", "attendu un rôle lié explicitement, obtenu une agrégation");
                }
            });
        });
    },
});
