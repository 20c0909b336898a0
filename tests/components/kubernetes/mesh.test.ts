import * as assert from "node:assert/strict";
import { type Connection, podsOf } from "../../../components/kubernetes/flows";
import {
    authorization,
    knownHosts,
    kubeletService,
    namespaceMesh,
    outsideService,
} from "../../../components/kubernetes/mesh";

const backend = { namespace: "openmrs", workload: "backend" };
const mariadb = { namespace: "database", workload: "mariadb", port: 3306 };
const kubelets = { part: "kubelets", nodes: "10.0.0.0/22" } as const;
const to = (target: Connection["to"]) => ({ to: target, purpose: "Lire" });

describe("namespaceMesh", () => {
    it("asks for mutual TLS always, and lets nobody call anybody", () => {
        assert.deepEqual(namespaceMesh("openmrs"), {
            mutualTls: {
                apiVersion: "security.istio.io/v1",
                kind: "PeerAuthentication",
                metadata: { name: "default", namespace: "openmrs" },
                spec: { mtls: { mode: "STRICT" } },
            },
            denyAll: {
                apiVersion: "security.istio.io/v1",
                kind: "AuthorizationPolicy",
                metadata: { name: "default-deny", namespace: "openmrs" },
                spec: {},
            },
        });
    });
});

describe("authorization", () => {
    it("lets one account call one port of one workload", () => {
        assert.deepEqual(authorization(podsOf(backend), mariadb), {
            apiVersion: "security.istio.io/v1",
            kind: "AuthorizationPolicy",
            metadata: { name: "mariadb-3306-from-backend", namespace: "database" },
            spec: {
                selector: { matchLabels: { "app.kubernetes.io/name": "mariadb" } },
                action: "ALLOW",
                rules: [
                    {
                        from: [{ source: { principals: ["cluster.local/ns/openmrs/sa/backend"] } }],
                        to: [{ operation: { ports: ["3306"] } }],
                    },
                ],
            },
        });
    });

    it("knows an add-on's pods by their own account", () => {
        const ingress = { name: "ingress", namespace: "istio", labels: {}, account: "gateway" };
        const [rule] = authorization(ingress, mariadb).spec.rules;
        assert.deepEqual(rule?.from, [{ source: { principals: ["cluster.local/ns/istio/sa/gateway"] } }]);
    });
});

describe("knownHosts", () => {
    it("names what the workload connects to, each once, and refuses the rest", () => {
        const connections = [
            to(mariadb),
            to({ ...mariadb, port: 9104 }),
            to({ host: "search.example", port: 9200 }),
        ];
        assert.deepEqual(knownHosts(backend, connections), {
            apiVersion: "networking.istio.io/v1",
            kind: "Sidecar",
            metadata: { name: "backend", namespace: "openmrs" },
            spec: {
                workloadSelector: { labels: { "app.kubernetes.io/name": "backend" } },
                outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
                egress: [{ hosts: ["database/mariadb.database.svc.cluster.local", "./search.example"] }],
            },
        });
    });

    it("names the API server as the service that it is, and the kubelets as its own namespace knows them", () => {
        const connections = [to({ part: "apiServer" }), to(kubelets)];
        assert.deepEqual(knownHosts(backend, connections).spec.egress, [
            { hosts: ["default/kubernetes.default.svc.cluster.local", "./kubelets.internal"] },
        ]);
    });

    it("names nothing for a workload that connects to nothing", () => {
        assert.deepEqual(knownHosts(backend, []).spec.egress, [{ hosts: ["~/*"] }]);
    });
});

describe("outsideService", () => {
    const portsOf = (port: number) => outsideService(backend, { host: "files.example", port }).spec.ports;

    it("makes the host known to its own namespace alone", () => {
        assert.deepEqual(outsideService(backend, { host: "files.example", port: 443 }), {
            apiVersion: "networking.istio.io/v1",
            kind: "ServiceEntry",
            metadata: { name: "backend-to-files.example-443", namespace: "openmrs" },
            spec: {
                hosts: ["files.example"],
                location: "MESH_EXTERNAL",
                ports: [{ number: 443, name: "tls", protocol: "TLS" }],
                resolution: "DNS",
                exportTo: ["."],
            },
        });
    });

    it("takes other ports than that of HTTPS for plain connections", () => {
        assert.deepEqual(portsOf(3306), [{ number: 3306, name: "tcp", protocol: "TCP" }]);
    });
});

describe("kubeletService", () => {
    it("makes one port of the nodes' addresses known to its own namespace alone", () => {
        assert.deepEqual(kubeletService(backend, kubelets), {
            apiVersion: "networking.istio.io/v1",
            kind: "ServiceEntry",
            metadata: { name: "backend-to-kubelets", namespace: "openmrs" },
            spec: {
                hosts: ["kubelets.internal"],
                addresses: ["10.0.0.0/22"],
                location: "MESH_EXTERNAL",
                ports: [{ number: 10250, name: "tcp", protocol: "TCP" }],
                resolution: "NONE",
                exportTo: ["."],
            },
        });
    });
});
