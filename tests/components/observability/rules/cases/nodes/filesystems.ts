import { type AlertCase, always, node } from "../case";

const disk = { device: "/dev/root", mountpoint: "/", fstype: "ext4" };
const labels = { node: "aks-general-1", device: "/dev/root", mountpoint: "/" };

const about = (metric: string, values: string, of = disk) => node(`node_filesystem_${metric}`, of, values);

/** A disk of 1000, of which as much is free, and less every minute. */
const space = (free: number, { lostPerMinute = 0, readOnly = 0 } = {}) => ({
    ...about("size_bytes", always(1000)),
    ...about("avail_bytes", `${free.toString()}-${lostPerMinute.toString()}x600`),
    ...about("readonly", always(readOnly)),
});

const files = (free: number, { all = 1000, readOnly = 0 } = {}) => ({
    ...about("files", always(all)),
    ...about("files_free", always(free)),
    ...about("readonly", always(readOnly)),
});

/** Space that is all gone after so many hours. */
const goneIn = (free: number, hours: number, readOnly = 0) =>
    space(free, { lostPerMinute: free / (hours * 60), readOnly });

/** A full disk that is never written to says nothing of another. */
const ANOTHER = { device: "/dev/sdb1", mountpoint: "/mnt", fstype: "ext4" };

const lowSpace = (alert: string, most: number): AlertCase => ({
    alert,
    fires: [{ series: space(most - 5), labels }],
    silent: [
        { series: space(most + 5) },
        { series: space(most - 5, { readOnly: 1 }) },
        { series: { ...space(most - 5, { readOnly: 1 }), ...about("readonly", always(0), ANOTHER) } },
    ],
});

const lowFiles = (alert: string, most: number): AlertCase => ({
    alert,
    fires: [{ series: files(most - 5), labels }],
    // Some filesystems have no fixed number of files, and say 0.
    silent: [
        { series: files(most + 5) },
        { series: files(most - 5, { readOnly: 1 }) },
        { series: files(0, { all: 0 }) },
    ],
});

const fillsUp = (alert: string, most: number, hours: number): AlertCase => ({
    alert,
    fires: [{ series: goneIn(most - 5, hours * 0.95), from: "1m", labels }],
    silent: [
        { series: goneIn(most - 5, hours * 1.21) },
        { series: goneIn(most * 1.2, hours) },
        { series: space(most - 5) },
        { series: goneIn(most - 5, hours, 1) },
    ],
});

export const filesystemsCases: readonly AlertCase[] = [
    fillsUp("NodeFilesystemFillingUp", 400, 24),
    lowSpace("NodeFilesystemSpaceLow", 100),
    lowFiles("NodeFilesystemInodesLow", 100),
    {
        alert: "NodeFilesystemReadOnly",
        fires: [{ series: about("readonly", "0x20 1x30"), from: "21m", labels }],
        silent: [{ series: about("readonly", always(1)) }, { series: about("readonly", always(0)) }],
    },
];
