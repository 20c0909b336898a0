import { rbacNoAggregation } from "../../../policies/rules/rbac/rbac-no-aggregation";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const LABEL = "rbac.authorization.k8s.io/aggregate-to-view";

const labelled = (label: string, value: unknown) => ({ metadata: { labels: { [label]: value } } });

describeRule(rbacNoAggregation, {
    type: "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
    accepts: {
        "rules of its own": compliant({ rules: [{ resources: ["pods"], verbs: ["get"] }] }),
        "another label": compliant(labelled("app.kubernetes.io/part-of", "true")),
        "a label that is off": compliant(labelled(LABEL, "false")),
    },
    rejects: {
        "a role made of others": violation(
            { aggregationRule: { clusterRoleSelectors: [] } },
            "aggregationRule : attendu des règles écrites, obtenu une agrégation par étiquettes",
        ),
        "a role that adds to another": violation(
            labelled(LABEL, "true"),
            `metadata.labels["${LABEL}"] : attendu un rôle lié explicitement, obtenu une agrégation`,
        ),
    },
    unset: { "labels and rules": compliant({}) },
    unknown: {
        "the label": undecided(labelled(LABEL, UNKNOWN), `metadata.labels["${LABEL}"]`),
        "another label": compliant(labelled("app", UNKNOWN)),
        "the aggregation": undecided({ aggregationRule: UNKNOWN }, "aggregationRule"),
    },
    otherType: "kubernetes:rbac.authorization.k8s.io/v1:Role",
});
