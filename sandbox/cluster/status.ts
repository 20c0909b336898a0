import { Api } from "./api";
import { isTrue, type KubernetesObject } from "./kubernetes-object";
import { isRunning, residentBytes } from "./processes";
import { clusterDirectory, kubeconfigFile, readState, runningCluster, type ClusterState } from "./state";
import { VERSIONS } from "./tools";

const MIB = 1024 ** 2;

/** What there is to say of a sandbox's cluster. */
export interface ClusterStatus {
    readonly isUp: boolean;
    readonly lines: readonly string[];
}

/** Looks at the cluster of a sandbox. */
export async function clusterStatus(sandboxDirectory: string): Promise<ClusterStatus> {
    const directory = clusterDirectory(sandboxDirectory);
    const cluster = await runningCluster(sandboxDirectory);
    if (cluster === undefined) {
        const state = await readState(directory);
        return {
            isUp: false,
            lines: [`cluster: down${state === undefined ? "" : `; ${await reasonOf(state)}`}`],
        };
    }
    const api = Api.of(cluster.kubeconfig);
    try {
        const { gitVersion } = JSON.parse(await api.text("/version")) as { gitVersion: string };
        const nodes = (await api.list("/api/v1/nodes")).items;
        const pods = (await api.list("/api/v1/pods")).items;
        const { supervisor, programs } = cluster.state;
        const memory = await Promise.all(
            [...programs, { name: "supervisor", pid: supervisor.pid }].map(async ({ name, pid }) => ({
                name,
                mebibytes: Math.round((await residentBytes(pid)) / MIB),
            })),
        );
        const total = memory.reduce((sum, { mebibytes }) => sum + mebibytes, 0);
        return {
            isUp: true,
            lines: [
                `cluster: up, Kubernetes ${gitVersion}, etcd v${VERSIONS.etcd}, kwok v${VERSIONS.kwok}`,
                `nodes: ${String(nodes.filter(isReady).length)} ready of ${String(nodes.length)}, simulated`,
                `pods: ${String(pods.filter(isReady).length)} ready of ${String(pods.length)}`,
                `memory: ${String(total)} MiB (${memory.map(({ name, mebibytes }) => `${name} ${String(mebibytes)}`).join(", ")})`,
                `kubeconfig: ${kubeconfigFile(directory)}`,
            ],
        };
    } finally {
        api.close();
    }
}

const isReady = (object: KubernetesObject): boolean => isTrue(object, "Ready");

async function reasonOf({ supervisor, phase, failure }: ClusterState): Promise<string> {
    if (failure !== undefined) {
        return `it failed\n${failure}`;
    }
    if (await isRunning(supervisor)) {
        return "it is coming up";
    }
    return phase === "up" ? "its supervisor was killed" : "it did not come up";
}
