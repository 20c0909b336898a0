import { rbacSubjectsNamed } from "../../../policies/rules/rbac/rbac-subjects-named";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const bound = (kind: unknown, name: unknown) => ({ subjects: [{ kind, name }] });
const anybody = (kind: string, name: string) =>
    violation(bound(kind, name), `subjects[0].name : attendu un sujet précis, obtenu « ${name} »`);
const OWN = "subjects[0].name : attendu un compte de service propre à la charge, obtenu « default »";

describeRule(rbacSubjectsNamed, {
    type: "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding",
    accepts: {
        "an account of its own": compliant(bound("ServiceAccount", "web")),
        "a group": compliant(bound("Group", "8b0e7c66-0000-0000-0000-000000000000")),
        "a user called default": compliant(bound("User", "default")),
        "the user of an account": compliant(bound("User", "system:serviceaccount:openmrs:default-web")),
        "the user of another account": compliant(bound("User", "system:serviceaccount:openmrs:my:default")),
    },
    rejects: {
        "whoever comes": anybody("Group", "system:unauthenticated"),
        "whoever has no name": anybody("User", "system:anonymous"),
        "whoever has an account": anybody("Group", "system:authenticated"),
        "the group without limits": anybody("Group", "system:masters"),
        "every service account": anybody("Group", "system:serviceaccounts"),
        "every service account of a namespace": anybody("Group", "system:serviceaccounts:openmrs"),
        "the default account as a user": anybody("User", "system:serviceaccount:openmrs:default"),
        "the default account, in a namespace": {
            ...violation(bound("ServiceAccount", "default"), OWN),
            type: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
        },
    },
    unset: { "the subjects": compliant({}) },
    unknown: {
        "the name": undecided(bound("Group", UNKNOWN), "subjects[0].name"),
        "the kind": undecided(bound(UNKNOWN, "web"), "subjects[0].kind"),
    },
    otherType: "kubernetes:rbac.authorization.k8s.io/v1:Role",
});
