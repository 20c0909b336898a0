import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { COLLECTOR_PORTS } from "../../../../components/observability/collector-telemetry";
import {
    traceCollectorConfig,
    type TraceCollectorConfigArgs,
} from "../../../../components/observability/traces/trace-collector-config";
import { freePort } from "../../../programs/nginx/network";
import { startProgram, textAt } from "../metrics/program";
import { exportOf, type KeptSpan, type Span, spansIn } from "./spans";

type Ports = Readonly<Record<keyof typeof COLLECTOR_PORTS, number>>;

interface Config {
    readonly processors: { readonly tail_sampling: Record<string, unknown> };
    readonly connectors: { readonly span_metrics: Record<string, unknown> };
    readonly exporters: Record<string, unknown>;
    readonly service: {
        readonly pipelines: Record<string, { readonly exporters: string[] }>;
    };
}

/** What sends to Tempo. */
const TO_TEMPO = "otlp_http/tempo";

/**
 * The configuration on loopback, with a file that gets what Tempo would, who is not there, and less patience: a trace is judged a second after its
 * request ended instead of ten, and counts are told each second.
 */
function localised(config: string, ports: Ports, file: string): string {
    const here = Object.entries(COLLECTOR_PORTS).reduce(
        (text, [name, port]) =>
            text
                .replaceAll(
                    `"0.0.0.0:${port.toString()}"`,
                    `"127.0.0.1:${ports[name as keyof Ports].toString()}"`,
                )
                .replaceAll(
                    `"port": ${port.toString()},`,
                    `"port": ${ports[name as keyof Ports].toString()},`,
                ),
        config.replaceAll('"host": "0.0.0.0"', '"host": "127.0.0.1"'),
    );
    const parsed = JSON.parse(here) as Config;
    parsed.processors.tail_sampling.decision_wait_after_root_received = "1s";
    parsed.connectors.span_metrics.metrics_flush_interval = "1s";
    parsed.exporters[TO_TEMPO] = { endpoint: "http://127.0.0.1:1", retry_on_failure: { enabled: false } };
    parsed.exporters.file = { path: file };
    for (const { exporters } of Object.values(parsed.service.pipelines)) {
        if (exporters.includes(TO_TEMPO)) {
            exporters.push("file");
        }
    }
    return JSON.stringify(parsed);
}

/** The real collector with the platform's configuration of traces. */
export interface TraceCollector {
    readonly ports: Ports;

    /** Sends it spans, as the agent does. */
    send(spans: readonly Span[]): Promise<void>;

    /** What came out, once that is so; what came out by then in the end. */
    kept(until: (spans: readonly KeptSpan[]) => boolean): Promise<readonly KeptSpan[]>;

    /** What it derives from the spans, once that is so. */
    metrics(until: (text: string) => boolean): Promise<string>;

    stop(): Promise<void>;
}

const PATIENCE_MS = 30_000;

/** Asks again and again until the answer is as it must be; the last one at the latest when patience ends. */
export async function eventually<T>(ask: () => Promise<T>, until: (answer: T) => boolean): Promise<T> {
    const limit = performance.now() + PATIENCE_MS;
    for (;;) {
        const answer = await ask();
        if (until(answer) || performance.now() > limit) {
            return answer;
        }
        await sleep(100);
    }
}

export async function startTraceCollector(
    args: Omit<TraceCollectorConfigArgs, "tempo">,
): Promise<TraceCollector> {
    const folder = await mkdtemp(join(tmpdir(), "ap-traces-"));
    const [otlp, telemetry, metrics, health] = await Promise.all([
        freePort(),
        freePort(),
        freePort(),
        freePort(),
    ]);
    const ports = { otlp, telemetry, metrics, health };
    const file = join(folder, "kept.json");
    const config = traceCollectorConfig({
        ...args,
        tempo: { namespace: "observability", workload: "tempo", port: 4318 },
    });
    await writeFile(join(folder, "config.json"), localised(config, ports, file));
    const running = await startProgram("otelcol", {
        args: [`--config=${join(folder, "config.json")}`],
        ready: `http://127.0.0.1:${health.toString()}/`,
    });
    return {
        ports,
        send: async (spans) => {
            const answer = await fetch(`http://127.0.0.1:${otlp.toString()}/v1/traces`, {
                method: "POST",
                headers: { "Content-Type": "application/json" },
                body: exportOf(spans),
            });
            if (!answer.ok) {
                throw new Error(`${answer.status.toString()}: ${await answer.text()}`);
            }
        },
        kept: (until) =>
            eventually(async () => (existsSync(file) ? spansIn(await wholeLines(file)) : []), until),
        metrics: (until) => eventually(() => textAt(`http://127.0.0.1:${metrics.toString()}/metrics`), until),
        stop: async () => {
            await running.stop();
            await rm(folder, { recursive: true, force: true });
        },
    };
}

/** What is written of a file so far, without a line that is not complete yet. */
async function wholeLines(file: string): Promise<string> {
    const text = await readFile(file, "utf8");
    return text.slice(0, text.lastIndexOf("\n") + 1);
}
