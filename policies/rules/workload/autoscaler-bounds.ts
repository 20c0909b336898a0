import type { autoscaling } from "@pulumi/kubernetes/types/input";

import { mismatch } from "../../expectation";
import { defineRule } from "../../rule";

export const autoscalerBounds = defineRule<{ readonly minimumReplicas: number }>({
    id: "autoscaler-bounds",
    title: {
        fr: "Tout autoscaler garde plusieurs répliques et peut en ajouter",
        en: "Every autoscaler keeps several replicas and can add some",
    },
    why: {
        fr: "Réduite à une réplique la nuit, l’application tombe à la première panne ; figée, elle sature aux heures de pointe.",
        en: "Scaled down to one replica at night, the application fails at the first fault; fixed, it saturates at peak hours.",
    },
    remediation: {
        fr: "Donner minReplicas d’au moins 2, et maxReplicas au-dessus.",
        en: "Give a minReplicas of at least 2, and a maxReplicas above it.",
    },
    severity: "low",
    url: "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/",
    appliesTo: ["kubernetes:autoscaling:HorizontalPodAutoscaler"],
    config: {
        minimumReplicas: {
            type: "integer",
            minimum: 1,
            description: "Nombre de répliques sous lequel un autoscaler ne peut descendre",
            default: 2,
        },
    },
    examples: {
        compliant: [
            {
                type: "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
                properties: {
                    spec: {
                        scaleTargetRef: { kind: "Deployment", name: "web" },
                        minReplicas: 2,
                        maxReplicas: 6,
                    },
                } satisfies Partial<autoscaling.v2.HorizontalPodAutoscaler>,
            },
        ],
        violation: [
            {
                type: "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
                properties: {
                    spec: { scaleTargetRef: { kind: "Deployment", name: "web" }, maxReplicas: 6 },
                } satisfies Partial<autoscaling.v2.HorizontalPodAutoscaler>,
            },
        ],
    },
    check(autoscaler, _resource, { minimumReplicas }) {
        // Not set means 1.
        autoscaler.given("spec.minReplicas", (least = 1) => {
            if (typeof least !== "number" || least < minimumReplicas) {
                autoscaler.violation(
                    "spec.minReplicas",
                    mismatch(`au moins ${String(minimumReplicas)} réplique(s)`, least),
                );
                return;
            }
            autoscaler.given("spec.maxReplicas", (most) => {
                if (typeof most !== "number" || most <= least) {
                    autoscaler.violation("spec.maxReplicas", mismatch(`plus de ${String(least)}`, most));
                }
            });
        });
    },
});
