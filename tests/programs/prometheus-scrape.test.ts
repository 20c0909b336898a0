import * as assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ScrapeConfig } from "../../components/observability/metrics/scrape";
import { type RunningProgram, startProgram } from "../components/observability/metrics/program";
import { prometheusConfigOf } from "../components/observability/metrics/stacks";
import { goProgram } from "./install/go-programs";
import { freePort } from "./nginx/network";

/** Allows for the build of a first run. */
const BUILD_MS = 20 * 60_000;

const WAIT_MS = 30_000;

/** What the target of each job answers. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
    kubelet: [
        'kubelet_running_pods{node="other"} 1',
        'kubelet_volume_stats_used_bytes{namespace="database",persistentvolumeclaim="data-mariadb-0"} 5',
        'kubelet_http_requests_total{method="GET"} 7',
    ],
    cadvisor: [
        'container_memory_working_set_bytes{container="mariadb",id="/kubepods/pod1/c1",image="i",name="c1",namespace="database",pod="mariadb-0"} 1',
        'container_memory_working_set_bytes{container="",id="/kubepods/pod1",image="",name="",namespace="database",pod="mariadb-0"} 2',
        'container_memory_working_set_bytes{container="",id="/",image="",name="",namespace="",pod=""} 3',
        'container_network_receive_errors_total{id="/",image="",interface="eth0",name="",namespace="",pod=""} 4',
        ...["enP1s1", "lxc1a2b", "cilium_host", "lo"].map(
            (name) => `container_network_receive_bytes_total{id="/",interface="${name}"} 5`,
        ),
        'container_network_receive_bytes_total{id="/kubepods/pod1",image="i",interface="eth0",name="c1",namespace="database",pod="mariadb-0"} 5',
        'container_tasks_state{container="mariadb",id="/kubepods/pod1/c1",namespace="database",pod="mariadb-0",state="running"} 6',
        'machine_memory_bytes{machine_id="m"} 7',
    ],
    apiserver: [
        "# TYPE apiserver_request_sli_duration_seconds histogram",
        ...["0.05", "0.1", "1", "1.25", "5", "+Inf"].map(
            (le) => `apiserver_request_sli_duration_seconds_bucket{le="${le}",verb="GET"} 1`,
        ),
        'apiserver_request_sli_duration_seconds_count{verb="GET"} 1',
        'apiserver_request_total{code="200",verb="GET"} 1',
        'etcd_request_duration_seconds_count{operation="get"} 1',
    ],
    "log-metrics": [
        'log_lines_total{stream="audit",namespace="database",workload="mariadb",container="audit",job="x",instance="y"} 9',
        "log_canaries_total 3",
    ],
    "kube-state-metrics": ['kube_pod_info{namespace="openmrs",pod="openmrs-backend-0",node="aks-1"} 1'],
    grafana: ['grafana_build_info{version="13"} 1'],
    mysql: ["mysql_up 1"],
};

/** What of a job says where its targets are, and how both prove who they are. */
const PLACE = ["dns_sd_configs", "kubernetes_sd_configs", "scheme", "authorization", "tls_config"];

type Labels = Readonly<Record<string, string>>;

/**
 * The platform's own jobs, before targets that answer as the real ones do. Where targets are, how they prove who they are and
 * how often they are asked is changed, and nothing else; what discovery would say of them, each target's labels say.
 */
describe("Prometheus, of what targets answer,", () => {
    let folder: string;
    let server: Server;
    let prometheus: RunningProgram | undefined;
    let at: string;

    /** What answers it takes, as it says to targets. */
    const accepted = new Set<string>();

    /** What the blackbox exporter is asked, in number. */
    let questions: number;

    /** A job with the test's server for its one target. */
    function local(job: ScrapeConfig, target: string): object {
        const kept = Object.entries(job).filter(([key]) => !PLACE.includes(key));
        return {
            ...Object.fromEntries(kept),
            metrics_path: `/${job.job_name}`,
            static_configs: [
                {
                    targets: [target],
                    labels: "kubernetes_sd_configs" in job ? { __meta_kubernetes_node_name: "aks-1" } : {},
                },
            ],
        };
    }

    before(async function () {
        this.timeout(BUILD_MS);
        await goProgram("prometheus", console.log);
        folder = await mkdtemp(join(tmpdir(), "prometheus-scrape-"));
        server = createServer((request, response) => {
            const { pathname, searchParams } = new URL(request.url ?? "", "http://target");
            response.setHeader("Content-Type", "text/plain; version=0.0.4");
            accepted.add(request.headers.accept ?? "");
            const asked = `${searchParams.get("module") ?? ""} ${searchParams.get("target") ?? ""}`;
            const lines =
                pathname === "/probe" ? [`probe_success{asked="${asked}"} 1`] : ANSWERS[pathname.slice(1)];
            response.end(`${(lines ?? []).join("\n")}\n`);
        }).listen(0, "127.0.0.1");
        await once(server, "listening");
        const target = `127.0.0.1:${(server.address() as AddressInfo).port.toString()}`;
        const { global, scrape_configs } = await prometheusConfigOf("prod");
        const own = scrape_configs.filter(({ job_name }) => job_name in ANSWERS);
        assert.equal(own.length, Object.keys(ANSWERS).length);
        const blackbox = scrape_configs.find(({ job_name }) => job_name === "blackbox");
        questions = (blackbox?.static_configs as readonly unknown[]).length;
        const config = JSON.stringify({
            global: { ...global, scrape_interval: "1s", scrape_timeout: "1s" },
            scrape_configs: [...own.map((job) => local(job, target)), blackbox],
        }).replace("blackbox-exporter.observability.svc.cluster.local:9115", target);
        await writeFile(join(folder, "prometheus.yml"), config);
        const port = await freePort();
        at = `http://127.0.0.1:${port.toString()}`;
        prometheus = await startProgram("prometheus", {
            args: [
                `--config.file=${join(folder, "prometheus.yml")}`,
                `--storage.tsdb.path=${join(folder, "data")}`,
                `--web.listen-address=127.0.0.1:${port.toString()}`,
            ],
            ready: `${at}/-/ready`,
            env: { POD_NAME: "prometheus-0" },
        });
        const limit = performance.now() + WAIT_MS;
        const jobs = Object.keys(ANSWERS).length + questions;
        while ((await series("up")).length < jobs && performance.now() < limit) {
            await sleep(100);
        }
    });
    after(async () => {
        await prometheus?.stop();
        server.close();
        await rm(folder, { recursive: true, force: true });
    });

    /** Labels of each series that a selector finds. */
    async function series(selector: string): Promise<readonly Labels[]> {
        const response = await fetch(`${at}/api/v1/query?query=${encodeURIComponent(selector)}`);
        const { data } = (await response.json()) as {
            readonly data: { readonly result: readonly { readonly metric: Labels }[] };
        };
        return data.result.map(({ metric }) => metric);
    }

    const sorted = (all: readonly Labels[]) =>
        all.map((labels) => JSON.stringify(labels, Object.keys(labels).sort())).sort();

    /** The same of a job, without the series that Prometheus makes of each target. */
    const seriesOf = async (job: string) => sorted(await series(`{job="${job}",__name__!~"up|scrape_.*"}`));

    const expected = (job: string, ...all: readonly Labels[]) =>
        sorted(all.map((labels) => ({ job, ...labels })));

    it("keeps those of the kubelets that are used, under the node's name", async () => {
        const node = { instance: "aks-1", node: "aks-1" };
        assert.deepEqual(
            await seriesOf("kubelet"),
            expected(
                "kubelet",
                { __name__: "kubelet_running_pods", instance: "aks-1", node: "other" },
                {
                    __name__: "kubelet_volume_stats_used_bytes",
                    namespace: "database",
                    persistentvolumeclaim: "data-mariadb-0",
                    ...node,
                },
            ),
        );
    });

    it("keeps containers and the node as a whole, its own network too, and no sum over a pod", async () => {
        const node = { instance: "aks-1", node: "aks-1" };
        const memory = "container_memory_working_set_bytes";
        const pod = { namespace: "database", pod: "mariadb-0" };
        assert.deepEqual(
            await seriesOf("cadvisor"),
            expected(
                "cadvisor",
                {
                    __name__: memory,
                    container: "mariadb",
                    id: "/kubepods/pod1/c1",
                    image: "i",
                    ...pod,
                    ...node,
                },
                { __name__: memory, id: "/", ...node },
                {
                    __name__: "container_network_receive_errors_total",
                    id: "/",
                    interface: "eth0",
                    ...node,
                },
                {
                    __name__: "container_network_receive_bytes_total",
                    id: "/kubepods/pod1",
                    image: "i",
                    interface: "eth0",
                    ...pod,
                    ...node,
                },
            ),
        );
    });

    it("keeps the bounds of the API server's answers that are used", async () => {
        const bounds = await series("apiserver_request_sli_duration_seconds_bucket");
        assert.deepEqual(bounds.map(({ le }) => le).sort(), ["+Inf", "0.1", "1.0", "5.0"]);
        assert.deepEqual(
            (await series('{job="apiserver",__name__=~".*_(count|total)"}'))
                .map(({ __name__ }) => __name__)
                .sort(),
            ["apiserver_request_sli_duration_seconds_count", "apiserver_request_total"],
        );
    });

    it("has what was counted of others under their names, and what the collector counts of itself under its own", async () => {
        const [lines, ...others] = await series("log_lines_total");
        assert.deepEqual(others, []);
        const { instance, ...labels } = lines ?? {};
        assert.notEqual(instance, "y");
        assert.deepEqual(labels, {
            __name__: "log_lines_total",
            job: "log-metrics",
            stream: "audit",
            namespace: "database",
            workload: "mariadb",
            container: "audit",
        });
        const [canaries] = await series("log_canaries_total");
        assert.deepEqual([canaries?.namespace, canaries?.workload], ["observability", "log-collector"]);
    });

    it("leaves the cluster's objects their namespace, and their node", async () => {
        const [pod] = await series("kube_pod_info");
        assert.deepEqual(
            [pod?.namespace, pod?.pod, pod?.node, pod?.workload],
            ["openmrs", "openmrs-backend-0", "aks-1", "kube-state-metrics"],
        );
    });

    it("asks for names without dots, as the samples have them", () => {
        const [accept, ...others] = accepted;
        assert.deepEqual(others, []);
        assert.match(accept ?? "", /escaping=underscores/);
        assert.doesNotMatch(accept ?? "", /allow-utf-8/);
    });

    it("says of every service where it runs", async () => {
        const [database] = await series("mysql_up");
        assert.deepEqual([database?.namespace, database?.workload], ["database", "mysqld-exporter"]);
    });

    it("has each question put to the exporter, and its answer under the page's own address", async () => {
        const answers = await series("probe_success");
        assert.equal(answers.length, questions);
        for (const { asked, module, instance } of answers) {
            assert.equal(asked, `${module ?? ""} ${instance ?? ""}`);
        }
        const [home] = await series('probe_success{probe="home"}');
        assert.deepEqual(
            [home?.module, home?.namespace, home?.workload, home?.instance],
            [
                "home",
                "openmrs",
                "openmrs-gateway",
                "https://openmrs-gateway.openmrs.svc.cluster.local:8443/openmrs/spa/home",
            ],
        );
    });
});
