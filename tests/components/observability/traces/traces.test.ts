import * as assert from "node:assert/strict";
import { tempo } from "../../../../components/observability/traces/tempo";
import { traceCollector } from "../../../../components/observability/traces/trace-collector";
import { unsafe } from "../../../../components/kubernetes/unsafe";
import { endpointOf, portsOf } from "../../../../components/kubernetes/workload-args";

const server = tempo({
    namespace: "observability",
    image: "r/tempo@sha256:0",
    blobs: { accountName: "stexample", container: "tempo" },
    retentionDays: 14,
    compute: { cpu: "500m", memory: "2Gi" },
    storage: { sizeGiB: 20, storageClass: "zrs", protect: true },
});
const collector = traceCollector({
    namespace: "observability",
    image: "r/otelCollector@sha256:0",
    tempo: endpointOf(server, "otlp"),
    centres: { lyon: "192.0.2.0/26" },
    samplePercent: 10,
});

type Content = Readonly<Record<string, unknown>>;

const configOf = ({ volumes }: typeof server) => {
    const config = volumes?.config;
    assert.equal(config?.kind, "files");
    return JSON.parse(Object.values(config.files)[0] ?? "") as Content;
};

describe("the workloads of traces", () => {
    it("are safe", () => {
        assert.deepEqual([server, collector].map(unsafe), [undefined, undefined]);
    });

    it("offer what others connect to", () => {
        assert.deepEqual(portsOf(collector), {
            otlp: 4318,
            telemetry: 8888,
            metrics: 8889,
            health: 13_133,
        });
        assert.deepEqual(portsOf(server), { http: 3200, otlp: 4318 });
    });

    it("lead from the collector to Tempo, and from there to the storage account alone", () => {
        assert.deepEqual(
            collector.connectsTo?.map(({ to }) => to),
            [{ namespace: "observability", workload: "tempo", port: 4318 }],
        );
        const { exporters } = configOf(collector) as { exporters: Record<string, { endpoint: string }> };
        assert.equal(
            exporters["otlp_http/tempo"]?.endpoint,
            "http://tempo.observability.svc.cluster.local:4318",
        );
        assert.deepEqual(
            server.connectsTo?.map(({ to }) => to),
            [
                { host: "stexample.blob.core.windows.net", port: 443 },
                { host: "login.microsoftonline.com", port: 443 },
            ],
        );
    });

    it("keep traces as long as they are told, and search as far back", () => {
        const { compactor, overrides } = configOf(server) as {
            compactor: { compaction: { block_retention: string } };
            overrides: { defaults: { read: { max_search_duration: string } } };
        };
        assert.deepEqual(
            [compactor.compaction.block_retention, overrides.defaults.read.max_search_duration],
            ["336h", "336h"],
        );
    });

    it("keep the share of the traces that they are told", () => {
        const { processors } = configOf(collector) as {
            processors: { tail_sampling: { policies: readonly { probabilistic?: object }[] } };
        };
        assert.deepEqual(
            processors.tail_sampling.policies.flatMap(({ probabilistic }) => probabilistic ?? []),
            [{ sampling_percentage: 10 }],
        );
    });
});
