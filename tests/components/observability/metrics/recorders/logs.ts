import { setTimeout as sleep } from "node:timers/promises";
import { CANARY_EXPORT } from "../../../../../components/observability/metrics/canary";
import { RunningCollector } from "../../../../programs/log-collector-run";
import { startLoki } from "../../../../programs/loki-run";
import { textAt } from "../program";

export interface LogMetrics {
    readonly loki: string;
    /** The collector's own. */
    readonly collector: string;
    /** Those that it derives from lines. */
    readonly derived: string;
}

/** The collector sends what it derives after a second, and Loki compacts after some. */
const WORKING_MS = 15_000;

/** A Loki behind a collector, which have taken in a line of each kind that is counted, and refused others. */
export async function logs(): Promise<LogMetrics> {
    const loki = await startLoki();
    const collector = await RunningCollector.start({ loki: loki.url });
    try {
        const line = (workload: string, container: string, body: string) => ({
            body,
            attributes: { namespace: "openmrs", workload, container, pod: `${workload}-0` },
        });
        await collector.sendText(CANARY_EXPORT);
        await collector.send([
            line(
                "mariadb",
                "audit",
                "20261121 10:03:12,mariadb-0,openmrs,10.0.0.1,1,1,FAILED_CONNECT,,,1045",
            ),
            line("openmrs-backend", "backend", "Failed login attempt"),
            line("openmrs-backend", "backend", "Privileges required: Get Patients"),
            line("sample", "sample", "269054958815780 a@b.example 06 12 34 56 78 password=secret"),
        ]);
        // Older than Loki takes: it refuses it, for good.
        await collector.send([{ ...line("sample", "sample", "old"), ageHours: 24 * 30 }]);
        await collector.sendText("no export");
        await sleep(WORKING_MS);
        await fetch(`${loki.url}/loki/api/v1/query_range?query={stream="audit"}`);
        return {
            loki: await textAt(`${loki.url}/metrics`),
            collector: await collector.metrics("telemetry"),
            derived: await collector.metrics("metrics"),
        };
    } finally {
        await collector.stop();
        await loki.stop();
    }
}
