import { exactly } from "../../expectation";
import { defineRule } from "../../rule";
import { podExample } from "../../kubernetes/example-workload";
import { podSpec, workloadTypes } from "../../kubernetes/pods";

export const podNoServiceLinks = defineRule({
    id: "pod-no-service-links",
    title: {
        fr: "Aucun pod ne reçoit l’adresse de chaque service dans son environnement",
        en: "No pod receives the address of every service in its environment",
    },
    why: {
        fr: "Ces variables dressent, pour qui lit l’environnement d’un pod, la carte des services de l’espace de noms.",
        en: "To whoever reads a pod's environment, these variables draw the map of the namespace's services.",
    },
    remediation: {
        fr: "Mettre enableServiceLinks à false dans le pod.",
        en: "Set enableServiceLinks to false in the pod.",
    },
    severity: "low",
    url: "https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables",
    appliesTo: workloadTypes,
    examples: {
        compliant: [podExample({ enableServiceLinks: false })],
        violation: [podExample({ enableServiceLinks: true })],
    },
    check(workload, { type }) {
        // Not set means true.
        podSpec(workload, type).expect("enableServiceLinks", exactly(false));
    },
});
