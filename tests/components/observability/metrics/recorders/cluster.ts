import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { watchedOption } from "../../../../../components/observability/metrics/kube-state-metrics";
import { Api } from "../../../../../sandbox/cluster/api";
import { putUp, takeDown } from "../../../../../sandbox/cluster/cluster";
import { Connection } from "../../../../../sandbox/cluster/connection";
import { parseKubeconfig } from "../../../../../sandbox/cluster/kubeconfig";
import { freePort } from "../../../../programs/nginx/network";
import { startProgram, textAt } from "../program";
import { inFolder } from "./exporters";
import { OBJECTS } from "./objects";

/** Time in which controllers act on new objects: that of autoscalers does so every 15 s. */
const SETTLING_MS = 25_000;

export interface ClusterMetrics {
    readonly apiserver: string;
    /** Of the cluster's objects, and what the exporter tells of itself. */
    readonly kubeStateMetrics: string;
}

/** A cluster of the sandbox: its API server, and what kube-state-metrics says of an object of each kind. */
export const clusterMetrics = (): Promise<ClusterMetrics> =>
    inFolder(async (sandboxDirectory) => {
        const options = { sandboxDirectory, log: console.log };
        const { kubeconfig } = await putUp(options);
        const api = Api.of(kubeconfig);
        try {
            await fill(api);
            await sleep(SETTLING_MS);
            const file = join(sandboxDirectory, "kubeconfig");
            await writeFile(file, kubeconfig);
            return {
                kubeStateMetrics: await kubeStateMetrics(file),
                apiserver: await new Connection(parseKubeconfig(kubeconfig)).text("/metrics"),
            };
        } finally {
            api.close();
            await takeDown(options);
        }
    });

async function fill(api: Api): Promise<void> {
    for (const { object, status, ending } of OBJECTS) {
        const { namespace } = object.metadata;
        await api.create(await api.collectionPath(object.apiVersion, object.kind, namespace), object);
        if (status !== undefined) {
            await api.merge(`${await api.pathOf(object)}/status`, { status });
        }
        if (ending) {
            await api.delete(await api.pathOf(object));
        }
    }
}

/** The exporter with the platform's own options. */
async function kubeStateMetrics(kubeconfig: string): Promise<string> {
    const [port, telemetry] = await Promise.all([freePort(), freePort()]);
    const [own, about] = [telemetry, port].map((each) => `http://127.0.0.1:${each.toString()}`);
    const running = await startProgram("kube-state-metrics", {
        args: [
            watchedOption(),
            `--port=${port.toString()}`,
            `--telemetry-port=${telemetry.toString()}`,
            "--host=127.0.0.1",
            "--telemetry-host=127.0.0.1",
            `--kubeconfig=${kubeconfig}`,
        ],
        ready: `${own ?? ""}/readyz`,
    });
    try {
        await sleep(2000);
        return (await textAt(`${about ?? ""}/metrics`)) + (await textAt(`${own ?? ""}/metrics`));
    } finally {
        await running.stop();
    }
}
