import { volumeSnapshotRetained } from "../../../policies/rules/cluster-storage/volume-snapshot-retained";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import * as assert from "node:assert/strict";

const RETAIN = "attendu « Retain »";
const CONTENT = "kubernetes:snapshot.storage.k8s.io/v1:VolumeSnapshotContent";
const VOLUME = "kubernetes:core/v1:PersistentVolume";

describeRule(volumeSnapshotRetained, {
    type: "kubernetes:snapshot.storage.k8s.io/v1:VolumeSnapshotClass",
    accepts: {
        "a class that keeps": compliant({ deletionPolicy: "Retain" }),
        "a content that is kept": { ...compliant({ spec: { deletionPolicy: "Retain" } }), type: CONTENT },
        "a volume that is kept": {
            ...compliant({ spec: { persistentVolumeReclaimPolicy: "Retain" } }),
            type: VOLUME,
        },
    },
    rejects: {
        "a class that destroys": violation(
            { deletionPolicy: "Delete" },
            `deletionPolicy : ${RETAIN}, obtenu « Delete »`,
        ),
        "a content that is destroyed": {
            ...violation(
                { spec: { deletionPolicy: "Delete" } },
                `spec.deletionPolicy : ${RETAIN}, obtenu « Delete »`,
            ),
            type: CONTENT,
        },
        "a volume that is recycled": {
            ...violation(
                { spec: { persistentVolumeReclaimPolicy: "Recycle" } },
                `spec.persistentVolumeReclaimPolicy : ${RETAIN}, obtenu « Recycle »`,
            ),
            type: VOLUME,
        },
    },
    unset: {
        "the policy of a class": violation({}, `deletionPolicy : ${RETAIN}, non défini`),
        "the policy of a volume, which is then Retain,": { ...compliant({ spec: {} }), type: VOLUME },
    },
    unknown: { "the policy": undecided({ deletionPolicy: UNKNOWN }, "deletionPolicy") },
    otherType: "kubernetes:storage.k8s.io/v1:StorageClass",
});

describe("the remedies of volume-snapshot-retained", () => {
    for (const [type, path] of [
        ["kubernetes:snapshot.storage.k8s.io:VolumeSnapshotClass", "deletionPolicy"],
        ["kubernetes:snapshot.storage.k8s.io:VolumeSnapshotContent", "spec.deletionPolicy"],
        ["kubernetes:core:PersistentVolume", "spec.persistentVolumeReclaimPolicy"],
    ] as const) {
        it(`set ${path}`, () => {
            assert.deepEqual(volumeSnapshotRetained.remedies?.(type), [{ path, value: "Retain" }]);
        });
    }
});
