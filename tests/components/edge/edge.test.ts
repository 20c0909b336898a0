import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Edge } from "../../../components/edge/edge";
import { recordDependencies } from "../../support/dependencies";
import { only, settled, startRecording } from "../../support/recorder";
import { names, scope, tags } from "../../support/scope";

const GATEWAY = "azure-native:network:ApplicationGateway";
const SERVICE = "kubernetes:core/v1:Service";
const ID =
    "/subscriptions/subscription/resourceGroups/rg-aplus-core-dev-frc/providers/Microsoft.Network/applicationGateways/agw-aplus-edge-dev-frc";

describe("Edge", () => {
    let edge: Edge;
    let dependenciesOf: (name: string) => readonly string[];

    beforeEach(async () => {
        await startRecording();
        dependenciesOf = recordDependencies();
        edge = new Edge("edge", {
            ...scope,
            names,
            subscriptionId: "subscription",
            host: "openmrs.example.fr",
            certificate: "openmrs-gateway",
            privateHosts: { administration: "administration.example.fr" },
            maxInstances: 10,
            ddosProtection: "none",
            ingressIp: "10.40.3.254",
            subnetId: "subnet",
            virtualNetworkId: "network",
            vaultId: "vault",
            workspaceId: "workspace",
        });
        await settled();
    });

    it("takes HTTPS from the Internet, and hands it to the mesh as HTTPS", () => {
        const part = (collection: string) => ({ id: `${ID}/${collection}/platform` });
        assert.deepEqual(only(GATEWAY).inputs, {
            ...scope,
            applicationGatewayName: "agw-aplus-edge-dev-frc",
            sku: { name: "WAF_v2", tier: "WAF_v2" },
            zones: ["1", "2", "3"],
            autoscaleConfiguration: { minCapacity: 2, maxCapacity: 10 },
            enableHttp2: true,
            firewallPolicy: { id: "edge-waf-id" },
            identity: { type: "UserAssigned", userAssignedIdentities: ["edge-id"] },
            sslPolicy: { policyType: "CustomV2", minProtocolVersion: "TLSv1_3" },
            sslCertificates: [
                {
                    name: "platform",
                    keyVaultSecretId: "https://kv-aplus-core-dev-frc.vault.azure.net/secrets/openmrs-gateway",
                },
            ],
            gatewayIPConfigurations: [{ name: "platform", subnet: { id: "subnet" } }],
            frontendIPConfigurations: [{ name: "platform", publicIPAddress: { id: "edge-address-id" } }],
            frontendPorts: [{ name: "platform", port: 443 }],
            httpListeners: [
                {
                    name: "platform",
                    frontendIPConfiguration: part("frontendIPConfigurations"),
                    frontendPort: part("frontendPorts"),
                    protocol: "Https",
                    hostName: "openmrs.example.fr",
                    requireServerNameIndication: true,
                    sslCertificate: part("sslCertificates"),
                },
            ],
            backendAddressPools: [{ name: "platform", backendAddresses: [{ ipAddress: "10.40.3.254" }] }],
            backendHttpSettingsCollection: [
                {
                    name: "platform",
                    port: 443,
                    protocol: "Https",
                    hostName: "openmrs.example.fr",
                    cookieBasedAffinity: "Disabled",
                    requestTimeout: 300,
                    connectionDraining: { enabled: true, drainTimeoutInSec: 60 },
                    probe: part("probes"),
                },
            ],
            probes: [
                {
                    name: "platform",
                    protocol: "Https",
                    pickHostNameFromBackendHttpSettings: true,
                    path: "/healthz",
                    interval: 15,
                    timeout: 10,
                    unhealthyThreshold: 3,
                    match: { statusCodes: ["200"] },
                },
            ],
            requestRoutingRules: [
                {
                    name: "platform",
                    ruleType: "Basic",
                    priority: 100,
                    httpListener: part("httpListeners"),
                    backendAddressPool: part("backendAddressPools"),
                    backendHttpSettings: part("backendHttpSettingsCollection"),
                },
            ],
        });
    });

    it("refers to no part that the gateway lacks", () => {
        const { inputs } = only(GATEWAY);
        const parts = Object.entries(inputs).flatMap(([collection, value]) =>
            Array.isArray(value)
                ? (value as { name?: string }[]).map(({ name }) => `${ID}/${collection}/${name ?? ""}`)
                : [],
        );
        const references = JSON.stringify(inputs).match(new RegExp(`${ID}/[^"]+`, "g")) ?? [];
        assert.equal(references.length, 7);
        assert.deepEqual(
            references.filter((reference) => !parts.includes(reference)),
            [],
        );
    });

    it("refuses attacks and robots, and logs no value that a request carries", () => {
        const scrubbed = (matchVariable: string) => ({
            state: "Enabled",
            matchVariable,
            selectorMatchOperator: "EqualsAny",
        });
        assert.deepEqual(only("azure-native:network:WebApplicationFirewallPolicy").inputs, {
            ...scope,
            policyName: "waf-aplus-edge-dev-frc",
            managedRules: {
                managedRuleSets: [
                    { ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.1" },
                    { ruleSetType: "Microsoft_BotManagerRuleSet", ruleSetVersion: "1.1" },
                ],
            },
            policySettings: {
                state: "Enabled",
                mode: "Prevention",
                requestBodyCheck: true,
                requestBodyEnforcement: true,
                maxRequestBodySizeInKb: 2000,
                requestBodyInspectLimitInKB: 2000,
                fileUploadEnforcement: true,
                fileUploadLimitInMb: 25,
                logScrubbing: {
                    state: "Enabled",
                    scrubbingRules: [
                        scrubbed("RequestHeaderNames"),
                        scrubbed("RequestCookieNames"),
                        scrubbed("RequestArgNames"),
                        scrubbed("RequestPostArgNames"),
                        scrubbed("RequestJSONArgNames"),
                    ],
                },
            },
        });
    });

    it("may read its certificate, and nothing else of the vault", () => {
        const {
            principalId,
            roleDefinitionId,
            scope: at,
        } = only("azure-native:authorization:RoleAssignment").inputs;
        assert.deepEqual(
            [principalId, at, String(roleDefinitionId).split("/").at(-1)],
            ["edge-principal", "vault/secrets/openmrs-gateway", "4633458b-17de-408a-b874-0445c86b69e6"],
        );
    });

    for (const earlier of ["edge-role", "edge-mesh"]) {
        it(`makes the gateway after ${earlier}, so that the right to the certificate has spread`, () => {
            assert.ok(dependenciesOf("edge").includes(earlier));
        });
    }

    it("logs requests and refusals", () => {
        const { resourceUri, workspaceId, logs } = only(
            "azure-native:monitor:DiagnosticSetting",
            "edge-audit",
        ).inputs;
        assert.deepEqual([resourceUri, workspaceId], ["edge-id", "workspace"]);
        assert.deepEqual(logs, [
            { category: "ApplicationGatewayAccessLog", enabled: true },
            { category: "ApplicationGatewayFirewallLog", enabled: true },
        ]);
    });

    it("finds the mesh at one address inside the network", () => {
        assert.deepEqual(only(SERVICE).inputs, {
            apiVersion: "v1",
            kind: "Service",
            metadata: {
                name: "edge",
                namespace: "aks-istio-ingress",
                annotations: {
                    "service.beta.kubernetes.io/azure-load-balancer-internal": "true",
                    "service.beta.kubernetes.io/azure-load-balancer-internal-subnet":
                        "snet-aplus-nodes-dev-frc",
                    "service.beta.kubernetes.io/azure-load-balancer-ipv4": "10.40.3.254",
                },
            },
            spec: {
                type: "LoadBalancer",
                externalTrafficPolicy: "Local",
                selector: { istio: "aks-istio-ingressgateway-internal" },
                ports: [{ name: "https", port: 443, targetPort: 8443, protocol: "TCP" }],
            },
        });
    });

    it("hides the administration host in the network, where it leads to the mesh", () => {
        const { privateZoneName, aRecords } = only("azure-native:privatedns:PrivateRecordSet").inputs;
        assert.deepEqual(
            [privateZoneName, aRecords],
            ["administration.example.fr", [{ ipv4Address: "10.40.3.254" }]],
        );
        assert.ok(!JSON.stringify(only(GATEWAY).inputs).includes("administration"));
    });

    it("tells its public address", async () => {
        const { publicIpAddressName, tags: carried } = only("azure-native:network:PublicIPAddress").inputs;
        assert.deepEqual([publicIpAddressName, carried], ["pip-aplus-edge-dev-frc", tags]);
        const address = await new Promise((resolve) => pulumi.output(edge.address).apply(resolve));
        assert.equal(address, "192.0.2.1");
    });
});
