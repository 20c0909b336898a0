import { serviceSourcesNarrow } from "../../../policies/rules/traffic/service-sources-narrow";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const balancer = (spec: object) => ({
    spec: { type: "LoadBalancer", externalTrafficPolicy: "Local", ...spec },
});
const LOCAL = "spec.externalTrafficPolicy : attendu « Local »";

describeRule(serviceSourcesNarrow, {
    type: "kubernetes:core/v1:Service",
    accepts: { "a narrow range": compliant(balancer({ loadBalancerSourceRanges: ["10.0.0.0/8"] })) },
    rejects: {
        "a balancer that hides the client": violation(
            balancer({ externalTrafficPolicy: "Cluster" }),
            `${LOCAL}, obtenu « Cluster »`,
        ),
        "the Internet": violation(
            balancer({ loadBalancerSourceRanges: ["10.0.0.0/8", "0.0.0.0/0"] }),
            "spec.loadBalancerSourceRanges[1] : attendu une plage plus étroite qu’Internet, obtenu « 0.0.0.0/0 »",
        ),
    },
    unset: {
        "the policy": violation(balancer({ externalTrafficPolicy: null }), `${LOCAL}, non défini`),
        "the kind, which is then ClusterIP,": { ...compliant({ spec: {} }), status: "notApplicable" },
    },
    unknown: {
        "the kind": undecided({ spec: { type: UNKNOWN } }, "spec.type"),
        "a range": undecided(
            balancer({ loadBalancerSourceRanges: [UNKNOWN] }),
            "spec.loadBalancerSourceRanges[0]",
        ),
    },
    otherType: "kubernetes:core/v1:Endpoints",
});
