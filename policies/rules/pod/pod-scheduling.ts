import { such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";
import { podExample } from "../../kubernetes/example-workload";
import { podSpec, workloadTypes } from "../../kubernetes/pods";

/** Labels and taints of the nodes that run the cluster itself. */
const CONTROL_PLANE = /^node-role\.kubernetes\.io\/(control-plane|master)$/;

/** Priorities that evict any other pod. */
const SYSTEM_PRIORITY = /^system-(cluster|node)-critical$/;

const scheduled = such("aucun nœud désigné", (node) => node === undefined || node === "");
const ordinary = such("une priorité d’application", (name) => !SYSTEM_PRIORITY.test(String(name)));
const elsewhere = such("un nœud de travail", (key) => !CONTROL_PLANE.test(String(key)));

export const podScheduling = defineRule({
    id: "pod-scheduling",
    title: {
        fr: "Tout pod est placé par l’ordonnanceur, hors des nœuds qui pilotent le cluster",
        en: "Every pod is placed by the scheduler, away from the nodes that run the cluster",
    },
    why: {
        fr: "Un pod qui se place lui-même, tolère tout ou évince les autres contourne la séparation des nœuds.",
        en: "A pod that places itself, tolerates everything or evicts others gets round the separation of nodes.",
    },
    remediation: {
        fr: "Retirer nodeName et les priorités système ; donner une clé à chaque tolérance.",
        en: "Remove nodeName and system priorities; give every toleration a key.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/",
    appliesTo: workloadTypes,
    examples: {
        compliant: [
            podExample({
                nodeSelector: { "pool.example/name": "general" },
                tolerations: [{ key: "pool.example/name", operator: "Exists" }],
            }),
        ],
        violation: [
            podExample({ tolerations: [{ operator: "Exists" }] }),
            podExample({ nodeSelector: { "node-role.kubernetes.io/control-plane": "" } }),
        ],
    },
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        pod.expect("nodeName", scheduled);
        pod.expect("priorityClassName", ordinary);
        pod.entries("nodeSelector", (key, label) => {
            if (CONTROL_PLANE.test(key)) {
                label.forbid("", "attendu un nœud de travail, obtenu un nœud qui pilote le cluster");
            }
        });
        pod.each("tolerations", checkToleration);
        const affinity = pod.at("affinity.nodeAffinity");
        affinity.each("requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms", checkTerm);
        affinity.each("preferredDuringSchedulingIgnoredDuringExecution", (preference) => {
            checkTerm(preference.at("preference"));
        });
    },
});

/** Without a key, a toleration is of every taint. */
function checkToleration(toleration: Inspection): void {
    toleration.given("key", (key) => {
        if (key === undefined || key === "") {
            toleration.violation("", "attendu une clé, obtenu une tolérance à tout");
        } else {
            toleration.expect("key", elsewhere);
        }
    });
}

function checkTerm(term: Inspection): void {
    term.each("matchExpressions", (expression) => {
        expression.given("operator", (operator) => {
            // NotIn and DoesNotExist keep away from such nodes.
            if (operator === "In" || operator === "Exists") {
                expression.expect("key", elsewhere);
            }
        });
    });
}
