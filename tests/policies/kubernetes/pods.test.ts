import * as assert from "node:assert/strict";

import { podSpecPath, workloadTypes } from "../../../policies/kubernetes/pods";
import type { ResourceRule } from "../../../policies/rule";
import { containerHardened } from "../../../policies/rules/pod/container-hardened";
import { containerMounts } from "../../../policies/rules/pod/container-mounts";
import { containerNoDebug } from "../../../policies/rules/pod/container-no-debug";
import { podHostIsolated } from "../../../policies/rules/pod/pod-host-isolated";
import { podNotPrivileged } from "../../../policies/rules/pod/pod-not-privileged";

describe("where workloads keep their pods", () => {
    it("is known of every kind", () => {
        assert.deepEqual(Object.fromEntries(workloadTypes.map((type) => [type, podSpecPath(type)])), {
            "kubernetes:core:Pod": "spec",
            "kubernetes:core:PodTemplate": "template.spec",
            "kubernetes:core:ReplicationController": "spec.template.spec",
            "kubernetes:apps:DaemonSet": "spec.template.spec",
            "kubernetes:apps:Deployment": "spec.template.spec",
            "kubernetes:apps:ReplicaSet": "spec.template.spec",
            "kubernetes:apps:StatefulSet": "spec.template.spec",
            "kubernetes:batch:CronJob": "spec.jobTemplate.spec.template.spec",
            "kubernetes:batch:Job": "spec.template.spec",
        });
    });
});

describe("the remedies of the rules on pods", () => {
    const remedies: readonly (readonly [rule: ResourceRule, type: string, path: string, value: unknown])[] = [
        [
            containerHardened,
            "kubernetes:apps:Deployment",
            "spec.template.spec.containers[*].securityContext.allowPrivilegeEscalation",
            false,
        ],
        [
            containerHardened,
            "kubernetes:batch:CronJob",
            "spec.jobTemplate.spec.template.spec.initContainers[*].securityContext.allowPrivilegeEscalation",
            false,
        ],
        [
            containerMounts,
            "kubernetes:core:Pod",
            "spec.containers[*].volumeMounts[*].mountPropagation",
            "None",
        ],
        [containerNoDebug, "kubernetes:core:Pod", "spec.containers[*].stdin", false],
        [containerNoDebug, "kubernetes:core:Pod", "spec.containers[*].tty", false],
        [podHostIsolated, "kubernetes:apps:Deployment", "spec.template.spec.hostNetwork", false],
        [podHostIsolated, "kubernetes:core:Pod", "spec.shareProcessNamespace", false],
        [podNotPrivileged, "kubernetes:core:Pod", "spec.containers[*].securityContext.privileged", false],
    ];
    for (const [rule, type, path, value] of remedies) {
        it(`set ${path} for ${rule.id}`, () => {
            const found = rule.remedies?.(type).find((remedy) => remedy.path === path);
            assert.deepEqual(found, { path, value });
        });
    }
});
