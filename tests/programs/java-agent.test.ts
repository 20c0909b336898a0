import * as assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
    eventually,
    startTraceCollector,
    type TraceCollector,
} from "../components/observability/traces/collector";
import { type KeptSpan, spansIn } from "../components/observability/traces/spans";
import { type RunningProgram, startProgram } from "../components/observability/metrics/program";
import { startAgentServer, type AgentServer } from "./java-agent/server";
import { freePort } from "./nginx/network";

/** Allows for the downloads of a first build. */
const BUILD_MS = 20 * 60_000;

const EMAIL = "canari@redaction.example";

/** Metrics of the agent that rules and dashboards ask for: of Java, Tomcat, c3p0 and requests. */
const ASKED_FOR = [
    ...["jvm_memory_used_after_last_gc_bytes", "jvm_memory_limit_bytes", "jvm_gc_duration_seconds_sum"],
    ...["jvm_memory_used_bytes", "jvm_thread_count", "jvm_cpu_time_seconds_total", "jvm_class_count"],
    ...["tomcat_thread_busy_count", "tomcat_thread_limit", "tomcat_session_active_count"],
    ...["db_client_connection_count", "db_client_connection_pending_requests"],
    ...["bucket", "count", "sum"].map((part) => `http_server_request_duration_seconds_${part}`),
];

interface LogRecord {
    readonly traceId?: string;
    readonly body: { readonly stringValue: string };
}

describe("the Java agent with the platform's settings", function () {
    this.timeout(BUILD_MS);
    let folder: string;
    let collector: TraceCollector;
    let between: RunningProgram;
    let server: AgentServer;
    let spans: readonly KeptSpan[];
    let logs: readonly LogRecord[];

    const text = (file: string) => readFile(join(folder, file), "utf8").catch(() => "");

    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "ap-agent-"));
        collector = await startTraceCollector({ centres: { lyon: "192.0.2.0/26" }, samplePercent: 100 });
        const [port, health] = await Promise.all([freePort(), freePort()]);
        // Keeps what the agent sends as it comes, and passes the traces on to the collector of the platform.
        await writeFile(
            join(folder, "between.json"),
            JSON.stringify({
                extensions: { health_check: { endpoint: `127.0.0.1:${health.toString()}` } },
                receivers: {
                    otlp: { protocols: { http: { endpoint: `127.0.0.1:${port.toString()}` } } },
                },
                exporters: {
                    "file/traces": { path: join(folder, "traces.json") },
                    "file/logs": { path: join(folder, "logs.json") },
                    otlp_http: { endpoint: `http://127.0.0.1:${collector.ports.otlp.toString()}` },
                },
                service: {
                    extensions: ["health_check"],
                    telemetry: { metrics: { level: "none" } },
                    pipelines: {
                        traces: { receivers: ["otlp"], exporters: ["file/traces", "otlp_http"] },
                        logs: { receivers: ["otlp"], exporters: ["file/logs"] },
                    },
                },
            }),
        );
        between = await startProgram("otelcol", {
            args: [`--config=${join(folder, "between.json")}`],
            ready: `http://127.0.0.1:${health.toString()}/`,
        });
        server = await startAgentServer(port, console.log);
        const asked = { "X-Forwarded-For": "192.0.2.7", Authorization: "Basic YWRtaW46b3BlbnNlc2FtZQ==" };
        assert.equal(await server.get("/ws/rest/v1/patient?q=dupont", asked), 200);
        assert.equal(await server.get(`/ws/fail?q=${EMAIL}`, asked), 500);
        spans = await eventually(
            async () => spansIn(wholeLines(await text("traces.json"))),
            (found) => found.some(({ name }) => name === "SELECT person") && found.some(isFailed),
        );
        logs = await eventually(
            async () => logsIn(await text("logs.json")),
            (found) => saying(found, "Searched") !== undefined && saying(found, "Nobody") !== undefined,
        );
    });
    after(async () => {
        await server.stop();
        await between.stop();
        await collector.stop();
        await rm(folder, { recursive: true, force: true });
    });

    it("sends traces of requests with what they ask of the database", () => {
        const query = spans.find(({ name }) => name === "SELECT person");
        const request = spans.find(({ traceId, kind }) => traceId === query?.traceId && kind === SERVER);
        assert.equal(request?.name, "GET /openmrs/ws/*");
        assert.equal(request.resource["service.name"], "openmrs-backend");
        assert.equal(request.resource["k8s.pod.name"], "openmrs-backend-0");
        assert.equal(request.resource["process.command_args"], undefined);
    });

    it("sends the logs under the same traces", () => {
        const query = spans.find(({ name }) => name === "SELECT person");
        assert.equal(saying(logs, "Searched")?.traceId, query?.traceId);
        assert.equal(saying(logs, "Nobody")?.traceId, spans.find(isFailed)?.traceId);
    });

    it("leaves the logs of OpenMRS and of Tomcat on the output, in one line each, stacks aside", () => {
        const said = new RegExp(`Nobody answers to ${EMAIL}$`);
        const lines = server.output().split("\n");
        const [openmrs, ...tomcat] = lines.filter((line) => said.test(line));
        assert.match(
            openmrs ?? "",
            /^ERROR - Server\$Pages\.doGet\(\d+\) \|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d,\d{3}\| Nobody/,
        );
        assert.equal(tomcat.length, 1);
        assert.match(lines.join("\n"), /^\d\d-\w+-\d{4} [\d:.]+ SEVERE \[\S+\] org\.apache\.catalina\./m);
        assert.doesNotMatch(server.output(), /^\S+ \S+ (?:WARN|ERROR) /m);
    });

    it("sends neither headers nor bodies", async () => {
        const names = new Set(spans.flatMap(({ attributes }) => Object.keys(attributes)));
        assert.deepEqual(
            [...names].filter((name) => /header|parameter|body|cookie|enduser/.test(name)),
            [],
        );
        assert.doesNotMatch(await text("traces.json"), /YWRtaW46b3BlbnNlc2FtZQ/);
    });

    it("tells what was searched for, in queries and in SQL, and the collector takes it away", async () => {
        assert.match(await text("traces.json"), /q=dupont/);
        assert.match(await text("traces.json"), /family_name = 'dupont'/);
        const isQuery = ({ name }: KeptSpan) => name === "SELECT person";
        const kept = await collector.kept((found) => found.some(isQuery));
        assert.ok(kept.some(isQuery));
        assert.doesNotMatch(JSON.stringify(kept), /dupont/);
    });

    it("tells the collector what it needs to say of which centre a request is, and what it is for", async () => {
        const isSearch = ({ attributes }: KeptSpan) => attributes.operation === "patient-search";
        const kept = (await collector.kept((found) => found.some(isSearch))).find(isSearch);
        assert.deepEqual(kept?.attributes, {
            centre: "lyon",
            operation: "patient-search",
            "http.request.method": "GET",
            "http.response.status_code": 200,
            "http.route": "/openmrs/ws/*",
            "server.address": "127.0.0.1",
            "server.port": kept?.attributes["server.port"],
            "url.path": "/openmrs/ws/rest/v1/patient",
        });
    });

    it("has what exceptions say masked by the collector", async () => {
        const failed = (await collector.kept((found) => found.some(isFailed))).find(isFailed);
        assert.equal(failed?.events[0]?.attributes["exception.message"], "Nobody answers to [ADRESSE]");
    });

    it("tells the metrics that the rules ask for", async () => {
        const missing = (answer: string) =>
            ASKED_FOR.filter((name) => !new RegExp(`^${name}\\{`, "m").test(answer));
        const answer = await eventually(
            () => server.metrics(),
            (found) => missing(found).length === 0,
        );
        assert.deepEqual(missing(answer), []);
        assert.match(answer, /^db_client_connection_count\{.*db_client_connection_state="used"/m);
        assert.match(answer, /^tomcat_thread_limit\{.*tomcat_thread_pool_name=/m);
        assert.match(
            answer,
            /^http_server_request_duration_seconds_count\{.*http_response_status_code="500"/m,
        );
    });

    it("tells in metrics nothing of what was asked, examples included", async () => {
        // What is exemplary is told once.
        assert.equal(await server.get("/ws/rest/v1/patient?q=dupont"), 200);
        const answer = await server.metrics("application/openmetrics-text;version=1.0.0");
        assert.match(answer, /# EOF/);
        assert.doesNotMatch(answer, /dupont|canari|192\.0\.2\.7| # \{/);
    });
});

const SERVER = 2;
const isFailed = ({ kind, attributes }: KeptSpan) =>
    kind === SERVER && attributes["http.response.status_code"] === 500;

const saying = (logs: readonly LogRecord[], start: string) =>
    logs.find(({ body }) => body.stringValue.startsWith(start));

/** Without a line that is not complete yet. */
const wholeLines = (text: string) => text.slice(0, text.lastIndexOf("\n") + 1);

interface ExportedLogs {
    readonly resourceLogs: readonly {
        readonly scopeLogs: readonly { readonly logRecords: readonly LogRecord[] }[];
    }[];
}

const logsIn = (text: string): readonly LogRecord[] =>
    wholeLines(text)
        .split("\n")
        .filter((line) => line !== "")
        .flatMap((line) => (JSON.parse(line) as ExportedLogs).resourceLogs)
        .flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords));
