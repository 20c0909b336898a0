import * as assert from "node:assert/strict";
import { hostOf, namespacePolicies, policiesOf } from "../../../components/kubernetes/flows";

const flow = {
    from: { namespace: "openmrs", workload: "backend" },
    to: { namespace: "database", workload: "mariadb", port: 3306 },
};

describe("policiesOf", () => {
    it("lets the consumer open the connection, from its own namespace", () => {
        assert.deepEqual(policiesOf(flow).egress, {
            metadata: { name: "backend-to-mariadb-3306", namespace: "openmrs" },
            spec: {
                podSelector: { matchLabels: { "app.kubernetes.io/name": "backend" } },
                policyTypes: ["Egress"],
                egress: [
                    {
                        to: [
                            {
                                namespaceSelector: {
                                    matchLabels: { "kubernetes.io/metadata.name": "database" },
                                },
                                podSelector: { matchLabels: { "app.kubernetes.io/name": "mariadb" } },
                            },
                        ],
                        ports: [{ protocol: "TCP", port: 3306 }],
                    },
                ],
            },
        });
    });

    it("lets the provider accept it, in the provider's namespace", () => {
        assert.deepEqual(policiesOf(flow).ingress, {
            metadata: { name: "mariadb-3306-from-backend", namespace: "database" },
            spec: {
                podSelector: { matchLabels: { "app.kubernetes.io/name": "mariadb" } },
                policyTypes: ["Ingress"],
                ingress: [
                    {
                        from: [
                            {
                                namespaceSelector: {
                                    matchLabels: { "kubernetes.io/metadata.name": "openmrs" },
                                },
                                podSelector: { matchLabels: { "app.kubernetes.io/name": "backend" } },
                            },
                        ],
                        ports: [{ protocol: "TCP", port: 3306 }],
                    },
                ],
            },
        });
    });
});

describe("namespacePolicies", () => {
    const { defaultDeny, dns } = namespacePolicies("openmrs");

    it("refuses every connection of every pod", () => {
        assert.deepEqual(defaultDeny, {
            metadata: { name: "default-deny", namespace: "openmrs" },
            spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
        });
    });

    it("leaves the cluster's name service, and nothing else outside", () => {
        assert.deepEqual(dns.spec.policyTypes, ["Egress"]);
        assert.deepEqual(dns.spec.egress, [
            {
                to: [
                    {
                        namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
                        podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
                    },
                ],
                ports: [
                    { protocol: "UDP", port: 53 },
                    { protocol: "TCP", port: 53 },
                ],
            },
        ]);
    });
});

describe("hostOf", () => {
    it("gives the service's name in full", () => {
        assert.equal(hostOf(flow.to), "mariadb.database.svc.cluster.local");
    });
});
