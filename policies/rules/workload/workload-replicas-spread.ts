import { any } from "../../answer";
import { exactly, mismatch } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";
import { deploymentExample } from "../../kubernetes/example-workload";
import { podSpec } from "../../kubernetes/pods";

const ZONE = "topology.kubernetes.io/zone";

const ANTI_AFFINITY = "affinity.podAntiAffinity";

export const workloadReplicasSpread = defineRule<{ readonly minimumReplicas: number }>({
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
        fr: "Donner des topologySpreadConstraints ou une podAntiAffinity de clé topology.kubernetes.io/zone.",
        en: "Give topologySpreadConstraints or a podAntiAffinity on the key topology.kubernetes.io/zone.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
    appliesTo: ["kubernetes:apps:Deployment", "kubernetes:apps:StatefulSet"],
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
            deploymentExample(
                { replicas: 3 },
                {
                    topologySpreadConstraints: [
                        { topologyKey: ZONE, maxSkew: 1, whenUnsatisfiable: "DoNotSchedule" },
                    ],
                },
            ),
        ],
        violation: [deploymentExample({ replicas: 3 })],
    },
    check(workload, { type }, { minimumReplicas }) {
        // Not set means 1.
        workload.given("spec.replicas", (replicas = 1) => {
            if (typeof replicas !== "number" || replicas < minimumReplicas) {
                workload.violation(
                    "spec.replicas",
                    mismatch(`au moins ${String(minimumReplicas)} réplique(s)`, replicas),
                );
            } else if (replicas > 1) {
                checkSpread(podSpec(workload, type));
            }
        });
    },
});

/** A spread that is only preferred counts too: it lets pods run while a zone is down. */
function checkSpread(pod: Inspection): void {
    const overZones = (term: Inspection) => term.meets("topologyKey", exactly(ZONE));
    pod.settle(
        any([
            pod.anyItem("topologySpreadConstraints", overZones),
            pod.anyItem(`${ANTI_AFFINITY}.requiredDuringSchedulingIgnoredDuringExecution`, overZones),
            pod.anyItem(`${ANTI_AFFINITY}.preferredDuringSchedulingIgnoredDuringExecution`, (preference) =>
                overZones(preference.at("podAffinityTerm")),
            ),
        ]),
        "topologySpreadConstraints",
        "attendu une répartition entre les zones",
    );
}
