import { such } from "../../expectation";
import { defineRule } from "../../rule";
import { containerExample } from "../../kubernetes/example-workload";
import { eachContainer, podSpec, workloadTypes } from "../../kubernetes/pods";

const pulled = such(
    "« IfNotPresent » ou « Always »",
    (policy) => policy === undefined || policy === "IfNotPresent" || policy === "Always",
);

export const containerImagePullPolicy = defineRule({
    id: "container-image-pull-policy",
    title: {
        fr: "Toute image est tirée de son registre",
        en: "Every image is pulled from its registry",
    },
    why: {
        fr: "Avec « Never », un conteneur lance l’image qu’il trouve sur le nœud, d’où qu’elle vienne.",
        en: 'With "Never", a container runs whatever image is on the node, wherever it came from.',
    },
    remediation: {
        fr: "Mettre imagePullPolicy à « IfNotPresent » avec une empreinte, ou à « Always ».",
        en: 'Set imagePullPolicy to "IfNotPresent" with a digest, or to "Always".',
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy",
    appliesTo: workloadTypes,
    examples: {
        compliant: [containerExample({ imagePullPolicy: "IfNotPresent" })],
        violation: [containerExample({ imagePullPolicy: "Never" })],
    },
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        eachContainer(pod, (container) => {
            // Not set, an image named by digest or by a tag other than latest is pulled if not present.
            container.expect("imagePullPolicy", pulled);
        });
        pod.each("volumes", (volume) => {
            volume.expect("image.pullPolicy", pulled);
        });
    },
});
