/** When the stand-in takes a live object for ready, and what it says of one that is not. */
import assert from "node:assert/strict";

import type { Api } from "../../../../sandbox/cluster/api";
import { readinessOf, type Verdict } from "../../../../sandbox/providers/kubernetes/live/readiness";
import type { Properties } from "../../../../sandbox/providers/protocol/values";

/** An API of the given objects by path, as far as readiness asks it. */
function apiOf(objects: Readonly<Record<string, unknown>>): Api {
    return {
        get: (path: string) => Promise.resolve(objects[path]),
        list: (path: string) => Promise.resolve({ items: objects[path] ?? [] }),
    } as unknown as Api;
}

async function judge(
    apiVersion: string,
    kind: string,
    rest: Properties,
    objects: Readonly<Record<string, unknown>> = {},
): Promise<Verdict | undefined> {
    const metadata = { name: "a", namespace: "b", generation: 2 };
    const object = { apiVersion, kind, metadata, ...rest };
    return await readinessOf(object)?.(object, apiOf(objects));
}

const condition = (type: string, status: string, reason: string, message = "why") => ({
    type,
    status,
    reason,
    message,
});

const ROLLED_OUT = [
    condition("Available", "True", "MinimumReplicasAvailable"),
    condition("Progressing", "True", "NewReplicaSetAvailable"),
];

describe("the readiness of live objects", () => {
    const deployment = (status: Properties, spec: Properties = { replicas: 2 }) =>
        judge("apps/v1", "Deployment", { spec, status });
    const rolledOut = {
        observedGeneration: 2,
        updatedReplicas: 2,
        availableReplicas: 2,
        conditions: ROLLED_OUT,
    };

    it("takes a Deployment that is rolled out for ready", async () => {
        assert.deepEqual(await deployment(rolledOut), { state: "ready" });
        assert.deepEqual(await deployment({ ...rolledOut, updatedReplicas: 5, availableReplicas: 5 }), {
            state: "ready",
        });
    });

    const UNFINISHED: Readonly<Record<string, Properties>> = {
        "whose controller has not seen the change": { observedGeneration: 1 },
        "some of whose pods are old": { updatedReplicas: 1 },
        "some of whose pods are not available": { availableReplicas: 1 },
        "that progresses still": {
            conditions: [
                condition("Available", "True", "MinimumReplicasAvailable"),
                condition("Progressing", "True", "ReplicaSetUpdated"),
            ],
        },
        "that is not available": {
            conditions: [
                condition("Available", "False", "MinimumReplicasUnavailable"),
                condition("Progressing", "True", "NewReplicaSetAvailable"),
            ],
        },
        "without a status": { conditions: undefined },
    };
    for (const [what, change] of Object.entries(UNFINISHED)) {
        it(`waits for a Deployment ${what}`, async () => {
            assert.equal((await deployment({ ...rolledOut, ...change }))?.state, "waiting");
        });
    }

    it("tells what a Deployment lacks", async () => {
        const conditions = [
            condition("Available", "False", "MinimumReplicasUnavailable", "too few"),
            condition("Progressing", "False", "ProgressDeadlineExceeded", "too slow"),
        ];
        assert.deepEqual(await deployment({ ...rolledOut, availableReplicas: 1, conditions }), {
            state: "waiting",
            progress: "Waiting for app ReplicaSet to be available (1/2 Pods available)",
            reasons: [
                "1 out of 2 replicas succeeded readiness checks",
                "[ProgressDeadlineExceeded] too slow",
                "[MinimumReplicasUnavailable] too few",
            ],
        });
    });

    const statefulSet = (status: Properties) =>
        judge("apps/v1", "StatefulSet", { spec: { replicas: 2 }, status });
    const whole = {
        observedGeneration: 2,
        replicas: 2,
        readyReplicas: 2,
        currentReplicas: 2,
        currentRevision: "r1",
        updateRevision: "r1",
    };

    it("takes a StatefulSet whose pods are ready and of one revision for ready", async () => {
        assert.deepEqual(await statefulSet(whole), { state: "ready" });
    });
    for (const change of [
        { observedGeneration: 1 },
        { replicas: 3 },
        { readyReplicas: 1 },
        { currentReplicas: 1 },
        { updateRevision: "r2" },
    ]) {
        it(`waits for a StatefulSet with ${JSON.stringify(change)}`, async () => {
            assert.equal((await statefulSet({ ...whole, ...change }))?.state, "waiting");
        });
    }

    it("tells how far a StatefulSet's change has come", async () => {
        const change = { ...whole, currentReplicas: 1, updatedReplicas: 1, updateRevision: "r2" };
        assert.deepEqual(await statefulSet(change), {
            state: "waiting",
            progress: "[1/3] Waiting for StatefulSet update to roll out (1/2 Pods ready)",
            reasons: [
                "1 out of 2 replicas succeeded readiness checks",
                'StatefulSet controller failed to advance from revision "r1" to revision "r2"',
            ],
        });
    });

    const daemons = { desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 3 };
    it("waits for a DaemonSet until each node has its pod, and as it is now", async () => {
        const daemonSet = (change: Properties) =>
            judge("apps/v1", "DaemonSet", { status: { ...daemons, observedGeneration: 2, ...change } });
        assert.deepEqual(await daemonSet({}), { state: "ready" });
        for (const change of [
            { observedGeneration: 1 },
            { updatedNumberScheduled: 2 },
            { numberAvailable: 2 },
        ]) {
            assert.equal((await daemonSet(change))?.state, "waiting");
        }
    });

    it("waits for a Job until it is complete, and gives one up that failed", async () => {
        const job = (...conditions: Properties[]) => judge("batch/v1", "Job", { status: { conditions } });
        assert.equal((await job())?.state, "waiting");
        assert.deepEqual(await job(condition("Complete", "True", "CompletionsReached")), { state: "ready" });
        assert.deepEqual(await job(condition("Failed", "True", "BackoffLimitExceeded", "it failed")), {
            state: "failed",
            progress: "[BackoffLimitExceeded] it failed",
            reasons: ["[BackoffLimitExceeded] it failed"],
        });
    });

    it("waits for a claim until it is bound, but not for one that waits for its first consumer", async () => {
        const claim = (phase: string, volumeBindingMode: string) =>
            judge(
                "v1",
                "PersistentVolumeClaim",
                { spec: { storageClassName: "disks" }, status: { phase } },
                { "/apis/storage.k8s.io/v1/storageclasses/disks": { volumeBindingMode } },
            );
        assert.equal((await claim("Bound", "Immediate"))?.state, "ready");
        assert.equal((await claim("Pending", "Immediate"))?.state, "waiting");
        assert.equal((await claim("Pending", "WaitForFirstConsumer"))?.state, "ready");
    });

    const service = (spec: Properties, endpoints?: readonly boolean[], status: Properties = {}) =>
        judge(
            "v1",
            "Service",
            { spec, status },
            {
                "/apis/discovery.k8s.io/v1/namespaces/b/endpointslices":
                    endpoints === undefined
                        ? []
                        : [{ endpoints: endpoints.map((ready) => ({ conditions: { ready } })) }],
            },
        );
    const selector = { app: "a" };

    it("waits for a Service until its endpoints are known and ready", async () => {
        assert.equal((await service({ selector }))?.state, "waiting");
        assert.equal((await service({ selector }, [true, false]))?.state, "waiting");
        assert.equal((await service({ selector }, [true, true]))?.state, "ready");
        assert.equal((await service({ selector }, []))?.state, "ready");
    });
    for (const spec of [{ selector, clusterIP: "None" }, { type: "ExternalName", selector }, {}]) {
        it(`does not wait for the pods of a Service with ${JSON.stringify(spec)}`, async () => {
            assert.equal((await service(spec))?.state, "ready");
        });
    }
    it("waits for the address of a load balancer", async () => {
        const spec = { type: "LoadBalancer" };
        assert.equal((await service(spec))?.state, "waiting");
        const status = { loadBalancer: { ingress: [{ ip: "10.240.0.1" }] } };
        assert.equal((await service(spec, undefined, status))?.state, "ready");
    });

    it("waits for an Ingress until it has an address", async () => {
        const ingress = (status: Properties) => judge("networking.k8s.io/v1", "Ingress", { status });
        assert.equal((await ingress({ loadBalancer: {} }))?.state, "waiting");
        assert.equal((await ingress({ loadBalancer: { ingress: [{ ip: "10.0.0.1" }] } }))?.state, "ready");
    });

    it("waits for a quota until it is in force", async () => {
        const quota = (hard: Properties) =>
            judge("v1", "ResourceQuota", { spec: { hard: { secrets: "0" } }, status: { hard } });
        assert.equal((await quota({}))?.state, "waiting");
        assert.equal((await quota({ secrets: "0" }))?.state, "ready");
    });

    it("waits for a Pod until it is ready or has done its work", async () => {
        const pod = (status: Properties) => judge("v1", "Pod", { status });
        assert.equal((await pod({ phase: "Pending" }))?.state, "waiting");
        assert.equal((await pod({ conditions: [condition("Ready", "True", "")] }))?.state, "ready");
        assert.equal((await pod({ phase: "Succeeded" }))?.state, "ready");
    });

    it("waits for a volume until it is available or bound", async () => {
        const volume = (phase: string) => judge("v1", "PersistentVolume", { status: { phase } });
        assert.equal((await volume("Pending"))?.state, "waiting");
        assert.equal((await volume("Available"))?.state, "ready");
        assert.equal((await volume("Bound"))?.state, "ready");
    });

    it("waits for nothing else", async () => {
        assert.equal(await judge("v1", "ConfigMap", {}), undefined);
        assert.equal(await judge("policy/v1", "PodDisruptionBudget", {}), undefined);
    });
});
