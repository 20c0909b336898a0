import { exactly, such } from "../../expectation";
import { defineRule } from "../../rule";
import { containerExample } from "../../kubernetes/example-workload";
import { containerRemedy, eachContainer, isForWindows, podSpec, workloadTypes } from "../../kubernetes/pods";

/** The only capability that the "restricted" profile of the Pod Security Standards lets a container add. */
const ADDABLE_CAPABILITY = "NET_BIND_SERVICE";

const addable = such(`« ${ADDABLE_CAPABILITY} » au plus`, (capability) => capability === ADDABLE_CAPABILITY);

export const containerHardened = defineRule({
    id: "container-hardened",
    title: {
        fr: "Tout conteneur est sans capacité du noyau et ne peut élever ses privilèges",
        en: "Every container is without kernel capabilities and cannot raise its privileges",
    },
    why: {
        fr: "Une faille applicative ne doit donner ni droits du noyau, ni moyen d’en acquérir par un exécutable setuid.",
        en: "A flaw in an application must give neither rights of the kernel nor a way to gain them by a setuid program.",
    },
    remediation: {
        fr: "Dans securityContext, mettre allowPrivilegeEscalation à false et capabilities.drop à [« ALL »].",
        en: 'In securityContext, set allowPrivilegeEscalation to false and capabilities.drop to ["ALL"].',
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
    appliesTo: workloadTypes,
    examples: {
        compliant: [
            containerExample({
                securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
            }),
        ],
        violation: [
            containerExample({
                securityContext: {
                    allowPrivilegeEscalation: true,
                    capabilities: { drop: ["NET_RAW"], add: ["SYS_PTRACE"] },
                },
            }),
        ],
    },
    remedies: (type) => containerRemedy(type, "securityContext.allowPrivilegeEscalation", false),
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        const hasCapabilities = !isForWindows(pod);
        eachContainer(pod, (container) => {
            container.each("securityContext.capabilities.add", (capability) => {
                capability.expect("", addable);
            });
            if (hasCapabilities) {
                container.expect("securityContext.allowPrivilegeEscalation", exactly(false));
                container.includes("securityContext.capabilities.drop", exactly("ALL"));
            }
        });
    },
});
