import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { LOKI_DATA, lokiConfig } from "../../components/observability/logs/loki-config";
import { CANARY_EXPORT } from "../../components/observability/metrics/canary";
import { goProgram } from "./install/go-programs";
import { RunningCollector } from "./log-collector-run";
import { LOKI_ARGS, type RunningLoki, startLoki } from "./loki-run";

/** Allows for the build of a first run. */
const BUILD_MS = 15 * 60_000;

async function inFile<T>(text: string, use: (file: string) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), "loki-"));
    const file = join(folder, "loki.json");
    try {
        await writeFile(file, text.replaceAll(LOKI_DATA, folder));
        return await use(file);
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

describe("the configuration of Loki", function () {
    this.timeout(BUILD_MS);

    for (const [stack, args] of Object.entries({ dev: LOKI_ARGS, prod: { ...LOKI_ARGS, replicas: 3 } })) {
        it(`of ${stack} is one that Loki accepts`, async () => {
            const loki = await goProgram("loki", console.log);
            await inFile(lokiConfig(args), (file) =>
                promisify(execFile)(
                    loki,
                    ["-verify-config", `-config.file=${file}`, "-config.expand-env=true"],
                    { env: { POD_IP: "10.244.0.9" } },
                ),
            );
        });
    }
});

/** Generous: it answers within a second or two, or not at all. */
const ANSWER_MS = 30_000;

interface Stream {
    readonly stream: Readonly<Record<string, string>>;
    readonly values: readonly (readonly [string, string])[];
}

describe("Loki, behind the log collector", function () {
    this.timeout(BUILD_MS);
    let loki: RunningLoki;
    let collector: RunningCollector;

    before(async () => {
        loki = await startLoki();
        collector = await RunningCollector.start({ loki: loki.url });
        const origin = { namespace: "database", workload: "mariadb", container: "audit", pod: "mariadb-0" };
        await collector.sendText(CANARY_EXPORT);
        await collector.send([
            { body: "20261121 10:03:12,QUERY,'269054958815780',0", attributes: origin },
            { body: "level=warn ready", attributes: { ...origin, container: "mariadb" } },
        ]);
    });
    after(async () => {
        await collector.stop();
        await loki.stop();
    });

    const ask = (path: string, parameters: Readonly<Record<string, string>>) =>
        fetch(`${loki.url}/loki/api/v1/${path}?${new URLSearchParams(parameters).toString()}`, {
            signal: AbortSignal.timeout(ANSWER_MS),
        });

    /** What answers a question, once there is something. */
    async function found(query: string, since = "1h"): Promise<readonly Stream[]> {
        const limit = performance.now() + 20_000;
        for (;;) {
            const answer = (await (await ask("query_range", { query, since, limit: "1000" })).json()) as {
                readonly data: { readonly result: readonly Stream[] };
            };
            if (answer.data.result.length > 0 || performance.now() > limit) {
                return answer.data.result;
            }
            await sleep(200);
        }
    }

    it("gives a line back, masked, under the labels of its origin and its stream", async () => {
        const [line, ...more] = await found('{stream="audit"}');
        assert.deepEqual(more, []);
        assert.deepEqual(
            line?.values.map(([, text]) => text),
            ["20261121 10:03:12,QUERY,'[NIR]',0"],
        );
        const { cluster, namespace, workload, container, stream } = line.stream;
        assert.deepEqual(
            [cluster, namespace, workload, container, stream],
            ["aks-test", "database", "mariadb", "audit", "audit"],
        );
    });

    it("has these labels alone in its index; the pod and the level are beside the line", async () => {
        await found('{stream="application"}');
        const answer = (await (await ask("labels", { since: "1h" })).json()) as { readonly data: string[] };
        assert.deepEqual(answer.data.sort(), ["cluster", "container", "namespace", "stream", "workload"]);
        const [line] = await found('{stream="application"} | pod="mariadb-0" | level="warn"');
        assert.equal(line?.values[0]?.[1], "level=warn ready");
    });

    it("has nothing of the canary", async () => {
        const lines = await found('{cluster="aks-test"}');
        assert.equal(lines.flatMap(({ values }) => values).length, 2);
    });

    it("takes what comes a day after newer lines of its stream, as from a collector that was away", async () => {
        const origin = { namespace: "openmrs", workload: "late", container: "late", pod: "late-0" };
        await collector.send([{ body: "newer", attributes: origin, ageHours: 2 }]);
        await found('{workload="late"}', "3h");
        await collector.send([{ body: "late", attributes: origin, ageHours: 26 }]);
        assert.equal((await found('{workload="late"} |= "late"', "27h"))[0]?.values[0]?.[1], "late");
    });

    it("answers with more than the 4 MiB that its parts exchange by default", async () => {
        const origin = { namespace: "openmrs", workload: "long", container: "long", pod: "long-0" };
        const lines = Array.from({ length: 600 }, (_, index) => ({
            body: `${index.toString()} ${"statement ".repeat(800)}`,
            attributes: origin,
            ageHours: 2,
        }));
        await collector.send(lines);
        await found(`{workload="long"} |= "${(lines.length - 1).toString()} statement"`, "3h");
        const answer = await found('{workload="long"}', "3h");
        assert.equal(answer.flatMap(({ values }) => values).length, lines.length);
    });

    it("deletes nothing that it is asked to delete", async () => {
        const answer = await fetch(`${loki.url}/loki/api/v1/delete?query={stream="audit"}&start=0`, {
            method: "POST",
        });
        assert.equal(answer.status, 403);
    });

    it("answers a question over a year, and none over more than it keeps", async () => {
        const query = '{stream="audit"}';
        assert.equal((await ask("query_range", { query, since: "8760h" })).status, 200);
        assert.equal((await ask("query_range", { query, since: "9000h" })).status, 400);
    });
});
