import * as assert from "node:assert/strict";
import { MeshRoute } from "../../../components/edge/mesh-route";
import { recordDependencies } from "../../support/dependencies";
import { all, only, recorded, settled, startRecording } from "../../support/recorder";

const HOST = "openmrs.example.fr";
const ADMIN_HOST = "administration.openmrs.example.fr";
const GATEWAY = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
const ROUTE = "kubernetes:gateway.networking.k8s.io/v1:TLSRoute";

describe("MeshRoute", () => {
    let dependenciesOf: (name: string) => readonly string[];

    beforeEach(async () => {
        await startRecording();
        dependenciesOf = recordDependencies();
        new MeshRoute("route", {
            hosts: { public: HOST, administration: ADMIN_HOST },
            server: { namespace: "openmrs", workload: "openmrs-gateway", port: 8443 },
            reason: "Mener à OpenMRS",
        });
        await settled();
    });

    it("has the ingress pods that AKS runs take both hosts, and leave their TLS closed", () => {
        const listener = (name: string, hostname: string) => ({
            name,
            hostname,
            port: 443,
            protocol: "TLS",
            tls: { mode: "Passthrough" },
            allowedRoutes: {
                kinds: [{ kind: "TLSRoute" }],
                namespaces: {
                    from: "Selector",
                    selector: { matchLabels: { "kubernetes.io/metadata.name": "openmrs" } },
                },
            },
        });
        assert.deepEqual(only(GATEWAY).inputs, {
            apiVersion: "gateway.networking.k8s.io/v1",
            kind: "Gateway",
            metadata: { name: "openmrs-gateway", namespace: "aks-istio-ingress" },
            spec: {
                gatewayClassName: "istio",
                addresses: [{ type: "Hostname", value: "edge.aks-istio-ingress.svc.cluster.local" }],
                listeners: [listener("public", HOST), listener("administration", ADMIN_HOST)],
            },
        });
    });

    for (const [purpose, hostname] of [
        ["public", HOST],
        ["administration", ADMIN_HOST],
    ] as const) {
        it(`leads the ${purpose} host to its server, by the listener of that host alone`, () => {
            assert.deepEqual(only(ROUTE, `route-${purpose}`).inputs, {
                apiVersion: "gateway.networking.k8s.io/v1",
                kind: "TLSRoute",
                metadata: { name: `openmrs-gateway-${purpose}`, namespace: "openmrs" },
                spec: {
                    parentRefs: [
                        { name: "openmrs-gateway", namespace: "aks-istio-ingress", sectionName: purpose },
                    ],
                    hostnames: [hostname],
                    rules: [{ backendRefs: [{ name: "openmrs-gateway", port: 8443 }] }],
                },
            });
        });
    }

    it("lets the mesh's ingress pods, and no others, reach the server past the network's policies", () => {
        assert.deepEqual(only("kubernetes:networking.k8s.io/v1:NetworkPolicy").inputs, {
            apiVersion: "networking.k8s.io/v1",
            kind: "NetworkPolicy",
            metadata: {
                name: "openmrs-gateway-8443-from-mesh-ingress",
                namespace: "openmrs",
                annotations: {
                    "audioprothese/purpose": "Mener à OpenMRS",
                },
            },
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

    it("lets their account, and no other, reach it past the mesh's policies", () => {
        assert.deepEqual(only("kubernetes:security.istio.io/v1:AuthorizationPolicy").inputs.spec, {
            selector: { matchLabels: { "app.kubernetes.io/name": "openmrs-gateway" } },
            action: "ALLOW",
            rules: [
                {
                    from: [
                        {
                            source: {
                                principals: [
                                    "cluster.local/ns/aks-istio-ingress/sa/aks-istio-ingressgateway-internal",
                                ],
                            },
                        },
                    ],
                    to: [{ operation: { ports: ["8443"] } }],
                },
            ],
        });
    });

    it("sends requests only once the mesh takes them and the server admits them", () => {
        const before = recorded()
            .filter(({ type }) => type !== ROUTE)
            .map(({ name }) => name);
        assert.equal(before.length, 3);
        for (const route of all(ROUTE)) {
            assert.deepEqual(
                before.filter((name) => !dependenciesOf(route.name).includes(name)),
                [],
            );
        }
        assert.equal(all(ROUTE).length, 2);
    });
});
