import { falseOrUnset, such } from "../../expectation";
import { defineRule } from "../../rule";
import { containerExample } from "../../kubernetes/example-workload";
import { containerRemedy, eachContainer, podSpec, workloadTypes } from "../../kubernetes/pods";

const defaultProcMount = such("« Default »", (mount) => mount === undefined || mount === "Default");

export const podNotPrivileged = defineRule({
    id: "pod-not-privileged",
    title: {
        fr: "Aucun pod n’est privilégié",
        en: "No pod is privileged",
    },
    why: {
        fr: "Un conteneur privilégié compromis donne le nœud entier, donc les données de tous les pods qu’il porte.",
        en: "A compromised privileged container gives away the node, hence the data of every pod on it.",
    },
    remediation: {
        fr: "Retirer privileged, windowsOptions.hostProcess et procMount.",
        en: "Remove privileged, windowsOptions.hostProcess and procMount.",
    },
    severity: "critical",
    url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
    appliesTo: workloadTypes,
    examples: {
        compliant: [containerExample({ securityContext: { privileged: false } })],
        violation: [containerExample({ securityContext: { privileged: true } })],
    },
    remedies: (type) => containerRemedy(type, "securityContext.privileged", false),
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        pod.expect("securityContext.windowsOptions.hostProcess", falseOrUnset);
        eachContainer(pod, (container) => {
            container.expect("securityContext.privileged", falseOrUnset);
            container.expect("securityContext.windowsOptions.hostProcess", falseOrUnset);
            container.expect("securityContext.procMount", defaultProcMount);
        });
    },
});
