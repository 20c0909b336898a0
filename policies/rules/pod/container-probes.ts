import { defineRule } from "../../rule";
import type { Inspection } from "../../inspection";
import { containerExample } from "../../kubernetes/example-workload";
import { podSpec, workloadTypes } from "../../kubernetes/pods";

/** Kinds whose pods end by themselves. */
const FINITE: readonly string[] = ["kubernetes:batch:CronJob", "kubernetes:batch:Job"];

export const containerProbes = defineRule({
    id: "container-probes",
    title: {
        fr: "Tout conteneur qui dure dit s’il vit et s’il est prêt",
        en: "Every long-running container tells whether it is alive and ready",
    },
    why: {
        fr: "Sans sonde, un conteneur bloqué garde son trafic et n’est jamais relancé : le dossier patient est indisponible.",
        en: "Without probes, a hung container keeps its traffic and is never restarted: patient records are unavailable.",
    },
    remediation: {
        fr: "Donner livenessProbe et readinessProbe à chaque conteneur.",
        en: "Give each container a livenessProbe and a readinessProbe.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/workloads/pods/probes/",
    appliesTo: workloadTypes.filter((type) => !FINITE.includes(type)),
    examples: {
        compliant: [
            containerExample({
                livenessProbe: { httpGet: { path: "/alive", port: 8080 } },
                readinessProbe: { httpGet: { path: "/ready", port: 8080 } },
            }),
        ],
        violation: [containerExample({ livenessProbe: { httpGet: { path: "/alive", port: 8080 } } })],
    },
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        // Not set, a pod is restarted always. Only one on its own may be otherwise.
        pod.given("restartPolicy", (policy) => {
            if (policy === "Never" || policy === "OnFailure") {
                workload.dismiss();
                return;
            }
            pod.each("containers", checkProbes, { required: true });
            pod.each("initContainers", (container) => {
                // A sidecar.
                container.given("restartPolicy", (own) => {
                    if (own === "Always") {
                        checkProbes(container);
                    }
                });
            });
        });
    },
});

function checkProbes(container: Inspection): void {
    container.expectGiven("livenessProbe", "une sonde");
    container.expectGiven("readinessProbe", "une sonde");
}
