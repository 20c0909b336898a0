import { falseOrUnset, such } from "../../expectation";
import { defineRule } from "../../rule";
import { eachContainer, podSpec, workloadTypes } from "./pods";

/** The only capability that the "restricted" profile of the Pod Security Standards lets a container add. */
const ADDABLE_CAPABILITY = "NET_BIND_SERVICE";

const addable = such(`« ${ADDABLE_CAPABILITY} » au plus`, (capability) => capability === ADDABLE_CAPABILITY);
const noHostPort = such("aucun port du nœud", (port) => port === undefined || port === 0);
const defaultProcMount = such("« Default »", (mount) => mount === undefined || mount === "Default");

export const podNotPrivileged = defineRule({
    id: "pod-not-privileged",
    title: {
        fr: "Aucun pod n’est privilégié ni ne partage l’espace du nœud",
        en: "No pod is privileged or shares the node's namespaces",
    },
    why: {
        fr: "Un conteneur privilégié compromis donne le nœud entier, donc les données de tous les pods qu’il porte.",
        en: "A compromised privileged container gives away the node, hence the data of every pod on it.",
    },
    remediation: {
        fr: "Retirer privileged, hostNetwork, hostPID, hostIPC, hostPath, hostPort et les capacités ajoutées.",
        en: "Remove privileged, hostNetwork, hostPID, hostIPC, hostPath, hostPort and added capabilities.",
    },
    severity: "critical",
    url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
    appliesTo: workloadTypes,
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        for (const shared of ["hostNetwork", "hostPID", "hostIPC"]) {
            pod.expect(shared, falseOrUnset);
        }
        pod.expect("securityContext.windowsOptions.hostProcess", falseOrUnset);
        pod.each("volumes", (volume) => {
            volume.forbid("hostPath", "monter un répertoire du nœud est interdit");
        });
        eachContainer(pod, (container) => {
            container.expect("securityContext.privileged", falseOrUnset);
            container.expect("securityContext.windowsOptions.hostProcess", falseOrUnset);
            container.expect("securityContext.procMount", defaultProcMount);
            container.each("securityContext.capabilities.add", (capability) => {
                capability.expect("", addable);
            });
            container.each("ports", (port) => {
                port.expect("hostPort", noHostPort);
            });
        });
    },
});
