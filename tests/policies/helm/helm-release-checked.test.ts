import { helmReleaseChecked } from "../../../policies/rules/helm/helm-release-checked";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(helmReleaseChecked, {
    type: "kubernetes:helm.sh/v3:Release",
    accepts: { "what is off": compliant({ chart: "web", forceUpdate: false }) },
    rejects: Object.fromEntries(
        [
            "disableCRDHooks",
            "disableOpenapiValidation",
            "disableWebhooks",
            "forceUpdate",
            "replace",
            "skipAwait",
            "takeOwnership",
        ].map((option) => [option, violation({ [option]: true }, `${option} : attendu false, obtenu true`)]),
    ),
    unset: { "every option": compliant({}) },
    unknown: { "an option": undecided({ skipAwait: UNKNOWN }, "skipAwait") },
    otherType: "kubernetes:core/v1:Service",
});
