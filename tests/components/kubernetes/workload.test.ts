import * as assert from "node:assert/strict";
import { type DeployedArgs, Workload } from "../../../components/kubernetes/workload";
import { all, only, recorded, settled, startRecording } from "../../support/recorder";
import { deployed, shop } from "./shop";

const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const STATEFUL_SET = "kubernetes:apps/v1:StatefulSet";
const AUTOSCALER = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
const BUDGET = "kubernetes:policy/v1:PodDisruptionBudget";
const RECOMMENDER = "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler";

const storage = { sizeGiB: 20, storageClass: "zrs", protect: false };

interface Spec {
    readonly replicas?: number;
    readonly minReadySeconds?: number;
    readonly progressDeadlineSeconds?: number;
    readonly strategy: unknown;
    readonly template: {
        readonly metadata: {
            readonly annotations: object;
            readonly labels: Readonly<Record<string, string>>;
        };
        readonly spec: { readonly topologySpreadConstraints: readonly Readonly<Record<string, unknown>>[] };
    };
}

async function deploy(changes: Partial<DeployedArgs> = {}): Promise<void> {
    new Workload(deployed(changes));
    await settled();
}

const specOf = (type: string) => only(type, "web").inputs.spec as Spec;

const annotationsAfter = async (changes: Partial<DeployedArgs>) => {
    await startRecording();
    await deploy(changes);
    return specOf(DEPLOYMENT).template.metadata.annotations;
};

describe("Workload", () => {
    beforeEach(startRecording);

    it("registers one resource of each kind that it needs", async () => {
        await deploy();
        assert.deepEqual(
            recorded()
                .map(({ type, name }) => `${type} ${name}`)
                .sort(),
            [
                "kubernetes:apps/v1:Deployment web",
                "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler web-recommender",
                "kubernetes:core/v1:ConfigMap web-config",
                "kubernetes:core/v1:Service web",
                "kubernetes:core/v1:ServiceAccount web",
                "kubernetes:networking.istio.io/v1:Sidecar web-known-hosts",
                "kubernetes:policy/v1:PodDisruptionBudget web",
            ],
        );
    });

    it("gives the pods an account of their own that opens no API", async () => {
        await deploy();
        const { inputs } = only("kubernetes:core/v1:ServiceAccount");
        assert.equal(inputs.automountServiceAccountToken, false);
    });

    it("offers the ports of its containers under a name that leads to each replica", async () => {
        await deploy();
        assert.deepEqual(only("kubernetes:core/v1:Service").inputs.spec, {
            selector: { "app.kubernetes.io/name": "web" },
            ports: [{ name: "http", port: 8080, targetPort: "http", protocol: "TCP", appProtocol: "tcp" }],
            clusterIP: "None",
        });
    });

    it("replaces the pods when a configuration file or the revision of the secrets changes", async () => {
        const before = await annotationsAfter({});
        const { volumes } = shop();
        const files = { ...volumes, config: { kind: "files", files: { "a.conf": "y" } } } as const;
        assert.notDeepEqual(await annotationsAfter({ volumes: files }), before);
        assert.notDeepEqual(await annotationsAfter({ revision: "2026-11-01" }), before);
    });

    it("replaces the pods when the mesh has another revision, whose sidecars they would lack", async () => {
        await deploy({ meshRevision: "asm-1-31" });
        assert.equal(specOf(DEPLOYMENT).template.metadata.labels["istio.io/rev"], "asm-1-31");
    });

    it("keeps the same pods when neither changes", async () => {
        const before = await annotationsAfter({});
        assert.deepEqual(await annotationsAfter({ shutdownSeconds: 60 }), before);
    });

    it("keeps old replicas until DNS answers name the new ones", async () => {
        await deploy();
        const { minReadySeconds, strategy } = specOf(DEPLOYMENT);
        assert.equal(minReadySeconds, 20);
        assert.deepEqual(strategy, {
            type: "RollingUpdate",
            rollingUpdate: { maxUnavailable: 0, maxSurge: 1 },
        });
    });

    it("gives a replica up when the time that it may take to become ready is over", async () => {
        await deploy({ startupMinutes: 65 });
        assert.equal(specOf(DEPLOYMENT).progressDeadlineSeconds, 3900);
    });

    describe("with storage", () => {
        it("is a StatefulSet with a disk for each replica", async () => {
            await deploy({ replicas: 1, storage });
            const { serviceName, volumeClaimTemplates } = only(STATEFUL_SET, "web").inputs.spec as Record<
                string,
                unknown
            >;
            assert.equal(serviceName, "web");
            assert.equal(all(DEPLOYMENT).length, 0);
            assert.deepEqual(
                (volumeClaimTemplates as { spec: unknown }[]).map(({ spec }) => spec),
                [
                    {
                        accessModes: ["ReadWriteOncePod"],
                        storageClassName: "zrs",
                        resources: { requests: { storage: "20Gi" } },
                    },
                ],
            );
        });

        it("has each of several replicas on a node of its own", async () => {
            await deploy({ replicas: 2, storage });
            const { template } = only(STATEFUL_SET, "web").inputs.spec as Spec;
            const [, nodes] = template.spec.topologySpreadConstraints;
            assert.equal(nodes?.topologyKey, "kubernetes.io/hostname");
            assert.equal(nodes.whenUnsatisfiable, "DoNotSchedule");
            assert.equal(nodes.minDomains, 2);
        });

        it("has its size recommended as any other", async () => {
            await deploy({ replicas: 1, storage });
            const { targetRef } = only(RECOMMENDER).inputs.spec as Record<string, unknown>;
            assert.deepEqual(targetRef, { apiVersion: "apps/v1", kind: "StatefulSet", name: "web" });
        });
    });

    describe("survival", () => {
        const budget = { maxUnavailable: 1, selector: { matchLabels: { "app.kubernetes.io/name": "web" } } };

        it("keeps a budget of one pod from two replicas on, which broken pods do not hold up", async () => {
            await deploy();
            assert.deepEqual(only(BUDGET).inputs.spec, {
                ...budget,
                unhealthyPodEvictionPolicy: "AlwaysAllow",
            });
        });

        it("keeps none for a single replica, whose node could never be drained", async () => {
            await deploy({ replicas: 1 });
            assert.equal(all(BUDGET).length, 0);
        });

        it("keeps one for the least replicas of an autoscaler", async () => {
            await deploy({ replicas: { min: 2, max: 4 } });
            assert.equal(all(BUDGET).length, 1);
        });
    });

    describe("scaling", () => {
        it("leaves the number of replicas to the autoscaler, where there is one", async () => {
            await deploy({ replicas: { min: 2, max: 4 } });
            assert.equal(specOf(DEPLOYMENT).replicas, undefined);
            assert.deepEqual(only(AUTOSCALER, "web").inputs.spec, {
                scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
                minReplicas: 2,
                maxReplicas: 4,
                metrics: [
                    {
                        type: "Resource",
                        resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } },
                    },
                ],
                behavior: {
                    scaleDown: {
                        stabilizationWindowSeconds: 300,
                        policies: [{ type: "Pods", value: 1, periodSeconds: 60 }],
                    },
                },
            });
        });

        it("says the number of replicas itself otherwise", async () => {
            await deploy();
            assert.equal(specOf(DEPLOYMENT).replicas, 2);
            assert.equal(all(AUTOSCALER).length, 0);
        });

        it("has sizes recommended, and never changed", async () => {
            await deploy();
            assert.deepEqual(only(RECOMMENDER).inputs.spec, {
                targetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
                updatePolicy: { updateMode: "Off" },
            });
        });
    });
});
