import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

import { isRunning, type ProcessIdentity } from "./processes";

const identity = z.object({ pid: z.number(), started: z.string() });

const schema = z.object({
    supervisor: identity,
    phase: z.enum(["starting", "up", "failed"]),
    programs: z.array(identity.extend({ name: z.string() })),
    /** Why it failed: which program ended, and its last words. */
    failure: z.string().optional(),
});

/** What the supervisor of a cluster says of it. */
export interface ClusterState {
    readonly supervisor: ProcessIdentity;
    readonly phase: "starting" | "up" | "failed";
    readonly programs: readonly (ProcessIdentity & { readonly name: string })[];
    /** Why it failed: which program ended, and its last words. */
    readonly failure?: string | undefined;
}

/** A cluster that is up. */
export interface RunningCluster {
    /** The administrator's, as a text. */
    readonly kubeconfig: string;
    readonly state: ClusterState;
}

/** Where a sandbox keeps its cluster. */
export function clusterDirectory(sandboxDirectory: string): string {
    return join(sandboxDirectory, "cluster");
}

/** The administrator's kubeconfig of a cluster. */
export function kubeconfigFile(directory: string): string {
    return join(directory, "kubeconfig");
}

/** Where the programs of a cluster write what happens. */
export function logsFolder(directory: string): string {
    return join(directory, "logs");
}

/** The cluster of a sandbox, if it is up. */
export async function runningCluster(sandboxDirectory: string): Promise<RunningCluster | undefined> {
    const directory = clusterDirectory(sandboxDirectory);
    const state = await readState(directory);
    return state?.phase === "up" && (await isRunning(state.supervisor))
        ? { state, kubeconfig: await readFile(kubeconfigFile(directory), "utf8") }
        : undefined;
}

/** What was last said of a cluster, true or not any more; undefined when nothing was, or nothing that can be read. */
export async function readState(directory: string): Promise<ClusterState | undefined> {
    try {
        return schema.parse(JSON.parse(await readFile(stateFile(directory), "utf8")));
    } catch {
        return undefined;
    }
}

/** Readers see the state before or the state after. */
export async function writeState(directory: string, state: ClusterState): Promise<void> {
    const file = stateFile(directory);
    await writeFile(`${file}.new`, JSON.stringify(state, undefined, 4));
    await rename(`${file}.new`, file);
}

function stateFile(directory: string): string {
    return join(directory, "cluster.json");
}
