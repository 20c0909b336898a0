import type { apps } from "@pulumi/kubernetes/types/input";

import { all, any } from "../../answer";
import { exactly, mismatch } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineStackRule } from "../../rule";
import { Autoscalers, autoscalerReads } from "../../kubernetes/autoscalers";
import { deploymentExample } from "../../kubernetes/example-workload";
import { podTemplate } from "../../kubernetes/pods";
import { selects } from "../../kubernetes/selector";

const ZONE = "topology.kubernetes.io/zone";

const ANTI_AFFINITY = "affinity.podAntiAffinity";

export const workloadReplicasSpread = defineStackRule<Autoscalers, { readonly minimumReplicas: number }>({
    id: "workload-replicas-spread",
    title: {
        fr: "Toute charge a assez de répliques, réparties entre les zones",
        en: "Every workload has enough replicas, spread over zones",
    },
    why: {
        fr: "Des répliques toutes dans une zone tombent avec elle : leur nombre ne protège de rien.",
        en: "Replicas that are all in one zone fail with it: their number protects from nothing.",
    },
    remediation: {
        fr: "Donner des topologySpreadConstraints ou une podAntiAffinity de clé topology.kubernetes.io/zone, dont labelSelector désigne ces pods.",
        en: "Give topologySpreadConstraints or a podAntiAffinity on the key topology.kubernetes.io/zone, whose labelSelector selects these pods.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
    appliesTo: ["kubernetes:apps:Deployment", "kubernetes:apps:StatefulSet"],
    reads: autoscalerReads,
    config: {
        minimumReplicas: {
            type: "integer",
            minimum: 1,
            description: "Nombre minimal de répliques d’une charge",
            default: 1,
        },
    },
    examples: {
        compliant: [
            {
                type: "kubernetes:apps/v1:Deployment",
                properties: {
                    spec: {
                        replicas: 3,
                        selector: { matchLabels: { app: "web" } },
                        template: {
                            metadata: { labels: { app: "web" } },
                            spec: {
                                topologySpreadConstraints: [
                                    {
                                        topologyKey: ZONE,
                                        maxSkew: 1,
                                        whenUnsatisfiable: "DoNotSchedule",
                                        labelSelector: { matchLabels: { app: "web" } },
                                    },
                                ],
                                containers: [{ name: "web" }],
                            },
                        },
                    },
                } satisfies Partial<apps.v1.Deployment>,
            },
        ],
        violation: [deploymentExample({ replicas: 3 })],
    },
    survey: (context) => new Autoscalers(context),
    check(workload, autoscalers, { minimumReplicas }) {
        const { type, properties } = workload;
        autoscalers.givenReplicas(workload, (replicas) => {
            if (typeof replicas !== "number" || replicas < minimumReplicas) {
                properties.violation(
                    "spec.replicas",
                    mismatch(`au moins ${String(minimumReplicas)} réplique(s)`, replicas),
                );
            } else if (replicas > 1) {
                checkSpread(podTemplate(properties, type));
            }
        });
    },
});

/**
 * A spread that is only preferred counts too: it lets pods run while a zone is down. One without a selector, or whose
 * selector is of other pods, spreads nothing.
 */
function checkSpread(template: Inspection): void {
    const pod = template.at("spec");
    const labels = template.at("metadata.labels");
    const overZones = (term: Inspection) =>
        all([term.meets("topologyKey", exactly(ZONE)), selects(term.at("labelSelector"), labels)]);
    pod.settle(
        any([
            pod.anyItem("topologySpreadConstraints", overZones),
            pod.anyItem(`${ANTI_AFFINITY}.requiredDuringSchedulingIgnoredDuringExecution`, overZones),
            pod.anyItem(`${ANTI_AFFINITY}.preferredDuringSchedulingIgnoredDuringExecution`, (preference) =>
                overZones(preference.at("podAffinityTerm")),
            ),
        ]),
        "topologySpreadConstraints",
        "attendu une répartition de ces pods entre les zones",
    );
}
