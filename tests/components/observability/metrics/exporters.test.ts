import * as assert from "node:assert/strict";
import { blackboxExporter } from "../../../../components/observability/metrics/blackbox-exporter";
import { CANARY, CANARY_EXPORT } from "../../../../components/observability/metrics/canary";
import {
    keptOption,
    kubeStateMetrics,
} from "../../../../components/observability/metrics/kube-state-metrics";
import { nodeExporter } from "../../../../components/observability/metrics/node-exporter";
import { probeJob } from "../../../../components/observability/metrics/probes";
import { hostOf } from "../../../../components/kubernetes/flows";
import { names, probes } from "./arguments";

const place = { namespace: "observability", image: "r/i" };

describe("the blackbox exporter", () => {
    const workload = blackboxExporter({ ...place, probes, names });
    const volume = workload.volumes?.config;
    assert.ok(volume?.kind === "files");
    const { modules } = JSON.parse(volume.files["blackbox.yml"] ?? "") as {
        readonly modules: Readonly<Record<string, { readonly http: Readonly<Record<string, unknown>> }>>;
    };

    it("asks each service as its users do, and is found by them under the page's own address", () => {
        const { static_configs, relabel_configs } = probeJob(probes, {
            namespace: "observability",
            workload: "blackbox-exporter",
            port: 9115,
        });
        const asked = (static_configs as { targets: string[]; labels: Record<string, string> }[]).map(
            ({ targets: [url], labels: { probe, module, namespace, workload } }) =>
                [probe, module, `${namespace ?? ""}/${workload ?? ""}`, url].join(" "),
        );
        const host = (name: string) => `${name}.svc.cluster.local`;
        assert.deepEqual(asked, [
            `openmrs-backend page openmrs/openmrs-backend http://${host("openmrs-backend.openmrs")}:8080/openmrs/health/started`,
            `openmrs-backend page openmrs/openmrs-backend http://${host("openmrs-backend.openmrs")}:8080/openmrs/health/alive`,
            `home home openmrs/openmrs-gateway https://${host("openmrs-gateway.openmrs")}:8443/openmrs/spa/home`,
            `session session openmrs/openmrs-gateway https://${host("openmrs-gateway.openmrs")}:8443/openmrs/ws/rest/v1/session`,
            `frontend page openmrs/openmrs-frontend http://${host("openmrs-frontend.openmrs")}:8080/healthz`,
            `grafana grafana observability/grafana https://${host("grafana.observability")}:3000/login`,
            `redaction redaction observability/log-collector http://${host("log-collector.observability")}:4318/v1/logs`,
        ]);
        assert.deepEqual(relabel_configs, [
            { source_labels: ["module"], target_label: "__param_module" },
            { source_labels: ["__address__"], target_label: "__param_target" },
            { source_labels: ["__param_target"], target_label: "instance" },
            {
                target_label: "__address__",
                replacement: "blackbox-exporter.observability.svc.cluster.local:9115",
            },
        ]);
    });

    it("knows every question that it is asked", () => {
        const asked = new Set(probes.flatMap(({ questions }) => questions.map(({ module }) => module)));
        assert.deepEqual(Object.keys(modules).sort(), [...asked].sort());
    });

    it("names the public host to the gateway, and believes it only with a certificate that a browser would believe", () => {
        for (const name of ["home", "session"]) {
            const http = modules[name]?.http;
            assert.deepEqual(http?.headers, { Host: "openmrs.example" }, name);
            assert.deepEqual(http.tls_config, { min_version: "TLS13" }, name);
            assert.equal(http.fail_if_not_ssl, true, name);
        }
    });

    it("follows no redirection: the platform's network leads nowhere else", () => {
        assert.ok(Object.values(modules).every(({ http }) => http.follow_redirects === false));
    });

    it("may reach what it asks, once each, and nothing else, and says why", () => {
        const flows = (workload.connectsTo ?? []).map(({ to, purpose }) => {
            assert.ok(!("part" in to));
            return [hostOf(to).split(".")[0], to.port, purpose !== ""];
        });
        assert.deepEqual(flows, [
            ["openmrs-backend", 8080, true],
            ["openmrs-gateway", 8443, true],
            ["openmrs-frontend", 8080, true],
            ["grafana", 3000, true],
            ["log-collector", 4318, true],
        ]);
    });
});

describe("the canary", () => {
    const digits = CANARY.identifiers.nir.replaceAll(" ", "");

    it("has a number of the right form and key, of a place that there is not", () => {
        assert.match(digits, /^[12]\d{2}(0[1-9]|1[0-2])99999\d{3}\d{2}$/);
        assert.equal(97n - (BigInt(digits.slice(0, 13)) % 97n), BigInt(digits.slice(13)));
    });

    it("is one line of log that holds all of its identifiers, under the name that the collector knows", () => {
        const { resourceLogs } = JSON.parse(CANARY_EXPORT) as {
            resourceLogs: {
                resource: { attributes: { key: string; value: { stringValue: string } }[] };
                scopeLogs: { logRecords: { body: { stringValue: string } }[] }[];
            }[];
        };
        const [first, ...others] = resourceLogs;
        assert.deepEqual(others, []);
        assert.deepEqual(first?.resource.attributes, [
            { key: "service.name", value: { stringValue: "redaction-canary" } },
        ]);
        const bodies = first.scopeLogs.flatMap(({ logRecords }) =>
            logRecords.map(({ body }) => body.stringValue),
        );
        assert.equal(bodies.length, 1);
        for (const identifier of Object.values(CANARY.identifiers)) {
            assert.ok(bodies[0]?.includes(identifier), identifier);
        }
    });
});

describe("kube-state-metrics", () => {
    const { apiRights, containers, connectsTo } = kubeStateMetrics(place);

    it("watches the objects that it may list and watch, all over the cluster, and no Secret or ConfigMap", () => {
        const watched = containers["kube-state-metrics"]?.args?.[0]?.replace("--resources=", "").split(",");
        const rules = apiRights?.cluster ?? [];
        assert.deepEqual(rules.flatMap(({ resources }) => resources as string[]).sort(), watched);
        assert.ok(rules.every(({ verbs }) => JSON.stringify(verbs) === '["list","watch"]'));
        assert.equal(apiRights?.namespaces, undefined);
        assert.ok(watched?.every((name) => !["secrets", "configmaps"].includes(name)));
    });

    it("tells what is kept alone", () => {
        assert.deepEqual(containers["kube-state-metrics"]?.args?.[1], keptOption());
    });

    it("reaches the API and nothing else", () => {
        assert.deepEqual(
            connectsTo?.map(({ to }) => to),
            [{ part: "apiServer" }],
        );
    });
});

describe("the exporter of the nodes", () => {
    const { replicas, volumes, containers, connectsTo, user } = nodeExporter({ ...place, mostNodes: 9 });
    const args = containers["node-exporter"]?.args ?? [];

    it("runs on every node, reads the node's files and not its own, and reaches nobody", () => {
        assert.deepEqual(replicas, { mostNodes: 9 });
        assert.deepEqual(volumes, { host: { kind: "host", path: "/" } });
        assert.deepEqual(containers["node-exporter"]?.mounts, { "/host": "host" });
        assert.deepEqual(args.slice(0, 3), [
            "--path.rootfs=/host",
            "--path.procfs=/host/proc",
            "--path.sysfs=/host/sys",
        ]);
        assert.equal(connectsTo, undefined);
        assert.notEqual(user.uid, 0);
    });

    it("collects what it names alone, and nothing of the network, which would be the pod's own", () => {
        assert.ok(args.includes("--collector.disable-defaults"));
        assert.deepEqual(
            args.filter((each) => /^--collector\.(net|arp|conntrack|sockstat|softnet|uname)/.test(each)),
            [],
        );
    });
});
