import type { WorkloadArgs } from "../../kubernetes/workload-args";
import { NOBODY } from "../../kubernetes/nobody";

/** Where the node's own files are, read-only. */
const HOST = "/host";

/**
 * What is read, and nothing else. The network is left to cAdvisor: a pod that does not share the node's network sees its
 * own, and would take it for the node's; so with the host's name.
 */
const COLLECTORS = [
    "cpu",
    "diskstats",
    "filefd",
    "filesystem",
    "loadavg",
    "meminfo",
    "os",
    "pressure",
    "stat",
    "time",
    "timex",
    "vmstat",
];

/** Mounts of containers and of the kernel, which are not the node's disks. */
const NO_DISKS = "^/(dev|proc|run|sys|var/lib/(containerd|kubelet))($|/)";

const NO_FILES =
    "^(autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|fusectl|hugetlbfs|mqueue|nsfs|overlay|proc|pstore|rpc_pipefs|securityfs|squashfs|sysfs|tmpfs|tracefs)$";

/** @param root where the node's files are. */
export const nodeExporterOptions = (root: string): readonly string[] => [
    `--path.rootfs=${root}`,
    `--path.procfs=${root}/proc`,
    `--path.sysfs=${root}/sys`,
    "--collector.disable-defaults",
    ...COLLECTORS.map((name) => `--collector.${name}`),
    `--collector.filesystem.mount-points-exclude=${NO_DISKS}`,
    `--collector.filesystem.fs-types-exclude=${NO_FILES}`,
    "--web.disable-exporter-metrics",
];

export interface NodeExporterArgs {
    readonly namespace: string;
    readonly image: string;

    /** Nodes that the cluster grows to at most. */
    readonly mostNodes: number;
}

const probe = { httpGet: { path: "/", port: "metrics" } };

/** Tells how each node is. It reads the node's files, and has no other right than any pod. */
export const nodeExporter = ({ namespace, image, mostNodes }: NodeExporterArgs): WorkloadArgs => ({
    name: "node-exporter",
    namespace,
    replicas: { mostNodes },
    user: NOBODY,
    volumes: { host: { kind: "host", path: "/" } },
    containers: {
        "node-exporter": {
            image,
            args: nodeExporterOptions(HOST),
            compute: { cpu: "50m", memory: "64Mi" },
            ports: { metrics: 9100 },
            mounts: { [HOST]: "host" },
            readiness: probe,
            liveness: probe,
        },
    },
});
