import { falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";
import { containerExample, podExample } from "../../kubernetes/example-workload";
import { containerRemedy, eachContainer, podSpec, workloadTypes } from "../../kubernetes/pods";

export const containerNoDebug = defineRule({
    id: "container-no-debug",
    title: {
        fr: "Aucun conteneur de débogage ni terminal n’est déclaré",
        en: "No debugging container or terminal is declared",
    },
    why: {
        fr: "Un terminal ouvert ou un conteneur de débogage permet de lire, à la main et sans trace, ce que traite le pod.",
        en: "An open terminal or a debugging container lets people read, by hand and untraced, what the pod handles.",
    },
    remediation: {
        fr: "Retirer ephemeralContainers, stdin et tty.",
        en: "Remove ephemeralContainers, stdin and tty.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/",
    appliesTo: workloadTypes,
    examples: {
        compliant: [containerExample({ tty: false })],
        violation: [
            containerExample({ stdin: true, tty: true }),
            podExample({ ephemeralContainers: [{ name: "debug" }] }),
        ],
    },
    remedies: (type) => [...containerRemedy(type, "stdin", false), ...containerRemedy(type, "tty", false)],
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        pod.each("ephemeralContainers", (container) => {
            container.violation("", "attendu aucun conteneur de débogage");
        });
        eachContainer(pod, (container) => {
            container.expect("stdin", falseOrUnset);
            container.expect("tty", falseOrUnset);
        });
    },
});
