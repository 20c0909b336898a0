import { podNoServiceLinks } from "../../../policies/rules/pod/pod-no-service-links";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { DEPLOYMENT, deployment, POD } from "../pods";

const LINKS = `${POD}.enableServiceLinks`;

describeRule(podNoServiceLinks, {
    type: DEPLOYMENT,
    accepts: { "no links": compliant(deployment()) },
    rejects: {
        links: violation(deployment({ enableServiceLinks: true }), `${LINKS} : attendu false, obtenu true`),
    },
    unset: {
        "the setting": violation(
            deployment({ enableServiceLinks: null }),
            `${LINKS} : attendu false, non défini`,
        ),
    },
    unknown: { "the setting": undecided(deployment({ enableServiceLinks: UNKNOWN }), LINKS) },
    otherType: "kubernetes:core/v1:Service",
});
