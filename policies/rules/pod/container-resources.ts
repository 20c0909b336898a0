import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";
import { containerExample } from "../../kubernetes/example-workload";
import { podSpec, workloadTypes } from "../../kubernetes/pods";

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
    examples: {
        compliant: [
            containerExample({
                resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: "128Mi" } },
            }),
        ],
        violation: [containerExample({ resources: { requests: { cpu: "100m", memory: "128Mi" } } })],
    },
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        pod.each("containers", checkResources, { required: true });
        // Ephemeral containers may not have any: they share those of the pod.
        pod.each("initContainers", checkResources);
    },
});

function checkResources(container: Inspection): void {
    for (const resource of ["cpu", "memory"]) {
        const given = (field: string) => container.read(`resources.${field}.${resource}`).state !== "unset";
        // A request that is not set is the limit.
        const field = !given("requests") && given("limits") ? "limits" : "requests";
        container.expectGiven(`resources.${field}.${resource}`, "une réservation");
    }
    container.expectGiven("resources.limits.memory", "une limite");
}
