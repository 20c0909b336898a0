import type { core } from "@pulumi/kubernetes/types/input";

import { all, type Answer, any } from "../../answer";
import type { Inspection } from "../../inspection";
import { isEmpty } from "../../kubernetes/emptiness";
import { belongs, NAMESPACE } from "../../kubernetes/namespaces";
import { defineStackRule, type Subject } from "../../rule";

const QUOTA = "kubernetes:core:ResourceQuota";
const RANGE = "kubernetes:core:LimitRange";

/** What every node has too little of. */
const RESOURCES: readonly string[] = ["cpu", "memory"];

const ONE_POD: readonly unknown[] = ["Container", "Pod"];

const namespaceExample = {
    type: "kubernetes:core/v1:Namespace",
    properties: { metadata: { name: "openmrs" } } satisfies core.v1.Namespace,
};

export const namespaceQuota = defineStackRule({
    id: "namespace-quota",
    title: {
        fr: "Tout espace de noms a un quota de processeur et de mémoire, et borne ce qu’un pod en prend",
        en: "Every namespace has a quota of CPU and memory, and bounds what one pod takes of it",
    },
    why: {
        fr: "Sans quota, une charge qui s’emballe, ou celle d’un intrus, prend les nœuds aux autres services.",
        en: "Without a quota, a runaway workload, or an intruder's, takes the nodes from the other services.",
    },
    remediation: {
        fr: "Ajouter un ResourceQuota (limits.cpu, limits.memory) et un LimitRange dont max borne cpu et memory d’un pod ou d’un conteneur.",
        en: "Add a ResourceQuota (limits.cpu, limits.memory) and a LimitRange whose max bounds cpu and memory of a pod or a container.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/policy/resource-quotas/",
    appliesTo: [NAMESPACE],
    reads: { [QUOTA]: ["metadata.namespace", "spec"], [RANGE]: ["metadata.namespace", "spec"] },
    examples: {
        compliant: [
            namespaceExample,
            {
                type: "kubernetes:core/v1:ResourceQuota",
                properties: {
                    metadata: { namespace: "openmrs" },
                    spec: { hard: { "limits.cpu": "8", "limits.memory": "16Gi" } },
                } satisfies core.v1.ResourceQuota,
            },
            {
                type: "kubernetes:core/v1:LimitRange",
                properties: {
                    metadata: { namespace: "openmrs" },
                    spec: { limits: [{ type: "Pod", max: { cpu: "2", memory: "6Gi" } }] },
                } satisfies core.v1.LimitRange,
            },
        ],
        violation: [namespaceExample],
    },
    survey: (context) => ({
        quotas: context.filter(({ type }) => type === QUOTA),
        ranges: context.filter(({ type }) => type === RANGE),
    }),
    check(namespace, { quotas, ranges }) {
        for (const resource of RESOURCES) {
            namespace.properties.settle(
                anyOf(quotas, namespace, (quota) => limits(quota, resource)),
                "metadata.name",
                `attendu un ResourceQuota de limits.${resource} sur tous les pods`,
            );
            namespace.properties.settle(
                anyOf(ranges, namespace, (range) => boundsOne(range, resource)),
                "metadata.name",
                `attendu un LimitRange qui borne ${resource} d’un pod ou d’un conteneur`,
            );
        }
    },
});

function anyOf(
    resources: readonly Subject[],
    namespace: Subject,
    test: (properties: Inspection) => Answer,
): Answer {
    return any(resources.map((resource) => all([belongs(resource, namespace), test(resource.properties)])));
}

/** A quota with scopes counts some pods only. */
function limits(quota: Inspection, resource: string): Answer {
    return all([
        quota.some([quota.read(["spec", "hard", `limits.${resource}`])], () => true),
        isEmpty(quota, "spec.scopes"),
        isEmpty(quota, "spec.scopeSelector"),
    ]);
}

function boundsOne(range: Inspection, resource: string): Answer {
    return range.anyItem("spec.limits", (limit) =>
        all([
            limit.some([limit.read("type")], (type) => ONE_POD.includes(type)),
            limit.some([limit.read(["max", resource])], () => true),
        ]),
    );
}
