import * as assert from "node:assert/strict";
import {
    admission,
    departure,
    departureOutside,
    departureToPart,
    hostOf,
    namespacePolicies,
    podsOf,
} from "../../../components/kubernetes/flows";

const backend = { namespace: "openmrs", workload: "backend" };
const mariadb = { namespace: "database", workload: "mariadb", port: 3306 };
const annotations = { "audioprothese/purpose": "Lire les dossiers" };

const peer = (namespace: string, labels: object) => ({
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
    podSelector: { matchLabels: labels },
});

describe("departure", () => {
    it("lets the consumer open the connection, from its own namespace", () => {
        assert.deepEqual(departure(backend, mariadb, "Lire les dossiers"), {
            metadata: { name: "backend-to-mariadb-3306", namespace: "openmrs", annotations },
            spec: {
                podSelector: { matchLabels: { "app.kubernetes.io/name": "backend" } },
                policyTypes: ["Egress"],
                egress: [
                    {
                        to: [peer("database", { "app.kubernetes.io/name": "mariadb" })],
                        ports: [{ protocol: "TCP", port: 3306 }],
                    },
                ],
            },
        });
    });
});

describe("admission", () => {
    it("lets the provider accept it, in the provider's namespace", () => {
        assert.deepEqual(admission(podsOf(backend), mariadb, "Lire les dossiers"), {
            metadata: { name: "mariadb-3306-from-backend", namespace: "database", annotations },
            spec: {
                podSelector: { matchLabels: { "app.kubernetes.io/name": "mariadb" } },
                policyTypes: ["Ingress"],
                ingress: [
                    {
                        from: [peer("openmrs", { "app.kubernetes.io/name": "backend" })],
                        ports: [{ protocol: "TCP", port: 3306 }],
                    },
                ],
            },
        });
    });
});

describe("departureOutside", () => {
    it("lets a workload reach one name on one port, and the cluster's DNS see that it asks for it", () => {
        assert.deepEqual(
            departureOutside(backend, { host: "search.example", port: 9200 }, "Lire les dossiers"),
            {
                apiVersion: "cilium.io/v2",
                kind: "CiliumNetworkPolicy",
                metadata: { name: "backend-to-search.example-9200", namespace: "openmrs", annotations },
                spec: {
                    endpointSelector: { matchLabels: { "app.kubernetes.io/name": "backend" } },
                    egress: [
                        {
                            toEndpoints: [
                                {
                                    matchLabels: {
                                        "k8s:io.kubernetes.pod.namespace": "kube-system",
                                        "k8s:k8s-app": "kube-dns",
                                    },
                                },
                            ],
                            toPorts: [
                                {
                                    ports: [{ port: "53", protocol: "ANY" }],
                                    rules: { dns: [{ matchName: "search.example" }] },
                                },
                            ],
                        },
                        {
                            toFQDNs: [{ matchName: "search.example" }],
                            toPorts: [{ ports: [{ port: "9200", protocol: "TCP" }] }],
                        },
                    ],
                },
            },
        );
    });
});

describe("departureToPart", () => {
    const policyTo = (name: string, entities: readonly string[], ports: readonly string[]) => ({
        apiVersion: "cilium.io/v2",
        kind: "CiliumNetworkPolicy",
        metadata: { name, namespace: "openmrs", annotations },
        spec: {
            endpointSelector: { matchLabels: { "app.kubernetes.io/name": "backend" } },
            egress: [
                {
                    toEntities: entities,
                    toPorts: [{ ports: ports.map((port) => ({ port, protocol: "TCP" })) }],
                },
            ],
        },
    });

    it("lets a workload reach the API server, by the port of the service and by that behind it", () => {
        assert.deepEqual(
            departureToPart(backend, { part: "apiServer" }, "Lire les dossiers"),
            policyTo("backend-to-kube-apiserver", ["kube-apiserver"], ["443", "4443"]),
        );
    });

    it("lets a workload reach the kubelets, that of its own node included, and no other port of a node", () => {
        assert.deepEqual(
            departureToPart(backend, { part: "kubelets", nodes: "10.0.0.0/22" }, "Lire les dossiers"),
            policyTo("backend-to-kubelets", ["host", "remote-node"], ["10250"]),
        );
    });
});

describe("namespacePolicies", () => {
    const { defaultDeny, dns, mesh } = namespacePolicies("openmrs");

    it("refuses every connection of every pod", () => {
        assert.deepEqual(defaultDeny, {
            metadata: { name: "default-deny", namespace: "openmrs" },
            spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
        });
    });

    it("leaves the cluster's name service", () => {
        assert.deepEqual(dns, {
            metadata: {
                name: "dns",
                namespace: "openmrs",
                annotations: { "audioprothese/purpose": "Résoudre les noms" },
            },
            spec: {
                podSelector: {},
                policyTypes: ["Egress"],
                egress: [
                    {
                        to: [peer("kube-system", { "k8s-app": "kube-dns" })],
                        ports: [
                            { protocol: "UDP", port: 53 },
                            { protocol: "TCP", port: 53 },
                        ],
                    },
                ],
            },
        });
    });

    it("leaves the mesh's control plane", () => {
        assert.deepEqual(mesh, {
            metadata: {
                name: "mesh",
                namespace: "openmrs",
                annotations: {
                    "audioprothese/purpose": "Recevoir du maillage son certificat et ses réglages",
                },
            },
            spec: {
                podSelector: {},
                policyTypes: ["Egress"],
                egress: [
                    {
                        to: [peer("aks-istio-system", { app: "istiod" })],
                        ports: [{ protocol: "TCP", port: 15012 }],
                    },
                ],
            },
        });
    });
});

describe("hostOf", () => {
    it("gives the service's name in full", () => {
        assert.equal(hostOf(mariadb), "mariadb.database.svc.cluster.local");
    });

    it("gives the name of one replica", () => {
        assert.equal(hostOf({ ...mariadb, replica: 1 }), "mariadb-1.mariadb.database.svc.cluster.local");
    });

    it("gives the name of a host outside", () => {
        assert.equal(hostOf({ host: "search.example", port: 9200 }), "search.example");
    });
});
