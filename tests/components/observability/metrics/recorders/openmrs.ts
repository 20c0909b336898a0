import { setTimeout as sleep } from "node:timers/promises";
import { startAgentServer } from "../../../../programs/java-agent/server";
import { freePort } from "../../../../programs/nginx/network";
import { eventually, startTraceCollector } from "../../traces/collector";
import { textAt } from "../program";

const log = (line: string) => {
    console.log(line);
};

/** Several reports of its own, and the judgement of the traces. */
const WORKING_MS = 6_000;

/** A small server with OpenMRS's agent: Tomcat, c3p0, JDBC and requests, one of which fails. */
export async function javaAgent(): Promise<string> {
    const server = await startAgentServer(await freePort(), log);
    try {
        await server.get("/ws/rest/v1/patient?q=x");
        await server.get("/ws/fail");
        return await eventually(
            () => server.metrics(),
            (text) =>
                text.includes("\ntomcat_thread_busy_count") && text.includes("\njvm_gc_duration_seconds_sum"),
        );
    } finally {
        await server.stop();
    }
}

/** The collector of traces, which has requests to count: what it tells of itself, and of them. */
export async function traceCollector(): Promise<{ readonly own: string; readonly spans: string }> {
    const collector = await startTraceCollector({ centres: { lyon: "192.0.2.0/26" }, samplePercent: 100 });
    try {
        await collector.send([
            { name: "fine", attributes: { "url.path": "/openmrs/ws/fhir2/", "client.address": "192.0.2.1" } },
            { name: "failed", error: "no" },
        ]);
        await sleep(WORKING_MS);
        return {
            own: await textAt(`http://127.0.0.1:${collector.ports.telemetry.toString()}/metrics`),
            spans: await collector.metrics((text) => text.includes("STATUS_CODE_ERROR")),
        };
    } finally {
        await collector.stop();
    }
}
