import * as assert from "node:assert/strict";
import type { Graph } from "../../../../architecture/graph";
import { STACKS } from "../../../../architecture/stack-config";
import { JOBS } from "../../../../components/observability/metrics/jobs";
import type { ScrapeConfig } from "../../../../components/observability/metrics/scrape";
import { graphOf } from "../../../graph/recorded";
import { filesOf, prometheusConfigOf, RECORDING_MS } from "./stacks";

/** The job of the database, where each stack has it. */
const OTHER_DATABASE = { dev: "mysql", prod: "mariadb" } as const;

interface Manifest {
    readonly metadata: { readonly name: string; readonly namespace: string };
    readonly spec: {
        readonly ports?: readonly { readonly port: number }[];
        readonly template?: {
            readonly spec: {
                readonly containers: readonly {
                    readonly ports?: readonly { readonly containerPort: number }[];
                }[];
            };
        };
    };
}

const manifests = ({ resources }: Graph, type: string) =>
    resources.filter((resource) => resource.type === type).map(({ inputs }) => inputs as unknown as Manifest);

/** host:port of all that answers within the cluster under the name of a Service. */
const served = (graph: Graph) =>
    manifests(graph, "kubernetes:core/v1:Service").flatMap(({ metadata: { name, namespace }, spec }) =>
        (spec.ports ?? []).map(({ port }) => `${name}.${namespace}.svc.cluster.local:${port.toString()}`),
    );

/** namespace/name:port of all that runs on every node. */
const onEveryNode = (graph: Graph) =>
    manifests(graph, "kubernetes:apps/v1:DaemonSet").flatMap(({ metadata: { name, namespace }, spec }) =>
        (spec.template?.spec.containers ?? []).flatMap(({ ports = [] }) =>
            ports.map(({ containerPort }) => `${namespace}/${name}:${containerPort.toString()}`),
        ),
    );

interface Discovery {
    readonly dns_sd_configs?: readonly { readonly names: readonly string[]; readonly port: number }[];
    readonly kubernetes_sd_configs?: readonly {
        readonly role: string;
        readonly namespaces?: { readonly names: readonly string[] };
        readonly selectors?: readonly { readonly label: string }[];
    }[];
    readonly static_configs?: readonly { readonly targets: readonly string[] }[];
}

const services = ({ dns_sd_configs = [] }: Discovery) =>
    dns_sd_configs.flatMap(({ names, port }) => names.map((name) => `${name}:${port.toString()}`));

/** Where a job looks for pods, as onEveryNode has them. */
function pods({ relabel_configs, ...job }: ScrapeConfig): readonly string[] {
    const { kubernetes_sd_configs = [] } = job as Discovery;
    const port = relabel_configs.find(({ source_labels = [] }) =>
        source_labels.includes("__meta_kubernetes_pod_container_port_number"),
    )?.regex;
    return kubernetes_sd_configs
        .filter(({ role }) => role === "pod")
        .flatMap(({ namespaces, selectors }) =>
            (namespaces?.names ?? []).map(
                (namespace) => `${namespace}/${selectors?.[0]?.label.split("=")[1] ?? ""}:${port ?? ""}`,
            ),
        );
}

for (const stack of STACKS) {
    describe(`what the program makes for ${stack}`, function () {
        this.timeout(RECORDING_MS);

        let graph: Graph;
        let jobs: readonly ScrapeConfig[];
        before(async () => {
            graph = await graphOf(stack);
            jobs = (await prometheusConfigOf(stack)).scrape_configs;
        });

        it("has Prometheus do every job that there is, but for the database that the stack does not have", () => {
            const services = Object.keys(JOBS).filter((job) => job !== OTHER_DATABASE[stack]);
            assert.deepEqual(
                jobs.map(({ job_name }) => job_name),
                [...services, "kubelet", "cadvisor", "apiserver", "blackbox"],
            );
        });

        it("has it look for its targets, and for Alertmanager, where they are", async () => {
            const { alerting } = await prometheusConfigOf(stack);
            const asked = [...jobs, ...alerting.alertmanagers].flatMap((job) => services(job as Discovery));
            assert.ok(asked.length > 15, asked.join(" "));
            const there = served(graph);
            assert.deepEqual(
                asked.filter((address) => !there.includes(address)),
                [],
            );
            const watched = jobs.flatMap(pods);
            assert.equal(watched.length, 2, watched.join(" "));
            const running = onEveryNode(graph);
            assert.deepEqual(
                watched.filter((address) => !running.includes(address)),
                [],
            );
        });

        it("has pages asked for where they are", () => {
            const { static_configs = [] } = (jobs.find(({ job_name }) => job_name === "blackbox") ??
                {}) as Discovery;
            const there = served(graph);
            const pages = static_configs.flatMap(({ targets }) => targets);
            assert.notEqual(pages.length, 0);
            assert.deepEqual(
                pages.filter((page) => !there.includes(new URL(page).host)),
                [],
            );
        });

        it("has Grafana ask all that it shows where it is", async () => {
            const { "data-sources.yaml": text = "" } = await filesOf(stack, "grafana-data-sources");
            const { datasources } = JSON.parse(text) as { readonly datasources: readonly { url: string }[] };
            assert.equal(datasources.length, 4);
            const there = served(graph);
            assert.deepEqual(
                datasources.filter(({ url }) => !there.includes(new URL(url).host)),
                [],
            );
        });
    });
}
