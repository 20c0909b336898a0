import * as assert from "node:assert/strict";
import {
    eventually,
    startTraceCollector,
    type TraceCollector,
} from "../components/observability/traces/collector";
import { traceIdOf } from "../components/observability/traces/spans";

/** Allows for the downloads of a first build. */
const BUILD_MS = 15 * 60_000;

const request = (path: string, address: string) => ({
    "http.request.method": "GET",
    "url.path": path,
    "client.address": address,
});

describe("what the collector of traces counts", function () {
    this.timeout(BUILD_MS);
    let collector: TraceCollector;
    let text: string;

    /** Value of each series of a metric, by its labels. */
    const series = (metric: string) =>
        new Map(
            [...text.matchAll(new RegExp(`^${metric}\\{(.*)\\} (\\S+)`, "gm"))].map(
                ([, labels = "", value]) => [
                    [...labels.matchAll(/(\w+)="([^"]*)"/g)]
                        .map(([, name = "", content = ""]) => `${name}=${content}`)
                        .filter((label) => !/^(?:job|instance)=/.test(label))
                        .sort()
                        .join(" "),
                    Number(value),
                ],
            ),
        );
    const at = (operation: string, status: string) =>
        `centre=nice operation=${operation} service_name=openmrs-backend status_code=${status}`;

    before(async () => {
        collector = await startTraceCollector({ centres: { nice: "2001:db8:1::/48" }, samplePercent: 10 });
        const nice = "2001:db8:1::9";
        const path = "/openmrs/ws/rest/v1/encounter";
        await collector.send([
            { name: "e1", attributes: request(path, nice), seconds: 0.3 },
            { name: "e2", attributes: request(path, nice), seconds: 7 },
            { name: "e3", attributes: request(path, nice), error: "no", seconds: 0.05 },
            // What a request asks of others meanwhile.
            { name: "c", kind: "client", attributes: request(path, nice) },
            { name: "s", attributes: request("/openmrs/ws/fhir2/x", nice) },
            { name: "h", attributes: request("/openmrs/health/alive", nice) },
        ]);
        // A count is told as 0 first, so that its first event is seen as a rise.
        text = await collector.metrics((answer) => {
            text = answer;
            return series("openmrs_calls_total").get(at("fhir", "STATUS_CODE_UNSET")) === 1;
        });
    });

    after(() => collector.stop());

    it("is requests, by operation, centre and state, without the probes, which would hide them", () => {
        assert.deepEqual(Object.fromEntries(series("openmrs_calls_total")), {
            [at("encounter", "STATUS_CODE_UNSET")]: 2,
            [at("encounter", "STATUS_CODE_ERROR")]: 1,
            [at("fhir", "STATUS_CODE_UNSET")]: 1,
        });
    });

    it("is how long they took", () => {
        const of = (metric: string, more = "") =>
            series(metric).get(
                `centre=nice ${more}operation=encounter service_name=openmrs-backend status_code=STATUS_CODE_UNSET`,
            );
        assert.deepEqual(
            [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, "+Inf"].map((le) =>
                of("openmrs_duration_seconds_bucket", `le=${le.toString()} `),
            ),
            [0, 0, 1, 1, 1, 1, 2, 2, 2],
        );
        assert.equal(of("openmrs_duration_seconds_count"), 2);
        assert.equal(of("openmrs_duration_seconds_sum")?.toFixed(1), "7.3");
    });

    it("names a trace to look at, and tells nothing else of the requests", async () => {
        await collector.send([
            { name: "exemplary", attributes: request("/openmrs/ws/fhir2/x", "192.0.2.1") },
        ]);
        const exemplars = await eventually(
            async () => {
                const answer = await fetch(`http://127.0.0.1:${collector.ports.metrics.toString()}/metrics`, {
                    headers: { Accept: "application/openmetrics-text;version=1.0.0" },
                });
                return [...(await answer.text()).matchAll(/ # \{([^}]*)\}/g)].map(([, labels]) => labels);
            },
            (found) => found.join().includes(traceIdOf("exemplary")),
        );
        for (const exemplar of exemplars) {
            assert.match(exemplar ?? "", /^(?:(?:trace_id="[0-9a-f]{32}"|span_id="[0-9a-f]{16}"),?){2}$/);
        }
        assert.match(exemplars.join(), new RegExp(traceIdOf("exemplary")));
    });
});
