import * as assert from "node:assert/strict";
import { demandOf, limitSpec, podDemand, quotaSpec } from "../../../components/kubernetes/quota";
import { shop } from "./shop";

const storage = { sizeGiB: 20, storageClass: "zrs", protect: false };

// The mesh's sidecar takes 100m and 128Mi beside whatever runs.
describe("podDemand", () => {
    it("sums the containers, for they run at once", () => {
        assert.deepEqual(
            podDemand(
                [
                    { cpu: "500m", memory: "1Gi" },
                    { cpu: "1", memory: "256Mi" },
                ],
                [],
            ),
            { millicores: 1600, mebibytes: 1408 },
        );
    });

    it("takes the largest of the init containers where it is larger, for they run one by one and first", () => {
        assert.deepEqual(
            podDemand(
                [{ cpu: "500m", memory: "512Mi" }],
                [
                    { cpu: "600m", memory: "64Mi" },
                    { cpu: "100m", memory: "2Gi" },
                ],
            ),
            { millicores: 700, mebibytes: 2176 },
        );
    });
});

describe("demandOf", () => {
    it("counts the pods of an update: one more at first, and those that still end", () => {
        // 40 s to stop, one asked every 20 s: 4 + 1 + 2.
        assert.equal(demandOf(shop({ replicas: 4 })).pods, 7);
        // 90 s to stop: 4 + 1 + 4, for no more than the old ones can end.
        assert.equal(demandOf(shop({ replicas: 4, shutdownSeconds: 80 })).pods, 9);
        // 50 s to stop: the third is asked while the first has 10 s left.
        assert.equal(demandOf(shop({ replicas: 4, shutdownSeconds: 40 })).pods, 8);
        assert.equal(demandOf(shop({ replicas: 1 })).pods, 3);
    });

    it("counts the most that the autoscaler may run", () => {
        assert.equal(demandOf(shop({ replicas: { min: 2, max: 6 } })).pods, 9);
    });

    it("counts a StatefulSet's replicas alone, for one is gone before the next comes, and their disks", () => {
        const { pods, diskGiB } = demandOf(shop({ replicas: 2, storage }));
        assert.deepEqual({ pods, diskGiB }, { pods: 2, diskGiB: 20 });
    });

    it("counts one pod for each node there may be, for one is gone before the next comes", () => {
        assert.equal(demandOf(shop({ replicas: { mostNodes: 7 } })).pods, 7);
    });

    it("takes what the containers and init containers take", () => {
        // web 100m and 64Mi, copy 150m and 32Mi, and the sidecar.
        assert.deepEqual(demandOf(shop({ replicas: 1 })), {
            pods: 3,
            millicores: 250,
            mebibytes: 192,
            diskGiB: 0,
        });
    });
});

const web = { pods: 3, millicores: 600, mebibytes: 384, diskGiB: 0 };
const database = { pods: 2, millicores: 2100, mebibytes: 4224, diskGiB: 50 };

describe("quotaSpec", () => {
    it("adds up what the workloads take at most, and admits no secret and no open port", () => {
        assert.deepEqual(quotaSpec([web, database]), {
            hard: {
                pods: "5",
                "requests.cpu": "6000m",
                "limits.cpu": "6000m",
                "requests.memory": "9600Mi",
                "limits.memory": "9600Mi",
                "requests.storage": "100Gi",
                persistentvolumeclaims: "2",
                secrets: "0",
                "services.nodeports": "0",
                "services.loadbalancers": "0",
            },
        });
    });

    it("admits no disk where no workload has one", () => {
        const { hard } = quotaSpec([web]);
        assert.equal(hard.persistentvolumeclaims, "0");
        assert.equal(hard["requests.storage"], "0Gi");
    });
});

describe("limitSpec", () => {
    it("bounds a pod and a disk by the largest, and has requests equal limits, without a default", () => {
        assert.deepEqual(limitSpec([web, database]), {
            limits: [
                { type: "Pod", max: { cpu: "2100m", memory: "4224Mi" } },
                { type: "Container", maxLimitRequestRatio: { cpu: "1", memory: "1" } },
                { type: "PersistentVolumeClaim", max: { storage: "50Gi" } },
            ],
        });
    });

    it("says nothing of disks where there is none", () => {
        assert.deepEqual(
            limitSpec([web]).limits.map(({ type }) => type),
            ["Pod", "Container"],
        );
    });
});
