import { mismatch, such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineStackRule } from "../../rule";
import { Autoscalers, autoscalerReads } from "../../kubernetes/autoscalers";
import { deploymentExample } from "../../kubernetes/example-workload";

const DEPLOYMENT = "kubernetes:apps:Deployment";

const rolling = such("« RollingUpdate »", (type) => type === undefined || type === "RollingUpdate");
const applied = such("une mise à jour appliquée d’office", (type) => type !== "OnDelete");
const everyPod = such("aucune partition", (first) => first === undefined || first === 0);
const running = such("false", (paused) => paused === undefined || paused === false);

export const workloadRollout = defineStackRule({
    id: "workload-rollout",
    title: {
        fr: "Toute mise à jour est appliquée d’office, sans arrêter toutes les répliques",
        en: "Every update is applied by itself, without stopping all replicas",
    },
    why: {
        fr: "Un correctif qui attend une main reste absent ; un remplacement d’un seul coup interrompt le service.",
        en: "A fix that waits for a hand stays absent; a replacement all at once interrupts the service.",
    },
    remediation: {
        fr: "Garder RollingUpdate sans partition, borner maxUnavailable sous le nombre de répliques, et ne pas suspendre.",
        en: "Keep RollingUpdate without a partition, bound maxUnavailable below the number of replicas, and do not pause.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy",
    appliesTo: [DEPLOYMENT, "kubernetes:apps:DaemonSet", "kubernetes:apps:StatefulSet"],
    reads: autoscalerReads,
    examples: {
        compliant: [
            deploymentExample({
                replicas: 3,
                strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 1 } },
            }),
        ],
        violation: [
            deploymentExample({ replicas: 3, strategy: { type: "Recreate" } }),
            deploymentExample({ paused: true }),
        ],
    },
    survey: (context) => new Autoscalers(context),
    check(subject, autoscalers) {
        const { type, properties: workload } = subject;
        if (type !== DEPLOYMENT) {
            workload.expect("spec.updateStrategy.type", applied);
            // The pods of a StatefulSet below it keep the old version.
            workload.expect("spec.updateStrategy.rollingUpdate.partition", everyPod);
            return;
        }
        workload.expect("spec.paused", running);
        // A single replica on a disk of its own has to stop before the next one starts.
        autoscalers.givenReplicas(subject, (replicas) => {
            if (replicas !== 1) {
                workload.expect("spec.strategy.type", rolling);
                checkUnavailable(workload, replicas);
            }
        });
    },
});

/** Not set means 25 %. */
function checkUnavailable(workload: Inspection, replicas: unknown): void {
    const path = "spec.strategy.rollingUpdate.maxUnavailable";
    workload.given(path, (most) => {
        const percentage = /^(\d+)%$/.exec(String(most))?.[1];
        const everyone =
            percentage === undefined
                ? most !== undefined && Number(most) >= Number(replicas)
                : Number(percentage) >= 100;
        if (everyone) {
            workload.violation(path, mismatch("moins que toutes les répliques", most));
        }
    });
}
