import { rbacNoIdentityMinting } from "../../../policies/rules/rbac/rbac-no-identity-minting";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const role = (rule: object) => ({
    rules: [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"], ...rule }],
});
const grants = (resource: string, verb: string, words: string) =>
    violation(
        role({ resources: ["configmaps", resource], verbs: ["deletecollections", verb] }),
        `rules[0] : attendu resourceNames, obtenu le droit de ${words}`,
    );

describeRule(rbacNoIdentityMinting, {
    type: "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
    accepts: {
        "an ordinary right": compliant(role({})),
        "the right on named objects": compliant(
            role({ resources: ["serviceaccounts/token"], verbs: ["create"], resourceNames: ["one"] }),
        ),
        "create on serviceaccounts": compliant(role({ resources: ["serviceaccounts"], verbs: ["create"] })),
        "create on certificatesigningrequests": compliant(
            role({ resources: ["certificatesigningrequests"], verbs: ["create"] }),
        ),
        "get on signers": compliant(role({ resources: ["signers"], verbs: ["get"] })),
    },
    rejects: {
        "create on serviceaccounts/token": grants(
            "serviceaccounts/token",
            "create",
            "émettre un jeton pour tout compte de service",
        ),
        "update on certificatesigningrequests/approval": grants(
            "certificatesigningrequests/approval",
            "update",
            "approuver tout certificat de client",
        ),
        "patch on certificatesigningrequests/approval": grants(
            "certificatesigningrequests/approval",
            "patch",
            "approuver tout certificat de client",
        ),
        "approve on signers": grants("signers", "approve", "signer tout certificat de client"),
        "sign on signers": grants("signers", "sign", "signer tout certificat de client"),
        "the same in a namespace": {
            ...violation(
                role({ resources: ["serviceaccounts/token"], verbs: ["create"], resourceNames: [] }),
                "rules[0] : attendu resourceNames, obtenu le droit de émettre un jeton pour tout compte de service",
            ),
            type: "kubernetes:rbac.authorization.k8s.io/v1:Role",
        },
    },
    unset: { "the rules": compliant({}) },
    unknown: {
        "the verb": undecided(
            role({ resources: ["serviceaccounts/token"], verbs: [UNKNOWN] }),
            "rules[0].verbs[0]",
        ),
        "the verb on something else": compliant(role({ verbs: [UNKNOWN] })),
    },
    otherType: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
});
