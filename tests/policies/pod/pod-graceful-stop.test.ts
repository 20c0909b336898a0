import { podGracefulStop } from "../../../policies/rules/pod/pod-graceful-stop";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment, POD } from "../pods";

describeRule(podGracefulStop, {
    type: DEPLOYMENT,
    accepts: {
        "a second": compliant(deployment({ terminationGracePeriodSeconds: 1 })),
        "a probe's own": compliant(
            deployment({ containers: [container({ livenessProbe: { terminationGracePeriodSeconds: 1 } })] }),
        ),
    },
    rejects: {
        "no time at all": violation(
            deployment({ terminationGracePeriodSeconds: 0 }),
            `${POD}.terminationGracePeriodSeconds : attendu au moins une seconde, obtenu 0`,
        ),
        "no time after a probe": violation(
            deployment({
                containers: [
                    container({
                        livenessProbe: { terminationGracePeriodSeconds: 0 },
                        startupProbe: { terminationGracePeriodSeconds: "60" },
                    }),
                ],
            }),
            `${CONTAINER}.livenessProbe.terminationGracePeriodSeconds : attendu au moins une seconde, obtenu 0`,
            `${CONTAINER}.startupProbe.terminationGracePeriodSeconds : attendu au moins une seconde, obtenu « 60 »`,
        ),
    },
    unset: { "the time, which is then half a minute,": compliant(deployment()) },
    unknown: {
        "the time": undecided(
            deployment({ terminationGracePeriodSeconds: UNKNOWN }),
            `${POD}.terminationGracePeriodSeconds`,
        ),
    },
    otherType: "kubernetes:core/v1:Service",
});
