import { namespacePodSecurity } from "../../../policies/rules/pod/namespace-pod-security";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const LABEL = "pod-security.kubernetes.io/enforce";
const PATH = `metadata.labels["${LABEL}"]`;

const VERSION = `metadata.labels["${LABEL}-version"]`;
const CURRENT = "attendu « latest » ou une version à partir de v1.25, obtenu";

const namespace = (enforce: unknown) => ({ metadata: { name: "openmrs", labels: { [LABEL]: enforce } } });
const version = (enforced: unknown) => ({
    metadata: { labels: { [LABEL]: "restricted", [`${LABEL}-version`]: enforced } },
});

describeRule(namespacePodSecurity, {
    type: "kubernetes:core/v1:Namespace",
    accepts: {
        "the restricted profile": compliant(namespace("restricted")),
        "the latest version of it": compliant(version("latest")),
        "a version of it since the first stable one": compliant(version("v1.25")),
    },
    rejects: {
        "an old version of the profile": violation(version("v1.24"), `${VERSION} : ${CURRENT} « v1.24 »`),
        "a version that is none": violation(version("1.30"), `${VERSION} : ${CURRENT} « 1.30 »`),
        "what begins or ends like a version": violation(
            version("v1.30-x"),
            `${VERSION} : ${CURRENT} « v1.30-x »`,
        ),
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
