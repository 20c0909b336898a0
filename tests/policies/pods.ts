import * as assert from "node:assert/strict";

import type { Remedy, ResourceRule } from "../../policies/rule";
import type { Properties } from "../support/evaluate";

export const DEPLOYMENT = "kubernetes:apps/v1:Deployment";

/** Where messages place the only container of `deployment`. */
export const CONTAINER = "spec.template.spec.containers[0]";

/** Where messages place the pod spec of `deployment`. */
export const POD = "spec.template.spec";

/** Registers the test of what a rule sets in a Deployment by itself. */
export function describeRemedies(rule: ResourceRule, ...remedies: readonly Remedy[]): void {
    it(`puts right what violates ${rule.id}`, () => {
        assert.deepEqual(rule.remedies?.("kubernetes:apps:Deployment"), remedies);
    });
}

/** The same value for a setting of every container that a Deployment declares. */
export function everyContainer(setting: string, value: Remedy["value"]): readonly Remedy[] {
    return [
        { path: `${POD}.containers[*].${setting}`, value },
        { path: `${POD}.initContainers[*].${setting}`, value },
    ];
}

/** A container that every rule accepts, with some of its fields replaced. */
export function container(overrides: object = {}): Properties {
    return {
        name: "web",
        image: `acraplusdev.azurecr.io/web@sha256:${"0".repeat(64)}`,
        resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: "256Mi" } },
        securityContext: {
            runAsNonRoot: true,
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ["ALL"] },
            seccompProfile: { type: "RuntimeDefault" },
        },
        livenessProbe: { httpGet: { path: "/alive", port: 8080 } },
        readinessProbe: { httpGet: { path: "/ready", port: 8080 } },
        ...overrides,
    };
}

/** The inputs of a Deployment of one pod, by default one that every rule accepts. */
export function deployment(pod: object = {}): Properties {
    return {
        metadata: { name: "web", namespace: "openmrs" },
        spec: { template: { spec: podSpec(pod) } },
    };
}

/** A pod spec that every rule accepts, with some of its fields replaced. */
export function podSpec(pod: object = {}): Properties {
    return {
        serviceAccountName: "web",
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        containers: [container()],
        ...pod,
    };
}
