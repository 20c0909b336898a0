import { containerProbes } from "../../../policies/rules/pod/container-probes";
import {
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment, POD } from "../pods";

const bare = { name: "web" };

describeRule(containerProbes, {
    type: DEPLOYMENT,
    accepts: {
        "a container with both probes": compliant(deployment()),
        "an init container that ends": compliant(deployment({ initContainers: [bare] })),
        "probes that are not known yet": compliant(
            deployment({ containers: [container({ livenessProbe: UNKNOWN })] }),
        ),
        "a sidecar with both probes": compliant(
            deployment({ initContainers: [container({ restartPolicy: "Always" })] }),
        ),
        "a pod that ends": {
            ...notApplicable({ spec: { restartPolicy: "Never", containers: [bare] } }),
            type: "kubernetes:core/v1:Pod",
        },
        "a pod that is tried again until it succeeds": {
            ...notApplicable({ spec: { restartPolicy: "OnFailure", containers: [bare] } }),
            type: "kubernetes:core/v1:Pod",
        },
        "a job": {
            ...notApplicable({ spec: { template: { spec: { containers: [bare] } } } }),
            type: "kubernetes:batch/v1:Job",
        },
        "a cron job": { ...notApplicable({}), type: "kubernetes:batch/v1:CronJob" },
    },
    rejects: {
        "a sidecar without probes": violation(
            deployment({ initContainers: [{ ...bare, restartPolicy: "Always" }] }),
            `${POD}.initContainers[0].livenessProbe : attendu une sonde, non défini`,
            `${POD}.initContainers[0].readinessProbe : attendu une sonde, non défini`,
        ),
        "a pod that is restarted always": {
            ...violation(
                { spec: { restartPolicy: "Always", containers: [container({ livenessProbe: null })] } },
                "spec.containers[0].livenessProbe : attendu une sonde, non défini",
            ),
            type: "kubernetes:core/v1:Pod",
        },
        "a pod without containers": violation(
            deployment({ containers: [] }),
            `${POD}.containers : attendu une liste non vide, obtenu une liste`,
        ),
    },
    unset: {
        "both probes": violation(
            deployment({ containers: [bare] }),
            `${CONTAINER}.livenessProbe : attendu une sonde, non défini`,
            `${CONTAINER}.readinessProbe : attendu une sonde, non défini`,
        ),
    },
    unknown: {
        "how a pod is restarted": undecided(deployment({ restartPolicy: UNKNOWN }), `${POD}.restartPolicy`),
    },
    otherType: "kubernetes:core/v1:Service",
});
