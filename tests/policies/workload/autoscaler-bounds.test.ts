import { autoscalerBounds } from "../../../policies/rules/workload/autoscaler-bounds";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const bounds = (minReplicas: unknown, maxReplicas: unknown) => ({ spec: { minReplicas, maxReplicas } });

describeRule(autoscalerBounds, {
    type: "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
    accepts: {
        "two replicas or more": compliant(bounds(2, 3)),
        "one where the stack allows it": { ...compliant(bounds(1, 2)), config: { minimumReplicas: 1 } },
    },
    rejects: {
        "one replica": violation(bounds(1, 3), "spec.minReplicas : attendu au moins 2 réplique(s), obtenu 1"),
        "a text": violation(
            bounds("2", 3),
            "spec.minReplicas : attendu au moins 2 réplique(s), obtenu « 2 »",
        ),
        "bounds that are one": violation(bounds(2, 2), "spec.maxReplicas : attendu plus de 2, obtenu 2"),
        "a maximum as a text": violation(
            bounds(2, "3"),
            "spec.maxReplicas : attendu plus de 2, obtenu « 3 »",
        ),
    },
    unset: {
        "the minimum, which is then 1,": violation(
            bounds(null, 3),
            "spec.minReplicas : attendu au moins 2 réplique(s), obtenu 1",
        ),
        "the minimum where the stack allows 1": {
            ...compliant(bounds(null, 2)),
            config: { minimumReplicas: 1 },
        },
        "the maximum": violation(bounds(2, null), "spec.maxReplicas : attendu plus de 2, non défini"),
    },
    unknown: {
        "the minimum": undecided(bounds(UNKNOWN, 3), "spec.minReplicas"),
        "the maximum": undecided(bounds(2, UNKNOWN), "spec.maxReplicas"),
    },
    otherType: "kubernetes:apps/v1:Deployment",
});
