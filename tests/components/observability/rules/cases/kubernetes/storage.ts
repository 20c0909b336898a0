import { type AlertCase, always, kubelet, ksm } from "../case";
import type { Series } from "../../promtool";

const claim = { namespace: "database", persistentvolumeclaim: "data-mariadb-0" };

const stats = (what: string, values: string) => kubelet(`kubelet_volume_stats_${what}`, claim, values);

/** A disk of 1000, of which as much is free, and less every minute. */
const disk = (free: number, lostPerMinute = 0) => ({
    ...stats("capacity_bytes", always(1000)),
    ...stats("available_bytes", `${free.toString()}-${lostPerMinute.toString()}x600`),
});
const files = (free: number, lostPerMinute = 0, all = 1000) => ({
    ...stats("inodes", always(all)),
    ...stats("inodes_free", `${free.toString()}-${lostPerMinute.toString()}x600`),
});

/** The loss a minute that leaves nothing of 140 after so many days. */
const lossOf140In = (days: number) => 140 / (days * 24 * 60);

const phase = (kind: "persistentvolume" | "persistentvolumeclaim", name: string, value = 1): Series =>
    ksm(
        `kube_${kind}_status_phase`,
        { ...(kind === "persistentvolume" ? { persistentvolume: "pvc-1" } : claim), phase: name },
        always(value),
    );

export const storageCases: readonly AlertCase[] = [
    {
        alert: "VolumeAlmostFull",
        fires: [{ series: disk(28), labels: claim }],
        silent: [{ series: disk(32) }],
    },
    {
        alert: "VolumeFillingUp",
        fires: [{ series: disk(140, lossOf140In(3.8)), from: "1m", labels: claim }],
        silent: [
            { series: disk(140, lossOf140In(4.4)) },
            { series: disk(160, lossOf140In(3)) },
            { series: disk(140) },
        ],
    },
    {
        alert: "VolumeInodesAlmostExhausted",
        fires: [{ series: files(28), labels: claim }],
        // Some filesystems have no fixed number of files, and say 0.
        silent: [{ series: files(32) }, { series: files(0, 0, 0) }],
    },
    {
        alert: "VolumeInodesFillingUp",
        fires: [{ series: files(140, lossOf140In(3.8)), from: "1m", labels: claim }],
        silent: [
            { series: files(140, lossOf140In(4.4)) },
            { series: files(160, lossOf140In(3)) },
            { series: files(140) },
            { series: files(0, 0, 0) },
        ],
    },
    {
        alert: "PersistentVolumeFailed",
        fires: [
            {
                series: phase("persistentvolume", "Failed"),
                labels: { persistentvolume: "pvc-1", phase: "Failed" },
            },
            {
                series: phase("persistentvolume", "Pending"),
                labels: { persistentvolume: "pvc-1", phase: "Pending" },
            },
        ],
        silent: [
            { series: phase("persistentvolume", "Bound") },
            { series: phase("persistentvolume", "Failed", 0) },
        ],
    },
    {
        alert: "VolumeClaimPending",
        fires: [{ series: phase("persistentvolumeclaim", "Pending"), labels: claim }],
        silent: [
            { series: phase("persistentvolumeclaim", "Bound") },
            { series: phase("persistentvolumeclaim", "Pending", 0) },
        ],
    },
    {
        alert: "VolumeClaimLost",
        fires: [{ series: phase("persistentvolumeclaim", "Lost"), labels: claim }],
        silent: [
            { series: phase("persistentvolumeclaim", "Bound") },
            { series: phase("persistentvolumeclaim", "Lost", 0) },
        ],
    },
];
