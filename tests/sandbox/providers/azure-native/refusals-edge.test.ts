import { ID, place, securityGroup, subnet, testRefusals } from "./refusals-support";

const GATEWAY = "azure-native:network:ApplicationGateway";

const part = (collectionName: string) => ({ id: `${ID}/${collectionName}/platform` });
const gateway = {
    sku: { name: "WAF_v2", tier: "WAF_v2" },
    autoscaleConfiguration: { minCapacity: 2 },
    firewallPolicy: { id: "waf" },
    identity: { type: "UserAssigned" },
    sslPolicy: { policyType: "CustomV2", minProtocolVersion: "TLSv1_3" },
    sslCertificates: [{ name: "platform", keyVaultSecretId: "secret" }],
    frontendPorts: [{ name: "platform", port: 443 }],
    httpListeners: [{ name: "platform", frontendPort: part("frontendPorts") }],
    requestRoutingRules: [{ name: "platform", priority: 100, httpListener: part("httpListeners") }],
};

const seen = (ports: string) => ({
    "azure-native:network:Subnet": [subnet("snet-edge", "10.0.1.0/24")],
    "azure-native:network:NetworkSecurityGroup": [securityGroup(ports)],
});

describe("the stand-in for Azure's way in", () => {
    testRefusals([
        {
            what: "a routing rule's priority above 20000",
            type: GATEWAY,
            accepted: { ...gateway, requestRoutingRules: [{ name: "platform", priority: 20_000 }] },
            refused: { requestRoutingRules: [{ name: "platform", priority: 20_001 }] },
            code: "BadRequest",
            message: /between 1 and 20000/,
        },
        {
            what: "TLS 1.1 in CustomV2",
            type: GATEWAY,
            accepted: gateway,
            refused: { "sslPolicy.minProtocolVersion": "TLSv1_1" },
            code: "BadRequest",
            message: /requires minProtocolVersion TLSv1_2 or TLSv1_3/,
        },
        {
            what: "a WAF_v2 gateway without a WAF policy",
            type: GATEWAY,
            accepted: gateway,
            refused: { firewallPolicy: undefined },
            code: "ApplicationGatewayFirewallNotConfiguredForSelectedSku",
            message: /tier WAF_v2 must have a valid WAF policy or configuration/,
        },
        {
            what: "a gateway of no capacity",
            type: GATEWAY,
            accepted: gateway,
            refused: { autoscaleConfiguration: undefined },
            code: "BadRequest",
            message: /either a SKU capacity or an autoscale configuration/,
        },
        {
            what: "two parts of a gateway of one name",
            type: GATEWAY,
            accepted: gateway,
            refused: {
                frontendPorts: [
                    { name: "platform", port: 443 },
                    { name: "platform", port: 80 },
                ],
            },
            code: "DuplicateResourceName",
            message: /frontendPorts\/ has two child resources with the same name \(platform\)/,
        },
        {
            what: "a reference to a part that the gateway lacks",
            type: GATEWAY,
            accepted: gateway,
            refused: { frontendPorts: [{ name: "https", port: 443 }] },
            code: "InvalidResourceReference",
            message: /frontendPorts\/platform referenced by resource .* was not found/,
        },
        {
            what: "a routing rule without a priority",
            type: GATEWAY,
            accepted: gateway,
            refused: { requestRoutingRules: [{ name: "platform" }] },
            code: "ApplicationGatewayRequestRoutingRulePriorityCannotBeEmpty",
            message: /starting from api-version 2021-08-01/,
        },
        {
            what: "TLS 1.3 in an SSL policy of type Custom",
            type: GATEWAY,
            accepted: gateway,
            refused: { "sslPolicy.policyType": "Custom" },
            code: "BadRequest",
            message: /requires an SSL policy of type CustomV2/,
        },
        {
            what: "TLS 1.2 in CustomV2 without cipher suites",
            type: GATEWAY,
            accepted: gateway,
            refused: { "sslPolicy.minProtocolVersion": "TLSv1_2" },
            code: "BadRequest",
            message: /requires cipherSuites/,
        },
        {
            what: "a certificate in Key Vault for a gateway without an identity",
            type: GATEWAY,
            accepted: gateway,
            refused: { identity: undefined },
            code: "BadRequest",
            message: /requires a user-assigned identity/,
        },
        {
            what: "a gateway behind a security group that shuts Azure out",
            type: GATEWAY,
            accepted: { ...gateway, gatewayIPConfigurations: place("snet-edge") },
            refused: {},
            neighbours: seen("65200-65535"),
            refusedNeighbours: seen("443"),
            code: "ApplicationGatewaySubnetInboundTrafficBlockedByNetworkSecurityGroup",
            message: /blocks incoming internet traffic on ports 65200 - 65535 to subnet .*snet-edge/,
        },
    ]);
});
