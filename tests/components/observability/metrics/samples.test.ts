import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { KEPT } from "../../../../components/observability/metrics/kept";
import { WATCHED } from "../../../../components/observability/metrics/kube-state-metrics";
import { dashboardFiles } from "../../../../components/observability/dashboards";
import { ruleGroups } from "../../../../components/observability/rules";
import { SETTINGS } from "../rules/harness";
import { exposed } from "./exposed";
import { reduced, samples } from "./samples";

const FOLDER = join(__dirname, "samples");

describe("a sample of metrics", () => {
    it("is one line for each metric and set of labels, without values", () => {
        const answer = [
            "# HELP a_total What it is.",
            "# TYPE a_total counter",
            'a_total{path="/home/x",code="200"} 7',
            'a_total{code="500",path="a \\"}\\" b"} 1 1700000000',
            'b_bucket{le="+Inf"} 3 # {trace_id="abc"} 0.5 1700000000.1',
            "c 1e+06",
            "",
        ].join("\n");
        assert.equal(reduced(answer), 'a_total{code="",path=""} 0\nb_bucket{le=""} 0\nc 0\n');
    });

    it("says nothing of the machine that it was recorded on", () => {
        for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".prom"))) {
            for (const line of readFileSync(join(FOLDER, file), "utf8").split("\n").slice(0, -1)) {
                assert.match(line, /^[a-zA-Z_:][\w:]*(\{([a-zA-Z_]\w*=""(,|(?=\})))+\})? 0$/, file);
            }
        }
    });
});

describe("the metrics that targets expose", () => {
    const all = exposed();

    it("have the labels of the series and those of their target", () => {
        assert.deepEqual([...(all.get("mysql_slave_status_seconds_behind_master")?.labels ?? [])].sort(), [
            ...["channel_name", "connection_name", "instance", "job", "master_host", "master_uuid"],
            ...["namespace", "workload"],
        ]);
        assert.deepEqual([...(all.get("probe_success")?.labels ?? [])].sort(), [
            ...["instance", "job", "module", "namespace", "probe", "workload"],
        ]);
        assert.ok(all.get("node_load1")?.labels.has("node"));
        assert.ok(all.get("up")?.labels.has("instance"));
    });

    it("leave out what Prometheus drops", () => {
        const etcd = samples()
            .get("apiserver")
            ?.some(({ metric }) => metric === "etcd_request_duration_seconds_bucket");
        assert.equal(etcd, true);
        assert.equal(all.get("etcd_request_duration_seconds_bucket"), undefined);
        assert.equal(all.get("container_memory_working_set_bytes")?.labels.has("name"), false);
    });

    for (const [program, names] of Object.entries(KEPT)) {
        it(`of ${program} that are kept are all there`, () => {
            const there = new Set(
                samples()
                    .get(program)
                    ?.map(({ metric }) => metric),
            );
            assert.deepEqual(
                names.filter((name) => !there.has(name)),
                [],
            );
        });
    }

    for (const [program, names] of Object.entries(KEPT)) {
        it(`of ${program} that are kept serve a rule, its runbook or a dashboard`, () => {
            const read = new Set(
                Object.values(SETTINGS).flatMap((settings) => {
                    const texts = [ruleGroups(settings), dashboardFiles(settings)].map((all) =>
                        JSON.stringify(all),
                    );
                    return texts.flatMap((text) => text.match(/\w+/g) ?? []);
                }),
            );
            assert.deepEqual(
                names.filter((name) => !read.has(name)),
                [],
            );
        });
    }

    it("are, where they are kept, of every kind of object that kube-state-metrics watches, and of no other", () => {
        const kinds = new Set(
            KEPT["kube-state-metrics"].flatMap((metric) => {
                const [, kind = "state"] = /^kube_([a-z]+)(?:_|$)/.exec(metric) ?? [];
                return kind === "state" ? [] : `${kind}s`;
            }),
        );
        assert.deepEqual([...kinds].sort(), Object.values(WATCHED).flat().sort());
    });
});
