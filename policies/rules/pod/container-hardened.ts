import { anyCase, exactly, such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";
import { eachContainer, podSpec, workloadTypes } from "../../kubernetes/pods";

const notRoot = such(
    "un utilisateur autre que 0",
    (user) => user === undefined || (typeof user === "number" && user > 0),
);

export const containerHardened = defineRule({
    id: "container-hardened",
    title: {
        fr: "Tout conteneur est durci : sans root, sans capacité, système de fichiers en lecture seule",
        en: "Every container is hardened: no root, no capability, read-only file system",
    },
    why: {
        fr: "Une faille applicative ne doit donner ni les droits root, ni de quoi s’installer ou sortir du conteneur.",
        en: "A flaw in an application must give neither root nor the means to settle in or leave the container.",
    },
    remediation: {
        fr: "Compléter securityContext : runAsNonRoot, allowPrivilegeEscalation, readOnlyRootFilesystem, capabilities.drop, seccompProfile.",
        en: "Complete securityContext: runAsNonRoot, allowPrivilegeEscalation, readOnlyRootFilesystem, capabilities.drop, seccompProfile.",
    },
    severity: "high",
    url: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
    appliesTo: workloadTypes,
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        eachContainer(pod, (container) => {
            const inherited = (setting: string) => ownerOf(setting, container, pod);
            inherited("securityContext.runAsNonRoot").expect("securityContext.runAsNonRoot", exactly(true));
            inherited("securityContext.runAsUser").expect("securityContext.runAsUser", notRoot);
            inherited("securityContext.seccompProfile.type").expect(
                "securityContext.seccompProfile.type",
                anyCase("RuntimeDefault", "Localhost"),
            );
            container.expect("securityContext.allowPrivilegeEscalation", exactly(false));
            container.expect("securityContext.readOnlyRootFilesystem", exactly(true));
            container.includes("securityContext.capabilities.drop", exactly("ALL"));
        });
    },
});

/** A setting of the pod holds for a container that does not set its own. */
function ownerOf(setting: string, container: Inspection, pod: Inspection): Inspection {
    const own = container.read(setting).state !== "unset";
    return own || pod.read(setting).state === "unset" ? container : pod;
}
