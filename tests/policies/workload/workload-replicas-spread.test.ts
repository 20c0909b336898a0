import { workloadReplicasSpread } from "../../../policies/rules/workload/workload-replicas-spread";
import { compliant, describeStackRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { deployment, POD, podSpec } from "../pods";
import { autoscaler, DEFAULT_NAMESPACE, eachAlone } from "./alone";

const ZONE = "topology.kubernetes.io/zone";
const HOST = "kubernetes.io/hostname";
const NOT_SPREAD = `${POD}.topologySpreadConstraints : attendu une répartition de ces pods entre les zones`;

const labels = { app: "web" };
const labelSelector = { matchLabels: labels };

const replicas = (count: unknown, pod: object = {}) => ({
    metadata: { name: "web" },
    spec: { replicas: count, template: { metadata: { labels }, spec: podSpec(pod) } },
});
const antiAffinity = (kind: "required" | "preferred", terms: readonly object[]) => ({
    affinity: { podAntiAffinity: { [`${kind}DuringSchedulingIgnoredDuringExecution`]: terms } },
});

describeStackRule(workloadReplicasSpread, {
    accepts: {
        ...eachAlone(
            {
                "as many as the stack asks for, which an autoscaler keeps,": {
                    ...compliant(
                        replicas(null, { topologySpreadConstraints: [{ topologyKey: ZONE, labelSelector }] }),
                    ),
                    config: { minimumReplicas: 2 },
                },
            },
            autoscaler({ minReplicas: 2 }),
            DEFAULT_NAMESPACE,
        ),
        ...eachAlone({
            "a single replica": compliant(replicas(1)),
            "replicas that are spread over zones": compliant(
                replicas(2, {
                    topologySpreadConstraints: [
                        { topologyKey: HOST, labelSelector },
                        { topologyKey: ZONE, labelSelector },
                    ],
                }),
            ),
            "replicas that must not share a zone": compliant(
                replicas(2, antiAffinity("required", [{ topologyKey: ZONE, labelSelector }])),
            ),
            "replicas that had better not share a zone": compliant(
                replicas(
                    2,
                    antiAffinity("preferred", [{ podAffinityTerm: { topologyKey: ZONE, labelSelector } }]),
                ),
            ),
            "as many as the stack asks for": {
                ...compliant(
                    replicas(2, { topologySpreadConstraints: [{ topologyKey: ZONE, labelSelector }] }),
                ),
                config: { minimumReplicas: 2 },
            },
            "a single replica of a database": {
                ...compliant(replicas(1)),
                type: "kubernetes:apps/v1:StatefulSet",
            },
        }),
    },
    rejects: {
        ...eachAlone(
            { "replicas of an autoscaler that nothing spreads": violation(replicas(null), NOT_SPREAD) },
            autoscaler({ minReplicas: 2 }),
        ),
        ...eachAlone({
            "replicas that nothing spreads": violation(replicas(2), NOT_SPREAD),
            "replicas that are spread over nodes alone": violation(
                replicas(2, { topologySpreadConstraints: [{ topologyKey: HOST, labelSelector }] }),
                NOT_SPREAD,
            ),
            "a spread without selector, which is of no pod,": violation(
                replicas(2, { topologySpreadConstraints: [{ topologyKey: ZONE }] }),
                NOT_SPREAD,
            ),
            "a distance from other pods": violation(
                replicas(
                    2,
                    antiAffinity("required", [
                        { topologyKey: ZONE, labelSelector: { matchLabels: { app: "api" } } },
                    ]),
                ),
                NOT_SPREAD,
            ),
            "no replica": violation(replicas(0), "spec.replicas : attendu au moins 1 réplique(s), obtenu 0"),
            "fewer than the stack asks for": {
                ...violation(replicas(1), "spec.replicas : attendu au moins 2 réplique(s), obtenu 1"),
                config: { minimumReplicas: 2 },
            },
            "a number as a text": violation(
                replicas("3"),
                "spec.replicas : attendu au moins 1 réplique(s), obtenu « 3 »",
            ),
        }),
    },
    unset: {
        ...eachAlone(
            { "the least that an autoscaler keeps, which is then 1,": compliant(replicas(3)) },
            autoscaler({}),
        ),
        ...eachAlone({
            "the number, which is then 1,": compliant(deployment()),
            "the number where the stack asks for more": {
                ...violation(deployment(), "spec.replicas : attendu au moins 2 réplique(s), obtenu 1"),
                config: { minimumReplicas: 2 },
            },
        }),
    },
    unknown: {
        ...eachAlone({
            "the number": undecided(replicas(UNKNOWN), "spec.replicas"),
            "the selector of the only constraint": undecided(
                replicas(2, {
                    topologySpreadConstraints: [
                        { topologyKey: ZONE, labelSelector: { matchLabels: UNKNOWN } },
                    ],
                }),
                `${POD}.topologySpreadConstraints[0].labelSelector.matchLabels`,
            ),
            "the key of the only constraint": undecided(
                replicas(2, { topologySpreadConstraints: [{ topologyKey: UNKNOWN, labelSelector }] }),
                `${POD}.topologySpreadConstraints[0].topologyKey`,
            ),
        }),
    },
    otherType: "kubernetes:apps/v1:DaemonSet",
});
