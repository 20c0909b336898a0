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
        const check = (container: Inspection) => {
            for (const resource of ["cpu", "memory"]) {
                // A request that is not set is the limit.
                expectOne(
                    [container, pod],
                    [`requests.${resource}`, `limits.${resource}`],
                    "une réservation",
                );
            }
            expectOne([container, pod], ["limits.memory"], "une limite");
        };
        pod.each("containers", check, { required: true });
        // Ephemeral containers may not have any: they share those of the pod.
        pod.each("initContainers", check);
    },
});

/** Requires one of the fields of a container or, for all its containers together, of the pod. */
function expectOne(owners: readonly [Inspection, Inspection], fields: readonly string[], what: string): void {
    const stated = owners.flatMap((owner) =>
        fields
            .map((field) => ({ owner, path: `resources.${field}` }))
            .filter(({ path }) => owner.read(path).state !== "unset"),
    );
    const [first = { owner: owners[0], path: `resources.${String(fields[0])}` }] = stated;
    first.owner.expectGiven(first.path, what);
}
