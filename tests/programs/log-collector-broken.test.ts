import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { logCollectorConfig } from "../../components/observability/logs/log-collector-config";
import { CANARY_EXPORT } from "../../components/observability/metrics/canary";
import { countersOf, samplesOf } from "./log-collector-counters";
import { COLLECTOR_ARGS, type CollectorConfig, from, RunningCollector } from "./log-collector-run";
import { freePort } from "./nginx/network";

/** Allows for the build of a first run. */
const BUILD_MS = 10 * 60_000;

describe("the log collector, when something in it is broken", function () {
    this.timeout(BUILD_MS);

    const REDACTION = "transform/redaction";

    it("says that a canary came through, and keeps it nowhere", async () => {
        const collector = await RunningCollector.start({
            change: ({ processors }) => {
                const [group] = processors[REDACTION]?.log_statements ?? [];
                // All that masks is gone.
                group?.statements.splice(0, group.statements.length - 2);
            },
        });
        try {
            assert.equal(await collector.sendText(CANARY_EXPORT), 200);
            const samples = await countersOf(collector, (found) => Object.keys(found).length > 0);
            assert.deepEqual(samples, { 'log_canaries_total{result="leaked"}': 1 });
            assert.deepEqual(await collector.kept("loki", 0), []);
        } finally {
            await collector.stop();
        }
    });

    it("keeps masked on its disk what Loki does not take, and hands it over after a restart", async () => {
        const disk = await mkdtemp(join(tmpdir(), "collector-disk-"));
        const port = await freePort();
        const options = { loki: `http://127.0.0.1:${port.toString()}`, disk };
        const taken: string[] = [];
        const server = createServer((request, response) => {
            const parts: Buffer[] = [];
            request.on("data", (part: Buffer) => parts.push(part));
            request.on("end", () => {
                taken.push(gunzipSync(Buffer.concat(parts)).toString());
                response.end();
            });
        });
        try {
            const first = await RunningCollector.start(options);
            assert.equal(await first.send([from("openmrs", "sample", "sample", "of 269054958815780")]), 200);
            await first.stop();
            server.listen(port, "127.0.0.1");
            const second = await RunningCollector.start(options);
            const limit = performance.now() + 20_000;
            while (taken.length === 0 && performance.now() < limit) {
                await sleep(100);
            }
            await second.stop();
            assert.equal(taken.length, 1);
            assert.ok(taken[0]?.includes("of [NIR]"));
        } finally {
            server.close();
            await rm(disk, { recursive: true, force: true });
        }
    });

    it("counts what is meant for an archive that takes nothing, and nothing as sent or given up", async () => {
        const { exporters } = JSON.parse(logCollectorConfig(COLLECTOR_ARGS)) as CollectorConfig;
        const { retry_on_failure, sending_queue } = exporters["azure_blob/archive"] as Record<string, object>;
        // Another exporter, to a port that is closed, with the archive's patience, and its queue but for the wait.
        const endpoint = `http://127.0.0.1:${(await freePort()).toString()}`;
        const queue = { ...sending_queue, batch: { sizer: "bytes", flush_timeout: "100ms" } };
        const collector = await RunningCollector.start({
            change: ({ exporters: all, service }) => {
                all["otlp_http/archive"] = { endpoint, retry_on_failure, sending_queue: queue };
                for (const pipeline of Object.values(service.pipelines)) {
                    pipeline.exporters = pipeline.exporters.map((name) =>
                        name === "file/archive" ? "otlp_http/archive" : name,
                    );
                }
            },
        });
        try {
            await collector.send([
                from("database", "mariadb", "audit", "QUERY"),
                from("a", "b", "c", "other"),
            ]);
            await sleep(2_000);
            const found = Object.entries(samplesOf(await collector.metrics("telemetry"))).filter(
                ([name]) =>
                    /^otelcol_(processor_outgoing|exporter_(sent|send_failed|enqueue_failed|queue_size))/.test(
                        name,
                    ) && /"(filter|otlp_http)\/archived?"/.test(name),
            );
            const labels = 'data_type="logs",exporter="otlp_http/archive"';
            assert.deepEqual(
                found.map(([name, value]) => [name, value > 0]),
                [
                    [`otelcol_exporter_queue_size{${labels}}`, true],
                    [
                        'otelcol_processor_outgoing_items_total{otel_signal="logs",processor="filter/archived"}',
                        true,
                    ],
                ],
            );
        } finally {
            await collector.stop();
        }
    });

    it("refuses what it cannot redact instead of passing it on, and counts it", async () => {
        const collector = await RunningCollector.start({
            change: ({ processors }) => {
                const [group] = processors[REDACTION]?.log_statements ?? [];
                group?.statements.push("set(log.body, Substring(log.body, 0, 1000000))");
            },
        });
        try {
            assert.equal(await collector.send([from("openmrs", "sample", "sample", "269054958815780")]), 503);
            const samples = samplesOf(await collector.metrics("telemetry"));
            const refused = Object.entries(samples).filter(([name]) =>
                /^otelcol_receiver_(refused|failed)_log_records_total/.test(name),
            );
            assert.equal(
                refused.reduce((sum, [, value]) => sum + value, 0),
                1,
            );
            assert.deepEqual(await collector.kept("loki", 0), []);
        } finally {
            await collector.stop();
        }
    });
});
