import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";
import { podExample } from "../../kubernetes/example-workload";
import { eachContainer, isForWindows, ownerOf, podSpec, workloadTypes } from "../../kubernetes/pods";

const PROFILE = "securityContext.seccompProfile";

const confined = anyCase("RuntimeDefault", "Localhost");

export const containerSeccomp = defineRule({
    id: "container-seccomp",
    title: {
        fr: "Les appels système de tout conteneur sont filtrés (seccomp)",
        en: "The system calls of every container are filtered (seccomp)",
    },
    why: {
        fr: "La plupart des évasions de conteneur passent par un appel système dont nulle application n’a besoin.",
        en: "Most container escapes go through a system call that no application needs.",
    },
    remediation: {
        fr: "Mettre securityContext.seccompProfile.type à « RuntimeDefault » dans le pod.",
        en: 'Set securityContext.seccompProfile.type to "RuntimeDefault" in the pod.',
    },
    severity: "high",
    url: "https://kubernetes.io/docs/tutorials/security/seccomp/",
    appliesTo: workloadTypes,
    examples: {
        compliant: [podExample({ securityContext: { seccompProfile: { type: "RuntimeDefault" } } })],
        violation: [podExample({ securityContext: { seccompProfile: { type: "Unconfined" } } })],
    },
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        if (isForWindows(pod)) {
            return;
        }
        // The pod's profile counts even where each container has its own: it is what the others inherit.
        if (pod.read(PROFILE).state !== "unset") {
            pod.expect(`${PROFILE}.type`, confined);
        }
        eachContainer(pod, (container) => {
            // Kubernetes' default is Unconfined.
            ownerOf(PROFILE, container, pod).expect(`${PROFILE}.type`, confined);
        });
    },
});
