import { containerResources } from "../../../policies/rules/pod/container-resources";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment } from "../pods";

const resources = (value: unknown) => deployment({ containers: [container({ resources: value })] });

describeRule(containerResources, {
    type: DEPLOYMENT,
    accepts: {
        "limits alone, which are then the requests,": compliant(
            resources({ limits: { cpu: "100m", memory: UNKNOWN } }),
        ),
        "an ephemeral container, which may have none,": compliant(
            deployment({ ephemeralContainers: [{ name: "debug" }] }),
        ),
        "requests and a limit": compliant(deployment()),
        "those of the pod, for all its containers,": compliant(
            deployment({
                resources: { requests: { cpu: "1" }, limits: { memory: "1Gi" } },
                containers: [container({ resources: null })],
            }),
        ),
        "amounts that are not known yet": compliant(
            resources({ requests: { cpu: UNKNOWN, memory: UNKNOWN }, limits: { memory: UNKNOWN } }),
        ),
    },
    rejects: {
        "requests and limits of an init container left out": violation(
            deployment({ initContainers: [{ name: "copy" }] }),
            ...["requests.cpu : attendu une réservation", "requests.memory : attendu une réservation"].map(
                (text) => `spec.template.spec.initContainers[0].resources.${text}, non défini`,
            ),
            "spec.template.spec.initContainers[0].resources.limits.memory : attendu une limite, non défini",
        ),
        "a processor limit without anything on memory": violation(
            resources({ limits: { cpu: "1" } }),
            `${CONTAINER}.resources.requests.memory : attendu une réservation, non défini`,
            `${CONTAINER}.resources.limits.memory : attendu une limite, non défini`,
        ),
        "a pod without container": violation(
            deployment({ containers: [] }),
            "spec.template.spec.containers : attendu une liste non vide, obtenu une liste",
        ),
        "a limit of the pod that is not on memory": violation(
            deployment({
                resources: { requests: { memory: "1Gi" }, limits: { cpu: "1" } },
                containers: [container({ resources: null })],
            }),
            `${CONTAINER}.resources.limits.memory : attendu une limite, non défini`,
        ),
        "memory without a limit": violation(
            resources({ requests: { cpu: "100m", memory: "128Mi" } }),
            `${CONTAINER}.resources.limits.memory : attendu une limite, non défini`,
        ),
        "resources that are a text": violation(
            resources("small"),
            `${CONTAINER}.resources : attendu un objet, obtenu une chaîne`,
        ),
    },
    unset: {
        "the resources": violation(
            resources(null),
            `${CONTAINER}.resources.requests.cpu : attendu une réservation, non défini`,
            `${CONTAINER}.resources.requests.memory : attendu une réservation, non défini`,
            `${CONTAINER}.resources.limits.memory : attendu une limite, non défini`,
        ),
    },
    unknown: {
        "the resources as a whole": undecided(resources(UNKNOWN), `${CONTAINER}.resources`),
        "the resources of the pod, which a container may share,": undecided(
            deployment({ resources: UNKNOWN, containers: [container({ resources: null })] }),
            "spec.template.spec.resources",
        ),
        "the limits, which may be the requests,": undecided(
            resources({ limits: UNKNOWN }),
            `${CONTAINER}.resources.limits`,
        ),
    },
    otherType: "kubernetes:core/v1:Service",
});
