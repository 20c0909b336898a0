import { rbacNoEscalation } from "../../../policies/rules/rbac/rbac-no-escalation";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const EXPECTED = "un verbe autre que escalate, bind et impersonate";

const verbs = (...list: readonly unknown[]) => ({ rules: [{ resources: ["clusterroles"], verbs: list }] });

describeRule(rbacNoEscalation, {
    type: "kubernetes:rbac.authorization.k8s.io/v1:Role",
    accepts: { "verbs that give what they say": compliant(verbs("get", "create")) },
    rejects: {
        "verbs that give more": violation(
            verbs("escalate", "bind", "impersonate"),
            ...["escalate", "bind", "impersonate"].map(
                (verb, index) =>
                    `rules[0].verbs[${index.toString()}] : attendu ${EXPECTED}, obtenu « ${verb} »`,
            ),
        ),
    },
    unset: { "the rules": compliant({}) },
    unknown: { "a verb": undecided(verbs("get", UNKNOWN), "rules[0].verbs[1]") },
    otherType: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
});
