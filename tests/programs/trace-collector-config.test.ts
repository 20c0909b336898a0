import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STACKS, stackConfig, type StackName } from "../../architecture/stack-config";
import type { ObservabilitySettings } from "../../components/observability/settings";
import { traceCollectorConfig } from "../../components/observability/traces/trace-collector-config";
import { goProgram } from "./install/go-programs";

/** Allows for the downloads of a first build. */
const BUILD_MS = 15 * 60_000;

describe("the configuration of the collector of traces", () => {
    let otelcol: string;
    let folder: string;

    before(async function () {
        this.timeout(BUILD_MS);
        otelcol = await goProgram("otelcol", console.log);
        folder = await mkdtemp(join(tmpdir(), "ap-traces-"));
    });
    after(() => rm(folder, { recursive: true, force: true }));

    async function validate(stack: StackName, edit = (config: string) => config) {
        const file = join(folder, "trace-collector.json");
        const { centres, traces } = JSON.parse(
            stackConfig(stack)["audioprothese-plus:observability"] ?? "{}",
        ) as ObservabilitySettings;
        const config = traceCollectorConfig({
            tempo: { namespace: "observability", workload: "tempo", port: 4318 },
            centres,
            samplePercent: traces.samplePercent,
        });
        const edited = edit(config);
        await writeFile(file, edited);
        const { status, stderr } = spawnSync(otelcol, ["validate", `--config=${file}`], {
            encoding: "utf8",
        });
        return { status, stderr, changed: edited !== config };
    }

    for (const stack of STACKS) {
        it(`is valid in ${stack}`, async () => {
            const { status, stderr } = await validate(stack);
            assert.deepEqual([status, stderr], [0, ""]);
        });
    }

    for (const [right, wrong] of [
        ['"decision_wait"', '"decision_pause"'],
        ["keep_keys(", "keep_all("],
        ["192.0.2.0/26", "192.0.2.0/260"],
        ['"forward/traces": {}', '"forward/other": {}'],
    ] as const) {
        it(`is not with ${wrong}`, async () => {
            const { status, changed } = await validate("prod", (config) => config.replace(right, wrong));
            assert.deepEqual([status, changed], [1, true]);
        });
    }
});
