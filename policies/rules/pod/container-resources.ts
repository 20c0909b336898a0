import { defineRule } from "../../rule";
import { eachContainer, podSpec, workloadTypes } from "../../kubernetes/pods";

export const containerResources = defineRule({
    id: "container-resources",
    title: {
        fr: "Tout conteneur réserve ses ressources et borne sa mémoire",
        en: "Every container reserves its resources and bounds its memory",
    },
    why: {
        fr: "Un conteneur sans borne peut affamer le nœud et rendre le dossier patient indisponible.",
        en: "A container without bounds can starve the node and make patient records unavailable.",
    },
    remediation: {
        fr: "Donner resources.requests.cpu, resources.requests.memory et resources.limits.memory.",
        en: "Give resources.requests.cpu, resources.requests.memory and resources.limits.memory.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
    appliesTo: workloadTypes,
    check(workload, { type }) {
        eachContainer(podSpec(workload, type), (container) => {
            container.expectGiven("resources.requests.cpu", "une réservation");
            container.expectGiven("resources.requests.memory", "une réservation");
            container.expectGiven("resources.limits.memory", "une limite");
        });
    },
});
