/**
 * `node --require tsx/cjs tests/components/observability/metrics/record.ts [RECORDER…]`: runs the real programs, and keeps
 * what metrics they have in samples/.
 */
import { clusterMetrics } from "./recorders/cluster";
import { mariadbExporters } from "./recorders/database";
import { blackboxExporter, nginxExporter, nodeExporter } from "./recorders/exporters";
import { logs } from "./recorders/logs";
import { monitors } from "./recorders/monitors";
import { javaAgent, traceCollector } from "./recorders/openmrs";
import { writeSample } from "./samples";

/** Samples of each recorder, by program. */
const RECORDERS: Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>> = {
    node: async () => ({ "node-exporter": await nodeExporter() }),
    nginx: async () => ({ "nginx-exporter": await nginxExporter() }),
    blackbox: async () => {
        const { probes, own } = await blackboxExporter();
        return { "blackbox-probes": probes, "blackbox-exporter": own };
    },
    database: async () => {
        const { primary, replica } = await mariadbExporters();
        return { "mysqld-exporter": `${primary}\n${replica}` };
    },
    logs: async () => {
        const { loki, collector, derived } = await logs();
        return { loki, "log-collector": collector, "log-metrics": derived };
    },
    monitors: async () => ({ ...(await monitors()) }),
    agent: async () => ({ "java-agent": await javaAgent() }),
    traces: async () => {
        const { own, spans } = await traceCollector();
        return { "trace-collector": own, "span-metrics": spans };
    },
    cluster: async () => {
        const { apiserver, kubeStateMetrics } = await clusterMetrics();
        return { apiserver, "kube-state-metrics": kubeStateMetrics };
    },
};

async function main(names: readonly string[]): Promise<void> {
    for (const name of names) {
        const record = RECORDERS[name];
        if (record === undefined) {
            throw new Error(`recorder: expected one of ${Object.keys(RECORDERS).join(", ")}, got ${name}`);
        }
        const start = performance.now();
        for (const [program, answer] of Object.entries(await record())) {
            await writeSample(program, answer);
        }
        console.log(`${name}: recorded in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
}

const chosen = process.argv.slice(2);
main(chosen.length > 0 ? chosen : Object.keys(RECORDERS)).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
