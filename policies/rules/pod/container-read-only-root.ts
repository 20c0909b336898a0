import { exactly } from "../../expectation";
import { defineRule } from "../../rule";
import { containerExample } from "../../kubernetes/example-workload";
import { eachContainer, isForWindows, podSpec, workloadTypes } from "../../kubernetes/pods";

export const containerReadOnlyRoot = defineRule({
    id: "container-read-only-root",
    title: {
        fr: "Le système de fichiers de tout conteneur est en lecture seule",
        en: "Every container's file system is read-only",
    },
    why: {
        fr: "Un intrus ne peut ni remplacer un exécutable ni déposer ses outils là où rien ne s’écrit.",
        en: "An intruder can neither replace a program nor leave tools where nothing can be written.",
    },
    remediation: {
        fr: "Mettre readOnlyRootFilesystem à true, et monter un emptyDir là où l’application écrit.",
        en: "Set readOnlyRootFilesystem to true, and mount an emptyDir where the application writes.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
    appliesTo: workloadTypes,
    examples: {
        compliant: [containerExample({ securityContext: { readOnlyRootFilesystem: true } })],
        violation: [containerExample({ securityContext: { readOnlyRootFilesystem: false } })],
    },
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        // Windows writes to the file system of its containers.
        if (!isForWindows(pod)) {
            eachContainer(pod, (container) => {
                container.expect("securityContext.readOnlyRootFilesystem", exactly(true));
            });
        }
    },
});
