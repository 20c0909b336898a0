import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { logAgent } from "../../../../components/observability/logs/log-agent";
import { logCollector } from "../../../../components/observability/logs/log-collector";
import { loki } from "../../../../components/observability/logs/loki";
import { STREAMS } from "../../../../components/observability/logs/streams";
import { endpointOf, portsOf, type WorkloadArgs } from "../../../../components/kubernetes/workload-args";
import { goProgram } from "../../../programs/install/go-programs";

/** Allows for the build of a first run. */
const BUILD_MS = 10 * 60_000;

const namespace = "observability";
const disk = { sizeGiB: 10, storageClass: "zrs", protect: false };

const keeper = loki({
    namespace,
    image: "r/loki",
    blobs: { accountName: "sttelem", container: "loki" },
    replicas: 3,
    retention: { auditRetentionDays: 365, applicationRetentionDays: 90 },
    compute: { cpu: "1", memory: "2Gi" },
    storage: disk,
});
const collector = logCollector({
    namespace,
    image: "r/otel",
    cluster: "aks-test",
    loki: endpointOf(keeper, "http"),
    archive: { accountName: "staudit", container: "cluster-audit" },
    storage: disk,
});
const agent = logAgent({
    namespace,
    image: "r/alloy",
    namespaces: ["openmrs", "database"],
    mostNodes: 12,
    collector: endpointOf(collector, "otlp"),
});

/** Where a workload connects to. */
const destinations = ({ connectsTo = [] }: WorkloadArgs) =>
    connectsTo.map(({ to }) =>
        "part" in to
            ? to.part
            : `${"host" in to ? to.host : to.workload}${"port" in to ? `:${to.port.toString()}` : ""}`,
    );

const fileOf = ({ volumes = {} }: WorkloadArgs): string => {
    const { config } = volumes;
    assert.equal(config?.kind, "files");
    const [text = ""] = Object.values(config.files);
    return text;
};

interface LokiFile {
    readonly ingester: {
        readonly max_chunk_age: string;
        readonly lifecycler: { readonly readiness_check_ring_health: boolean };
    };
    readonly querier: { readonly query_ingesters_within: string };
    readonly common: { readonly replication_factor: number };
    readonly storage_config: { readonly object_store: { readonly azure: Record<string, string> } };
    readonly limits_config: {
        readonly retention_period: string;
        readonly retention_stream: readonly {
            readonly selector: string;
            readonly period: string;
            readonly priority: number;
        }[];
    };
}

interface CollectorFile {
    readonly receivers: Record<string, { readonly protocols: Record<string, unknown> }>;
    readonly exporters: Record<
        string,
        { readonly sending_queue?: { readonly queue_size: number; readonly storage: string } }
    >;
}

describe("the workloads of the logs", () => {
    it("connect to one another, to the API and to the storage accounts, and nowhere else", () => {
        assert.deepEqual(destinations(agent), ["apiServer", "log-collector:4318"]);
        assert.deepEqual(destinations(collector), [
            "loki:3100",
            "staudit.blob.core.windows.net:443",
            "login.microsoftonline.com:443",
        ]);
        assert.deepEqual(destinations(keeper), [
            "loki:3100",
            "loki:9095",
            "loki:7946",
            "sttelem.blob.core.windows.net:443",
            "login.microsoftonline.com:443",
        ]);
    });

    it("offer the ports that others were told of", () => {
        assert.deepEqual(portsOf(agent), { metrics: 12_345 });
        assert.deepEqual(portsOf(collector), { otlp: 4318, telemetry: 8888, metrics: 8889, health: 13_133 });
        assert.deepEqual(portsOf(keeper), { http: 3100, grpc: 9095, memberlist: 7946 });
    });
});

describe("the log agent", () => {
    it("runs on every node, and opens no directory of it", () => {
        assert.deepEqual(agent.replicas, { mostNodes: 12 });
        assert.ok(Object.values(agent.volumes ?? {}).every(({ kind }) => kind !== "host"));
    });

    it("may read pods and their logs in the platform's namespaces, and nothing else", () => {
        const rights = [
            { apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] },
            { apiGroups: [""], resources: ["pods/log"], verbs: ["get"] },
        ];
        assert.deepEqual(agent.apiRights, { namespaces: { openmrs: rights, database: rights } });
    });

    it("reads the pods of its own node, but for the container that sends its logs itself", () => {
        const config = fileOf(agent);
        assert.match(config, /field = "spec\.nodeName=" \+ sys\.env\("NODE_NAME"\)/);
        assert.deepEqual(agent.containers.agent?.fieldEnv, { NODE_NAME: "spec.nodeName" });
        assert.match(config, /names = \["database","openmrs"\]/);
        assert.match(config, /action\s+= "drop"[^}]*regex\s+= "openmrs-backend\/backend"/);
    });

    it("has a configuration that Alloy accepts", async function () {
        this.timeout(BUILD_MS);
        const program = await goProgram("alloy-validate", console.log);
        const folder = await mkdtemp(join(tmpdir(), "alloy-"));
        const file = join(folder, "log-agent.alloy");
        try {
            await writeFile(file, fileOf(agent));
            execFileSync(program, [file], { stdio: "pipe" });
            await writeFile(file, fileOf(agent).replace("forward_to", "forwards_to"));
            assert.throws(() => execFileSync(program, [file], { stdio: "pipe" }), /forwards_to/);
        } finally {
            await rm(folder, { recursive: true });
        }
    });

    it("hands over nothing that Loki would refuse for its age", () => {
        const { ingester } = JSON.parse(fileOf(keeper)) as LokiFile;
        const oldest = Number(/older_than += "([0-9]+)h"/.exec(fileOf(agent))?.[1]);
        // Loki takes what is half a chunk's age behind the newest.
        assert.ok(oldest < Number.parseInt(ingester.max_chunk_age) / 2);
    });

    it("tells nobody outside of its use", () => {
        assert.ok(agent.containers.agent?.args?.includes("--disable-reporting"));
    });
});

describe("the log collector's files", () => {
    const { receivers, exporters } = JSON.parse(fileOf(collector)) as CollectorFile;

    it("take logs in by OTLP over HTTP alone", () => {
        assert.deepEqual(
            Object.entries(receivers).map(([name, { protocols }]) => [name, Object.keys(protocols)]),
            [["otlp", ["http"]]],
        );
    });

    it("keep what is not sent on the disk, of which the queues together leave a fifth free", () => {
        const queues = Object.values(exporters).flatMap(({ sending_queue }) => sending_queue ?? []);
        assert.deepEqual(
            queues.map(({ storage }) => storage),
            ["file_storage", "file_storage"],
        );
        const bytes = queues.reduce((sum, { queue_size }) => sum + queue_size, 0);
        assert.ok(bytes > 0.75 * disk.sizeGiB * 1024 ** 3 && bytes <= 0.8 * disk.sizeGiB * 1024 ** 3);
    });
});

describe("Loki's files", () => {
    const config = JSON.parse(fileOf(keeper)) as LokiFile;

    it("open the storage account without a key, under the identity of the pod's account", () => {
        assert.deepEqual(config.storage_config.object_store.azure, {
            account_name: "sttelem",
            container_name: "loki",
            endpoint_suffix: "blob.core.windows.net",
        });
    });

    it("keep each stream for its time, by a rule of its own, and what is of none for the longest", () => {
        assert.deepEqual(
            config.limits_config.retention_stream.map(({ selector, period }) => [selector, period]),
            [
                ['{stream="audit"}', "8760h"],
                ['{stream="access"}', "8760h"],
                ['{stream="application"}', "2160h"],
            ],
        );
        assert.equal(config.limits_config.retention_period, "8760h");
        assert.equal(new Set(config.limits_config.retention_stream.map(({ priority }) => priority)).size, 3);
    });

    it("have each line on every replica", () => {
        assert.equal(config.common.replication_factor, 3);
    });
});

describe("Loki's replicas", () => {
    const { ingester, querier } = JSON.parse(fileOf(keeper)) as LokiFile;

    it("are ready each by itself, since the service names those alone that are", () => {
        assert.equal(ingester.lifecycler.readiness_check_ring_health, false);
    });

    it("are asked for all that may not be in the storage account yet", () => {
        const hours = (text: string) => Number.parseInt(text);
        assert.ok(hours(querier.query_ingesters_within) > hours(ingester.max_chunk_age));
    });
});

describe("the streams", () => {
    it("of audit and of access are kept within what the CNIL recommends, and say so", () => {
        for (const { retention, reason } of [STREAMS.audit, STREAMS.access]) {
            assert.equal(retention, "auditRetentionDays");
            assert.match(reason, /délibération CNIL n° 2021-122 du 14 octobre 2021/);
        }
    });

    it("are those that docs/journaux.md tells of", () => {
        const page = readFileSync(join(__dirname, "../../../../docs/journaux.md"), "utf8");
        for (const [stream, { content, retention, archived }] of Object.entries(STREAMS)) {
            const row = page.split("\n").find((line) => line.startsWith(`| \`${stream}\` `)) ?? "";
            const [, , told, days, archive] = row.split("|").map((cell) => cell.trim());
            assert.equal(told, content);
            assert.ok(days?.includes(`logs.${retention}`));
            assert.equal(archive, archived ? "oui" : "non");
        }
    });

    it("leave no line out: the last asks for nothing", () => {
        assert.deepEqual(Object.values(STREAMS).at(-1)?.conditions, []);
    });
});
