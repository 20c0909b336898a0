import { such } from "../../expectation";
import { defineRule } from "../../rule";
import { podExample } from "../../kubernetes/example-workload";
import { eachContainer, podSpec, workloadTypes } from "../../kubernetes/pods";

const grace = such(
    "au moins une seconde",
    (seconds) => seconds === undefined || (typeof seconds === "number" && seconds >= 1),
);

export const podGracefulStop = defineRule({
    id: "pod-graceful-stop",
    title: {
        fr: "Tout pod a le temps de s’arrêter proprement",
        en: "Every pod has time to stop properly",
    },
    why: {
        fr: "Un pod tué sur-le-champ perd les écritures en cours, et ce que les journaux devaient en dire.",
        en: "A pod that is killed at once loses the writes under way, and what logs were to say of them.",
    },
    remediation: {
        fr: "Donner terminationGracePeriodSeconds d’au moins une seconde, à la mesure de l’arrêt.",
        en: "Give a terminationGracePeriodSeconds of at least one second, as long as stopping takes.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination",
    appliesTo: workloadTypes,
    examples: {
        compliant: [podExample({ terminationGracePeriodSeconds: 60 })],
        violation: [podExample({ terminationGracePeriodSeconds: 0 })],
    },
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        // Not set means 30 seconds.
        pod.expect("terminationGracePeriodSeconds", grace);
        eachContainer(pod, (container) => {
            for (const probe of ["livenessProbe", "startupProbe"]) {
                // Not set, the pod's.
                container.expect(`${probe}.terminationGracePeriodSeconds`, grace);
            }
        });
    },
});
