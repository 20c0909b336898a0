import { verticalAutoscalerBounded } from "../../../policies/rules/workload/vertical-autoscaler-bounded";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const PLACE = "spec.resourcePolicy.containerPolicies";
const UNBOUNDED = `${PLACE} : attendu un maximum pour tout conteneur, ou le mode « Off »`;

const acting = (policies: unknown, mode: unknown = "Recreate") => ({
    spec: { updatePolicy: { updateMode: mode }, resourcePolicy: { containerPolicies: policies } },
});
const policy = (maxAllowed: unknown, containerName: unknown = "*") => ({ containerName, maxAllowed });
const MAXIMUM = { cpu: "2", memory: "4Gi" };

describeRule(verticalAutoscalerBounded, {
    type: "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler",
    accepts: {
        recommendations: compliant(acting(null, "Off")),
        "a maximum for every container": compliant(acting([policy({ cpu: "1" }, "web"), policy(MAXIMUM)])),
    },
    rejects: {
        "one that acts without bound": violation(acting([]), UNBOUNDED),
        "one that acts at the start of pods": violation(acting([], "Initial"), UNBOUNDED),
        "a maximum of one container": violation(acting([policy(MAXIMUM, "web")]), UNBOUNDED),
        "a maximum of memory alone": violation(acting([policy({ memory: "4Gi" })]), UNBOUNDED),
        "a maximum of CPU alone": violation(acting([policy({ cpu: "2" })]), UNBOUNDED),
    },
    unset: {
        "the mode, which then is to act,": violation({ spec: {} }, UNBOUNDED),
        "the maximum": violation(acting([policy(null)]), UNBOUNDED),
    },
    unknown: {
        "the mode": undecided(acting([], UNKNOWN), "spec.updatePolicy.updateMode"),
        "a maximum": undecided(acting([policy({ ...MAXIMUM, cpu: UNKNOWN })]), `${PLACE}[0].maxAllowed.cpu`),
    },
    otherType: "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
});
