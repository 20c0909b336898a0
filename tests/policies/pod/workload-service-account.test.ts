import { workloadServiceAccount } from "../../../policies/rules/pod/workload-service-account";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { DEPLOYMENT, deployment } from "../pods";

const NAME = "spec.template.spec.serviceAccountName";
const TOKEN = "spec.template.spec.automountServiceAccountToken";
const OWN = "un compte de service propre à la charge";

describeRule(workloadServiceAccount, {
    type: DEPLOYMENT,
    accepts: {
        "an account of its own without token": compliant(deployment()),
        "an account by the older name": compliant(
            deployment({ serviceAccountName: null, serviceAccount: "web" }),
        ),
    },
    rejects: {
        "the default account": violation(
            deployment({ serviceAccountName: "default" }),
            `${NAME} : attendu ${OWN}, obtenu « default »`,
        ),
        "an account without name, whatever the older one,": violation(
            deployment({ serviceAccountName: "", serviceAccount: "web" }),
            `${NAME} : attendu ${OWN}, obtenu «  »`,
        ),
        "the default account by the older name": violation(
            deployment({ serviceAccountName: null, serviceAccount: "default" }),
            `spec.template.spec.serviceAccount : attendu ${OWN}, obtenu « default »`,
        ),
        "a mounted token": violation(
            deployment({ automountServiceAccountToken: true }),
            `${TOKEN} : attendu false, obtenu true`,
        ),
    },
    unset: {
        "account and token": violation(
            deployment({ serviceAccountName: null, automountServiceAccountToken: null }),
            `${NAME} : attendu ${OWN}, non défini`,
            `${TOKEN} : attendu false, non défini`,
        ),
    },
    unknown: { "the account": undecided(deployment({ serviceAccountName: UNKNOWN }), NAME) },
    otherType: "kubernetes:core/v1:ServiceAccount",
});
