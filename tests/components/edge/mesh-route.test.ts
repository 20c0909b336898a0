import * as assert from "node:assert/strict";
import { MeshRoute } from "../../../components/edge/mesh-route";
import { recordDependencies } from "../../support/dependencies";
import { only, recorded, settled, startRecording } from "../../support/recorder";

const HOST = "openmrs.example.fr";
const metadata = { name: "openmrs-gateway", namespace: "openmrs" };

describe("MeshRoute", () => {
    let dependenciesOf: (name: string) => readonly string[];

    beforeEach(async () => {
        await startRecording();
        dependenciesOf = recordDependencies();
        new MeshRoute("route", {
            host: HOST,
            server: { namespace: "openmrs", workload: "openmrs-gateway", port: 8443 },
        });
        await settled();
    });

    it("has the mesh's internal ingress take the host, and leave its TLS closed", () => {
        assert.deepEqual(only("kubernetes:networking.istio.io/v1:Gateway").inputs, {
            apiVersion: "networking.istio.io/v1",
            kind: "Gateway",
            metadata,
            spec: {
                selector: { istio: "aks-istio-ingressgateway-internal" },
                servers: [
                    {
                        port: { number: 443, name: "tls", protocol: "TLS" },
                        tls: { mode: "PASSTHROUGH" },
                        hosts: [`./${HOST}`],
                    },
                ],
            },
        });
    });

    it("leads the host to its server", () => {
        assert.deepEqual(only("kubernetes:networking.istio.io/v1:VirtualService").inputs, {
            apiVersion: "networking.istio.io/v1",
            kind: "VirtualService",
            metadata,
            spec: {
                hosts: [HOST],
                gateways: ["openmrs-gateway"],
                tls: [
                    {
                        match: [{ port: 443, sniHosts: [HOST] }],
                        route: [
                            {
                                destination: {
                                    host: "openmrs-gateway.openmrs.svc.cluster.local",
                                    port: { number: 8443 },
                                },
                            },
                        ],
                    },
                ],
            },
        });
    });

    it("lets the mesh's ingress pods, and no others, reach the server", () => {
        assert.deepEqual(only("kubernetes:networking.k8s.io/v1:NetworkPolicy").inputs, {
            apiVersion: "networking.k8s.io/v1",
            kind: "NetworkPolicy",
            metadata: { name: "openmrs-gateway-8443-from-mesh-ingress", namespace: "openmrs" },
            spec: {
                podSelector: { matchLabels: { "app.kubernetes.io/name": "openmrs-gateway" } },
                policyTypes: ["Ingress"],
                ingress: [
                    {
                        from: [
                            {
                                namespaceSelector: {
                                    matchLabels: { "kubernetes.io/metadata.name": "aks-istio-ingress" },
                                },
                                podSelector: { matchLabels: { istio: "aks-istio-ingressgateway-internal" } },
                            },
                        ],
                        ports: [{ protocol: "TCP", port: 8443 }],
                    },
                ],
            },
        });
    });

    it("sends requests only once the mesh takes them and the server admits them", () => {
        assert.deepEqual(
            ["route-gateway", "openmrs-gateway-8443-from-mesh-ingress"].filter(
                (name) => !dependenciesOf("route-service").includes(name),
            ),
            [],
        );
        assert.equal(recorded().length, 3);
    });
});
