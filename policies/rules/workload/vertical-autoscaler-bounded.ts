import { all, type Answer } from "../../answer";
import { exactly } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const TYPE = "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler";

export const verticalAutoscalerBounded = defineRule({
    id: "vertical-autoscaler-bounded",
    title: {
        fr: "Un autoscaler vertical conseille seulement, ou ne dépasse pas un maximum",
        en: "A vertical autoscaler only recommends, or does not exceed a maximum",
    },
    why: {
        fr: "Sans borne, une fuite de mémoire ou une attaque fait grandir un pod jusqu’à ce qu’il ne tienne plus sur un nœud.",
        en: "Without a bound, a memory leak or an attack makes a pod grow until it fits no node any more.",
    },
    remediation: {
        fr: "Mettre updateMode à Off, ou donner maxAllowed (cpu et memory) à la politique du conteneur « * ».",
        en: 'Set updateMode to Off, or give the policy of the container "*" a maxAllowed (cpu and memory).',
    },
    severity: "low",
    url: "https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/api.md",
    appliesTo: ["kubernetes:autoscaling.k8s.io:VerticalPodAutoscaler"],
    examples: {
        compliant: [{ type: TYPE, properties: { spec: { updatePolicy: { updateMode: "Off" } } } }],
        violation: [{ type: TYPE, properties: { spec: { updatePolicy: { updateMode: "Recreate" } } } }],
    },
    check(autoscaler) {
        // Not set means that it acts.
        autoscaler.given("spec.updatePolicy.updateMode", (mode) => {
            if (mode !== "Off") {
                autoscaler.settle(
                    autoscaler.anyItem("spec.resourcePolicy.containerPolicies", boundsEveryContainer),
                    "spec.resourcePolicy.containerPolicies",
                    "attendu un maximum pour tout conteneur, ou le mode « Off »",
                );
            }
        });
    },
});

function boundsEveryContainer(policy: Inspection): Answer {
    return all([
        policy.meets("containerName", exactly("*")),
        ...["cpu", "memory"].map((resource) =>
            policy.some([policy.read(["maxAllowed", resource])], () => true),
        ),
    ]);
}
