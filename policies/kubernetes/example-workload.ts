import type { apps, core } from "@pulumi/kubernetes/types/input";

import type { Example } from "../rule";

/** A Deployment with no more of a pod than an example shows. */
export function podExample(pod: Partial<core.v1.PodSpec>): Example {
    return deploymentExample({}, pod);
}

/** A Deployment with no more of its only container than an example shows. */
export function containerExample(container: Partial<core.v1.Container>): Example {
    return podExample({ containers: [{ name: "web", ...container }] });
}

/** A Deployment with no more of its spec and of its pod than an example shows. */
export function deploymentExample(
    spec: Partial<apps.v1.DeploymentSpec>,
    pod: Partial<core.v1.PodSpec> = {},
): Example {
    return {
        type: "kubernetes:apps/v1:Deployment",
        properties: {
            spec: { ...spec, template: { spec: { containers: [{ name: "web" }], ...pod } } },
        },
    };
}
