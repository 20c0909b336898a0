import * as assert from "node:assert/strict";
import { NODE_POOLS, nodesOf } from "../../../components/kubernetes/placement";
import { Workload } from "../../../components/kubernetes/workload";
import { only, recorded, settled, startRecording } from "../../support/recorder";
import { deployed } from "./shop";

const DAEMON_SET = "kubernetes:apps/v1:DaemonSet";

interface Spec {
    readonly template: {
        readonly spec: {
            readonly nodeSelector?: object;
            readonly tolerations?: readonly { readonly key: string }[];
            readonly topologySpreadConstraints?: unknown;
        };
    };
}

describe("a workload on every node", () => {
    const specAfterDeployment = async (): Promise<Spec> => {
        new Workload(deployed({ replicas: { mostNodes: 7 } }));
        await settled();
        return only(DAEMON_SET, "web").inputs.spec as Spec;
    };

    beforeEach(startRecording);

    it("is a DaemonSet, updated a tenth of the nodes at a time", async () => {
        const { template, ...spec } = await specAfterDeployment();
        assert.deepEqual(spec, {
            selector: { matchLabels: { "app.kubernetes.io/name": "web" } },
            updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: "10%" } },
        });
        assert.equal(template.spec.topologySpreadConstraints, undefined);
        const others = /:(Deployment|StatefulSet|HorizontalPodAutoscaler|PodDisruptionBudget)$/;
        assert.deepEqual(
            recorded().filter(({ type }) => others.test(type)),
            [],
        );
    });

    it("runs on the nodes of every pool, the cluster's own included, and on none that takes no pods yet", async () => {
        const { template } = await specAfterDeployment();
        const { nodeSelector, tolerations } = template.spec;
        assert.equal(nodeSelector, undefined);
        assert.deepEqual(tolerations, [
            { key: "audioprothese/pool", operator: "Exists", effect: "NoSchedule" },
            { key: "CriticalAddonsOnly", operator: "Exists", effect: "NoSchedule" },
        ]);
    });

    it("tolerates the taint of every pool", async () => {
        const { template } = await specAfterDeployment();
        const tolerations = template.spec.tolerations ?? [];
        const tainted = NODE_POOLS.flatMap((pool) => nodesOf(pool).nodeTaints ?? []);
        assert.ok(tainted.length > 0);
        assert.deepEqual(
            tainted.filter((taint) => !tolerations.some(({ key }) => taint.startsWith(`${key}=`))),
            [],
        );
    });

    it("has its size recommended as any other", async () => {
        await specAfterDeployment();
        const { targetRef } = only("kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler").inputs
            .spec as Record<string, unknown>;
        assert.deepEqual(targetRef, { apiVersion: "apps/v1", kind: "DaemonSet", name: "web" });
    });
});
