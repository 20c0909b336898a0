import { UserError } from "../user-error";
import { Api } from "./api";
import { isTrue, type KubernetesObject } from "./kubernetes-object";
import { isRunning, residentBytes } from "./processes";
import {
    clusterDirectory,
    kubeconfigFile,
    logsFolder,
    readState,
    runningCluster,
    type ClusterState,
} from "./state";
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
        return { isUp: true, lines: await describe(api, cluster.state, directory) };
    } catch (error) {
        if (!(error instanceof UserError)) {
            throw error;
        }
        return {
            isUp: false,
            lines: [`cluster: its programs run, but its API is silent; see ${logsFolder(directory)}`],
        };
    } finally {
        api.close();
    }
}

async function describe(api: Api, state: ClusterState, directory: string): Promise<readonly string[]> {
    const { gitVersion } = JSON.parse(await api.text("/version")) as { gitVersion: string };
    const nodes = (await api.list("/api/v1/nodes")).items;
    const pods = (await api.list("/api/v1/pods")).items;
    const memory = await Promise.all(
        [...state.programs, { name: "supervisor", pid: state.supervisor.pid }].map(async ({ name, pid }) => ({
            name,
            mebibytes: Math.round((await residentBytes(pid)) / MIB),
        })),
    );
    const total = memory.reduce((sum, { mebibytes }) => sum + mebibytes, 0);
    return [
        `cluster: up, Kubernetes ${gitVersion}, etcd v${VERSIONS.etcd}, kwok v${VERSIONS.kwok}`,
        `nodes: ${String(nodes.filter(isReady).length)} ready of ${String(nodes.length)}, simulated`,
        `pods: ${String(pods.filter(isReady).length)} ready of ${String(pods.length)}`,
        `memory: ${String(total)} MiB (${memory.map(({ name, mebibytes }) => `${name} ${String(mebibytes)}`).join(", ")})`,
        `kubeconfig: ${kubeconfigFile(directory)}`,
    ];
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
