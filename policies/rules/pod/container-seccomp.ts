import { such } from "../../expectation";
import { defineRule } from "../../rule";
import { podExample } from "../../kubernetes/example-workload";
import { eachOwner, isForWindows, podSpec, workloadTypes } from "../../kubernetes/pods";

const PROFILE = "securityContext.seccompProfile";

const confined = such(
    "« RuntimeDefault » ou « Localhost »",
    (type) => type === "RuntimeDefault" || type === "Localhost",
);

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
        eachOwner(PROFILE, pod, (owner) => {
            // Kubernetes' default is Unconfined.
            owner.expect(`${PROFILE}.type`, confined);
        });
    },
});
