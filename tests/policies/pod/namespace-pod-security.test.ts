import { namespacePodSecurity } from "../../../policies/rules/pod/namespace-pod-security";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const LABEL = "pod-security.kubernetes.io/enforce";
const PATH = `metadata.labels["${LABEL}"]`;

const namespace = (enforce: unknown) => ({ metadata: { name: "openmrs", labels: { [LABEL]: enforce } } });

describeRule(namespacePodSecurity, {
    type: "kubernetes:core/v1:Namespace",
    accepts: { "the restricted profile": compliant(namespace("restricted")) },
    rejects: {
        "the baseline profile": violation(
            namespace("baseline"),
            `${PATH} : attendu « restricted », obtenu « baseline »`,
        ),
    },
    unset: {
        "the label": violation(
            { metadata: { name: "openmrs" } },
            `${PATH} : attendu « restricted », non défini`,
        ),
    },
    unknown: { "the label": undecided(namespace(UNKNOWN), PATH) },
    otherType: "kubernetes:core/v1:Service",
});
