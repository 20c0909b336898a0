import { containerNoDebug } from "../../../policies/rules/pod/container-no-debug";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, DEPLOYMENT, deployment, describeRemedies, everyContainer, POD } from "../pods";

describeRule(containerNoDebug, {
    type: DEPLOYMENT,
    accepts: {
        "an ordinary pod": compliant(deployment()),
        "what is off": compliant(
            deployment({ ephemeralContainers: [], containers: [container({ stdin: false, tty: false })] }),
        ),
    },
    rejects: {
        "a terminal": violation(
            deployment({ initContainers: [container({ stdin: true, tty: true })] }),
            `${POD}.initContainers[0].stdin : attendu false, obtenu true`,
            `${POD}.initContainers[0].tty : attendu false, obtenu true`,
        ),
        "a debugging container": violation(
            deployment({ ephemeralContainers: [container()] }),
            `${POD}.ephemeralContainers[0] : attendu aucun conteneur de débogage`,
        ),
    },
    unset: { "every setting": compliant(deployment({ ephemeralContainers: null })) },
    unknown: {
        "the debugging containers": undecided(
            deployment({ ephemeralContainers: UNKNOWN }),
            `${POD}.ephemeralContainers`,
        ),
    },
    otherType: "kubernetes:core/v1:Service",
});
describeRemedies(containerNoDebug, ...everyContainer("stdin", false), ...everyContainer("tty", false));
