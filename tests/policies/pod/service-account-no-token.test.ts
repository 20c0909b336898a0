import { serviceAccountNoToken } from "../../../policies/rules/pod/service-account-no-token";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const TOKEN = "automountServiceAccountToken";

describeRule(serviceAccountNoToken, {
    type: "kubernetes:core/v1:ServiceAccount",
    accepts: { "no token": compliant({ [TOKEN]: false }) },
    rejects: { "a token": violation({ [TOKEN]: true }, `${TOKEN} : attendu false, obtenu true`) },
    unset: { "the setting": violation({}, `${TOKEN} : attendu false, non défini`) },
    unknown: { "the setting": undecided({ [TOKEN]: UNKNOWN }, TOKEN) },
    otherType: "kubernetes:core/v1:Secret",
});
