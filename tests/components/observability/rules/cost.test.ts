import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ruleGroups } from "../../../../components/observability/rules";
import { COST } from "../../../../components/observability/rules/cost";
import { rulesFile } from "../../../../components/observability/rules/render";
import type { RuleGroup } from "../../../../components/observability/rules/rule";
import { goProgram } from "../../../programs/install/go-programs";
import { SETTINGS } from "./harness";

/** Allows for the build of a first run. */
const BUILD_MS = 10 * 60_000;

const GIB = (2 ** 30).toString();

const request = (resource: string, unit: string) =>
    `kube_pod_container_resource_requests{job="kube-state-metrics", namespace="openmrs", pod="a", container="b", resource="${resource}", unit="${unit}"}`;

/** What a platform asks for and takes in, on the whole day before the costs are looked at. */
const SERIES: Readonly<Record<string, string>> = {
    [request("cpu", "core")]: "2x1500",
    [request("memory", "byte")]: `${(4 * 2 ** 30).toString()}x1500`,
    'kube_pod_status_phase{job="kube-state-metrics", namespace="openmrs", pod="a", phase="Running"}':
        "1x1500",
    'kube_persistentvolumeclaim_resource_requests_storage_bytes{job="kube-state-metrics", namespace="openmrs", persistentvolumeclaim="c"}': `${(100 * 2 ** 30).toString()}x1500`,
    // A GiB a minute, by two servers of one.
    'loki_distributor_bytes_received_total{job="loki", namespace="observability", instance="1"}': `0+${GIB}x1500`,
    'loki_distributor_bytes_received_total{job="loki", namespace="observability", instance="2"}': `0+${GIB}x1500`,
    'tempo_distributor_bytes_received_total{job="tempo", namespace="observability"}': `0+${GIB}x1500`,
};

/** With the prices of the harness: 0.05 a processor's hour, 0.006 a GiB's, 0.1 a GiB's month on disk, 0.5 a GiB taken in. */
const EUROS: readonly (readonly [namespace: string, resource: string, value: number])[] = [
    ["openmrs", "cpu", 2 * 0.05 * 730],
    ["openmrs", "memory", 4 * 0.006 * 730],
    ["openmrs", "disk", 100 * 0.1],
    ["observability", "logs", 2 * 730 * 60 * 0.5],
    ["observability", "traces", 730 * 60 * 0.5],
];

/** What the costs of processors and memory rest on. */
const REQUESTED = "namespace:kube_pod_container_resource_requests:sum";

function groupRecording(start: string): RuleGroup {
    const found = ruleGroups(SETTINGS.inCluster).find(({ recordings = [] }) =>
        recordings.some(({ record }) => record.startsWith(start)),
    );
    assert.ok(found !== undefined, start);
    return { ...found, alerts: [] };
}

describe("the cost of the platform, for a month", () => {
    let promtool: string;
    let folder: string;
    before(async function () {
        this.timeout(BUILD_MS);
        promtool = await goProgram("promtool", console.log);
        folder = await mkdtemp(join(tmpdir(), "cost-"));
    });
    after(() => rm(folder, { recursive: true, force: true }));

    const tried = async (euros: typeof EUROS) => {
        const groups = [REQUESTED, COST].map(groupRecording);
        for (const group of groups) {
            await writeFile(join(folder, group.name), rulesFile(group, SETTINGS.inCluster));
        }
        const test = {
            rule_files: groups.map(({ name }) => name),
            group_eval_order: groups.map(({ name }) => name),
            evaluation_interval: "1m",
            // Sums of floating-point numbers.
            fuzzy_compare: true,
            tests: [
                {
                    interval: "1m",
                    input_series: Object.entries(SERIES).map(([series, values]) => ({ series, values })),
                    promql_expr_test: [
                        {
                            expr: `round(${COST}, 0.01)`,
                            eval_time: "25h",
                            exp_samples: euros.map(([namespace, resource, value]) => ({
                                labels: `{namespace="${namespace}", resource="${resource}"}`,
                                value: Number(value.toFixed(2)),
                            })),
                        },
                    ],
                },
            ],
        };
        await writeFile(join(folder, "test.json"), JSON.stringify(test));
        return spawnSync(promtool, ["test", "rules", "test.json"], { cwd: folder, encoding: "utf8" });
    };

    it("is what is asked for and taken in, at the prices of the stack", async () => {
        const { status, stdout, stderr } = await tried(EUROS);
        assert.equal(status, 0, stdout + stderr);
    });

    it("would be found wrong by a cent", async () => {
        const [[namespace, resource, value] = ["", "", 0], ...others] = EUROS;
        const { status } = await tried([[namespace, resource, value + 0.01], ...others]);
        assert.equal(status, 1);
    });
});
