import * as assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type StackName, STACKS } from "../../architecture/stack-config";
import { KEPT } from "../../components/observability/metrics/kept";
import {
    keptOption,
    WATCHED,
    watchedOption,
} from "../../components/observability/metrics/kube-state-metrics";
import { nodeExporterOptions } from "../../components/observability/metrics/node-exporter";
import { metricsOf, startProgram, textAt } from "../components/observability/metrics/program";
import { filesOf, prometheusFileOf } from "../components/observability/metrics/stacks";
import { graphOf } from "../graph/recorded";
import { type GoProgram, goProgram } from "./install/go-programs";
import { freePort } from "./nginx/network";

/** Allows for the builds of a first run. */
const BUILD_MS = 20 * 60_000;

const ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

/** A pod, as far as its exporter looks at it. */
const POD = {
    metadata: { name: "openmrs-backend-0", namespace: "openmrs", uid: "1" },
    spec: { nodeName: "aks-1", containers: [{ name: "backend", image: "i", resources: {} }] },
    status: {
        phase: "Running",
        conditions: [{ type: "Ready", status: "True", lastTransitionTime: "2026-01-01T00:00:00Z" }],
    },
};

interface Verdict {
    readonly code: number;
    readonly said: string;
}

async function run(program: GoProgram, args: readonly string[]): Promise<Verdict> {
    const path = await goProgram(program, console.log);
    return new Promise((resolve) => {
        execFile(
            path,
            args,
            { env: { ...process.env, POD_NAME: "prometheus-0" } },
            (error, stdout, stderr) => {
                const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
                resolve({ code, said: `${stdout}${stderr}` });
            },
        );
    });
}

/** What the program itself makes for dev and prod, read by the programs that it is for. */
describe("the programs that read metrics", () => {
    let folder: string;

    before(async function () {
        this.timeout(BUILD_MS);
        const programs: GoProgram[] = [
            "promtool",
            "blackbox_exporter",
            "node_exporter",
            "kube-state-metrics",
        ];
        for (const program of programs) {
            await goProgram(program, console.log);
        }
        folder = await mkdtemp(join(tmpdir(), "prometheus-config-"));
        for (const stack of STACKS) {
            await graphOf(stack);
        }
        await mkdir(join(folder, "account"));
        await writeFile(join(folder, "account/token"), "token");
        await writeFile(join(folder, "account/ca.crt"), "");
    });
    after(() => rm(folder, { recursive: true, force: true }));

    /** Writes what Prometheus finds in its pod; only places differ. */
    async function written(stack: StackName, change = (config: string) => config): Promise<string> {
        const rules = join(folder, stack, "rules");
        await mkdir(rules, { recursive: true });
        for (const [name, text] of Object.entries(await filesOf(stack, "prometheus-rules"))) {
            await writeFile(join(rules, name), text);
        }
        const file = join(folder, stack, "prometheus.yml");
        const text = (await prometheusFileOf(stack))
            .replaceAll("/etc/prometheus/rules", rules)
            .replaceAll(ACCOUNT, join(folder, "account"));
        await writeFile(file, change(text));
        return file;
    }

    for (const stack of STACKS) {
        it(`take the configuration and the rules of ${stack}`, async () => {
            const { code, said } = await run("promtool", ["check", "config", await written(stack)]);
            assert.equal(code, 0, said);
            const files = Object.keys(await filesOf(stack, "prometheus-rules"));
            assert.ok(files.length > 0);
            for (const file of files) {
                assert.ok(said.includes(join(folder, stack, "rules", file)), file);
            }
        });

        it(`take the probes of ${stack}`, async () => {
            const { "blackbox.yml": text } = await filesOf(stack, "blackbox-exporter-config");
            assert.ok(text !== undefined);
            const file = join(folder, `${stack}.yml`);
            await writeFile(file, text);
            const { code, said } = await run("blackbox_exporter", [
                `--config.file=${file}`,
                "--config.check",
            ]);
            assert.equal(code, 0, said);
        });
    }

    it("would refuse a key that they do not know", async () => {
        const file = await written("dev", (config) => config.replace('"honor_labels"', '"honour_labels"'));
        const { code, said } = await run("promtool", ["check", "config", file]);
        assert.notEqual(code, 0);
        assert.match(said, /field honour_labels not found/);
    });

    it("tell the nodes' metrics with the options that the platform gives", async () => {
        const port = await freePort();
        const text = await metricsOf("node_exporter", port, [
            ...nodeExporterOptions("/"),
            `--web.listen-address=127.0.0.1:${port.toString()}`,
        ]);
        const collectors = [...text.matchAll(/^node_scrape_collector_success\{collector="(\w+)"\} (\d)/gm)];
        assert.deepEqual(
            collectors.map(([, name, success]) => [name, success]),
            [
                ...["cpu", "diskstats", "filefd", "filesystem", "loadavg", "meminfo", "os", "pressure"],
                ...["stat", "time", "timex", "vmstat"],
            ].map((name) => [name, "1"]),
        );
        assert.doesNotMatch(text, /^node_network_/m);
    });

    describe("from the cluster's API:", () => {
        let api: Server;
        const asked = new Set<string>();

        before(async () => {
            api = createServer((request, response) => {
                const url = new URL(request.url ?? "", "http://api");
                response.setHeader("Content-Type", "application/json");
                if (url.pathname === "/version") {
                    response.end(JSON.stringify({ major: "1", minor: "34", gitVersion: "v1.34.3" }));
                    return;
                }
                asked.add(url.pathname);
                if (url.searchParams.has("watch")) {
                    // Streams of first states are refused, so that it begins with a list.
                    const streamed = url.searchParams.get("sendInitialEvents") === "true";
                    response.statusCode = streamed ? 422 : 200;
                    response.end(
                        streamed
                            ? JSON.stringify({
                                  kind: "Status",
                                  apiVersion: "v1",
                                  status: "Failure",
                                  reason: "Invalid",
                                  code: 422,
                              })
                            : "",
                    );
                    return;
                }
                const pods = url.pathname.endsWith("/pods");
                response.end(
                    JSON.stringify({
                        kind: pods ? "PodList" : "List",
                        apiVersion: "v1",
                        metadata: { resourceVersion: "1" },
                        items: pods ? [POD] : [],
                    }),
                );
            }).listen(0, "127.0.0.1");
            await once(api, "listening");
        });
        after(() => {
            api.closeAllConnections();
            api.close();
        });

        it("kube-state-metrics asks for what it has the right to, and tells what is kept of it, and nothing else", async () => {
            const server = `http://127.0.0.1:${(api.address() as AddressInfo).port.toString()}`;
            const kubeconfig = join(folder, "kubeconfig");
            await writeFile(
                kubeconfig,
                JSON.stringify({
                    apiVersion: "v1",
                    kind: "Config",
                    "current-context": "fake",
                    contexts: [{ name: "fake", context: { cluster: "fake", user: "fake" } }],
                    clusters: [{ name: "fake", cluster: { server } }],
                    users: [{ name: "fake", user: {} }],
                }),
            );
            const [port, telemetry] = await Promise.all([freePort(), freePort()]);
            const own = `http://127.0.0.1:${telemetry.toString()}`;
            const running = await startProgram("kube-state-metrics", {
                args: [
                    watchedOption(),
                    keptOption(),
                    ...[`--port=${port.toString()}`, "--host=127.0.0.1"],
                    ...[`--telemetry-port=${telemetry.toString()}`, "--telemetry-host=127.0.0.1"],
                    `--kubeconfig=${kubeconfig}`,
                ],
                ready: `${own}/metrics`,
            });
            const expected = Object.entries(WATCHED).flatMap(([group, resources]) =>
                resources.map((name) => {
                    const version = group === "autoscaling" ? "v2" : "v1";
                    return `${group === "" ? "/api" : `/apis/${group}`}/${version}/${name}`;
                }),
            );
            const about = `http://127.0.0.1:${port.toString()}`;
            const told = new Set<string>();
            try {
                const limit = performance.now() + 20_000;
                while ((asked.size < expected.length || told.size === 0) && performance.now() < limit) {
                    await new Promise((resolve) => setTimeout(resolve, 100));
                    for (const [name] of (await textAt(`${about}/metrics`)).matchAll(/^kube_\w+/gm)) {
                        told.add(name);
                    }
                }
                assert.match(await textAt(`${own}/metrics`), /^kube_state_metrics_/m);
                // The pages that the pod's probes ask for.
                const pages = await Promise.all(
                    [`${about}/healthz`, `${own}/readyz`].map(async (url) => (await fetch(url)).status),
                );
                assert.deepEqual(pages, [200, 200]);
            } finally {
                await running.stop();
            }
            assert.deepEqual([...asked].sort(), expected.sort());
            const kept: readonly string[] = KEPT["kube-state-metrics"];
            assert.ok(told.has("kube_pod_status_phase"), [...told].join(" "));
            assert.deepEqual(
                [...told].filter((name) => !kept.includes(name)),
                [],
            );
        });
    });
});
