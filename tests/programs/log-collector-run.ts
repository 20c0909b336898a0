import { existsSync } from "node:fs";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { COLLECTOR_PORTS } from "../../components/observability/collector-telemetry";
import {
    logCollectorConfig,
    type LogCollectorConfigArgs,
    QUEUE,
} from "../../components/observability/logs/log-collector-config";
import { type RunningProgram, startProgram, textAt } from "../components/observability/metrics/program";
import { freePort } from "./nginx/network";

export const COLLECTOR_ARGS: LogCollectorConfigArgs = {
    cluster: "aks-test",
    loki: { namespace: "observability", workload: "loki", port: 3100 },
    archive: { host: "archive.blob.core.windows.net", container: "cluster-audit" },
    storageGiB: 1,
};

/** What the pod's webhook sets. */
export const IDENTITY = {
    AZURE_TENANT_ID: "tenant",
    AZURE_CLIENT_ID: "client",
    AZURE_FEDERATED_TOKEN_FILE: "/var/run/secrets/azure/tokens/azure-identity-token",
};

/** A line that came out: where it was going, with what. */
export interface Kept {
    readonly body: string;
    readonly resource: Readonly<Record<string, string>>;
    readonly attributes: Readonly<Record<string, string>>;
    readonly scope: Readonly<Record<string, string>>;
}

type Attributes = readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];

interface Export {
    readonly resourceLogs: readonly {
        readonly resource?: { readonly attributes?: Attributes };
        readonly scopeLogs: readonly {
            readonly scope?: { readonly attributes?: Attributes };
            readonly logRecords: readonly {
                readonly body?: { readonly stringValue?: string };
                readonly attributes?: Attributes;
            }[];
        }[];
    }[];
}

/** A record on its way in. */
export interface Sent {
    readonly body: unknown;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly resource?: Readonly<Record<string, string>>;
    /** Name of its logger. */
    readonly logger?: string;
    /** What the logger says of itself. */
    readonly scope?: Readonly<Record<string, string>>;
    /** How long ago it was written. Defaults to just now. */
    readonly ageHours?: number;
}

const attributesOf = (values: Readonly<Record<string, string>> = {}): Attributes =>
    Object.entries(values).map(([key, value]) => ({ key, value: { stringValue: value } }));

const valuesOf = (attributes: Attributes = []) =>
    Object.fromEntries(attributes.map(({ key, value }) => [key, String(Object.values(value)[0])]));

/** The configuration's parts that tests change. */
export interface CollectorConfig {
    readonly receivers: Record<string, unknown>;
    readonly processors: Record<string, { log_statements?: { statements: string[] }[] }>;
    exporters: Record<string, unknown>;
    readonly service: { readonly pipelines: Record<string, { exporters: string[] }> };
}

export interface CollectorOptions {
    /** Where logs go instead of files. */
    readonly loki?: string;

    /** A disk that is there already, and stays. Defaults to one that goes with the collector. */
    readonly disk?: string;

    /** A last change of the configuration. */
    readonly change?: (config: CollectorConfig) => void;
}

/** The real collector with the platform's configuration, on loopback, where files stand for Loki and for the archive. */
export class RunningCollector {
    /** What has been read of each file. */
    private readonly read = {
        loki: { bytes: 0, lines: [] as Kept[] },
        archive: { bytes: 0, lines: [] as Kept[] },
    };

    private constructor(
        private readonly program: RunningProgram,
        private readonly folder: string,
        private readonly ports: Readonly<Record<keyof typeof COLLECTOR_PORTS, number>>,
    ) {}

    public static async start({ loki, disk, change }: CollectorOptions = {}): Promise<RunningCollector> {
        const folder = await mkdtemp(join(tmpdir(), "log-collector-"));
        const names = Object.keys(COLLECTOR_PORTS) as (keyof typeof COLLECTOR_PORTS)[];
        const ports = Object.fromEntries(
            await Promise.all(names.map(async (name) => [name, await freePort()] as const)),
        ) as Record<keyof typeof COLLECTOR_PORTS, number>;
        const text = names.reduce(
            (config, name) =>
                config
                    .replaceAll(
                        `0.0.0.0:${COLLECTOR_PORTS[name].toString()}`,
                        `127.0.0.1:${ports[name].toString()}`,
                    )
                    .replaceAll(
                        `"port": ${COLLECTOR_PORTS[name].toString()}`,
                        `"port": ${ports[name].toString()}`,
                    ),
            logCollectorConfig(COLLECTOR_ARGS).replaceAll(QUEUE, disk ?? folder),
        );
        const config = JSON.parse(text) as CollectorConfig;
        toFile(config, "azure_blob/archive", join(folder, "archive.jsonl"));
        if (loki === undefined) {
            toFile(config, "otlp_http/loki", join(folder, "loki.jsonl"));
        } else {
            (config.exporters["otlp_http/loki"] as { endpoint: string }).endpoint = `${loki}/otlp`;
        }
        change?.(config);
        const file = join(folder, "config.json");
        await writeFile(file, JSON.stringify(config));
        const program = await startProgram("otelcol", {
            args: [`--config=${file}`],
            ready: `http://127.0.0.1:${ports.health.toString()}/`,
            env: IDENTITY,
        });
        return new RunningCollector(program, folder, ports);
    }

    /** Sends records in one export, and gives the answer's status. */
    public async send(records: readonly Sent[]): Promise<number> {
        return this.sendText(
            JSON.stringify({
                resourceLogs: records.map(
                    ({ body, attributes, resource, scope, logger = "", ageHours = 0 }) => ({
                        resource: { attributes: attributesOf(resource) },
                        scopeLogs: [
                            {
                                scope: { name: logger, attributes: attributesOf(scope) },
                                logRecords: [
                                    {
                                        timeUnixNano: (
                                            BigInt(Date.now() - ageHours * 3_600_000) * 1_000_000n
                                        ).toString(),
                                        body: typeof body === "string" ? { stringValue: body } : body,
                                        attributes: attributesOf(attributes),
                                    },
                                ],
                            },
                        ],
                    }),
                ),
            }),
        );
    }

    /** Sends an export as it is. */
    public async sendText(text: string): Promise<number> {
        const response = await fetch(`http://127.0.0.1:${this.ports.otlp.toString()}/v1/logs`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: text,
        });
        await response.text();
        return response.status;
    }

    /** What would be in Loki, or in the archive, once it is as many lines. */
    public async kept(place: "loki" | "archive", count: number): Promise<readonly Kept[]> {
        const limit = performance.now() + 20_000;
        let lines = await this.lines(place);
        while (lines.length < count && performance.now() < limit) {
            await sleep(50);
            lines = await this.lines(place);
        }
        return lines;
    }

    /** The lines that come out of those that go in alone, as applications would write them. */
    public async redacted(lines: readonly string[]): Promise<readonly string[]> {
        const before = (await this.lines("loki")).length;
        const status = await this.send(lines.map((body) => ({ body, attributes: APPLICATION })));
        if (status !== 200) {
            throw new Error(`collector: expected 200, got ${status.toString()}: ${this.program.output()}`);
        }
        return (await this.kept("loki", before + lines.length)).slice(before).map(({ body }) => body);
    }

    /** Its own metrics, or those that it derives. */
    public metrics(port: "telemetry" | "metrics"): Promise<string> {
        return textAt(`http://127.0.0.1:${this.ports[port].toString()}/metrics`);
    }

    public async stop(): Promise<void> {
        await this.program.stop();
        await rm(this.folder, { recursive: true, force: true });
    }

    private async lines(place: "loki" | "archive"): Promise<readonly Kept[]> {
        const file = join(this.folder, `${place}.jsonl`);
        const read = this.read[place];
        if (existsSync(file)) {
            const { buffer, bytesRead } = await fromOffset(file, read.bytes);
            // The last line may be half written.
            const whole = buffer.subarray(0, buffer.lastIndexOf("\n", bytesRead) + 1);
            read.bytes += whole.length;
            read.lines.push(...whole.toString().split("\n").slice(0, -1).flatMap(keptIn));
        }
        return [...read.lines];
    }
}

/** A line of an application that no stream names. */
const APPLICATION = { namespace: "openmrs", workload: "sample", container: "sample", pod: "sample-0" };

async function fromOffset(file: string, offset: number) {
    const handle = await open(file);
    try {
        const { size } = await handle.stat();
        return await handle.read(Buffer.alloc(size - offset), 0, size - offset, offset);
    } finally {
        await handle.close();
    }
}

function toFile(config: CollectorConfig, exporter: string, path: string): void {
    const name = exporter.replace(/^.*\//, "file/");
    config.exporters = Object.fromEntries(
        Object.entries(config.exporters).filter(([key]) => key !== exporter),
    );
    config.exporters[name] = { path, flush_interval: "50ms" };
    for (const pipeline of Object.values(config.service.pipelines)) {
        pipeline.exporters = pipeline.exporters.map((each) => (each === exporter ? name : each));
    }
}

function keptIn(line: string): readonly Kept[] {
    const { resourceLogs } = JSON.parse(line) as Export;
    return resourceLogs.flatMap(({ resource, scopeLogs }) =>
        scopeLogs.flatMap(({ scope, logRecords }) =>
            logRecords.map(({ body, attributes }) => ({
                body: body?.stringValue ?? "",
                resource: valuesOf(resource?.attributes),
                attributes: valuesOf(attributes),
                scope: valuesOf(scope?.attributes),
            })),
        ),
    );
}

/** A line as the agents pass it on. */
export const from = (namespace: string, workload: string, container: string, body: string): Sent => ({
    body,
    attributes: {
        namespace,
        workload,
        container,
        pod: `${workload}-0`,
        instance: `${namespace}/${workload}-0:${container}`,
        job: "loki.source.kubernetes.node",
        "loki.attribute.labels": "namespace,workload,container,pod",
    },
});
