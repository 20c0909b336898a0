import { ID, testRefusals } from "./refusals-support";

const ADDRESS = "azure-native:network:PublicIPAddress";
const BASTION = "azure-native:network:BastionHost";
const FIREWALL = "azure-native:network:AzureFirewall";
const GATEWAY = "azure-native:network:ApplicationGateway";
const NAT = "azure-native:network:NatGateway";
const POLICY = "azure-native:network:FirewallPolicy";
const RULES = "azure-native:network:FirewallPolicyRuleCollectionGroup";

const RG = "/subscriptions/s/resourceGroups/rg";
const SUBNETS = `${RG}/providers/Microsoft.Network/virtualNetworks/vnet/subnets`;
const subnet = (subnetName: string, addressPrefix: string) => ({
    resourceGroupName: "rg",
    virtualNetworkName: "vnet",
    subnetName,
    addressPrefix,
    networkSecurityGroup: { id: `${RG}/providers/Microsoft.Network/networkSecurityGroups/nsg` },
});
const place = (name: string) => [{ name: "place", subnet: { id: `${SUBNETS}/${name}` } }];
const securityGroup = (ports: string) => ({
    resourceGroupName: "rg",
    networkSecurityGroupName: "nsg",
    securityRules: [
        {
            name: "allow-gateway-manager",
            priority: 100,
            direction: "Inbound",
            access: "Allow",
            sourceAddressPrefix: "GatewayManager",
            destinationPortRange: ports,
        },
        {
            name: "deny-all",
            priority: 4096,
            direction: "Inbound",
            access: "Deny",
            sourceAddressPrefix: "*",
            destinationPortRange: "*",
        },
    ],
});
const seen = {
    "azure-native:network:Subnet": [
        subnet("AzureFirewallSubnet", "10.0.0.0/26"),
        subnet("AzureBastionSubnet", "10.0.0.64/26"),
        subnet("snet-edge", "10.0.1.0/24"),
    ],
    "azure-native:network:NetworkSecurityGroup": [securityGroup("443")],
    [POLICY]: [{ firewallPolicyName: "afwp", sku: { tier: "Premium" } }],
};
/** The same with subnets of /27. */
const tight = {
    ...seen,
    "azure-native:network:Subnet": [
        subnet("AzureFirewallSubnet", "10.0.0.0/27"),
        subnet("AzureBastionSubnet", "10.0.0.64/27"),
    ],
};

const address = { location: "francecentral", sku: { name: "Standard" }, publicIPAllocationMethod: "Static" };
const bastion = {
    sku: { name: "Standard" },
    enableTunneling: true,
    ipConfigurations: place("AzureBastionSubnet"),
};
const firewall = {
    sku: { tier: "Premium" },
    firewallPolicy: { id: "x/afwp" },
    ipConfigurations: place("AzureFirewallSubnet"),
};
const collection = { name: "hosts", priority: 100, rules: [{ targetFqdns: ["example.org"] }] };
const rules = { firewallPolicyName: "afwp", priority: 100, ruleCollections: [collection] };

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

describe("the stand-in for Azure's ways in and out", () => {
    testRefusals([
        {
            what: "a public address of no SKU, which is Basic",
            type: ADDRESS,
            accepted: address,
            refused: { sku: undefined },
            code: "IPv4BasicSkuPublicIpCountLimitReached",
            message: /more than 0 IPv4 Basic SKU/,
        },
        {
            what: "a dynamic address of SKU Standard",
            type: ADDRESS,
            accepted: address,
            refused: { publicIPAllocationMethod: "Dynamic" },
            code: "StandardSkuPublicIPAddressesMustBeStatic",
            message: /must have AllocationMethod set to Static/,
        },
        {
            what: "zones in a region that has none",
            type: ADDRESS,
            accepted: { ...address, zones: ["1", "2", "3"] },
            refused: { location: "francesouth" },
            code: "LocationNotSupportAvailabilityZones",
            message: /location francesouth/,
        },
        {
            what: "a NAT gateway in several zones",
            type: NAT,
            accepted: { location: "francecentral", sku: { name: "Standard" }, zones: ["1"] },
            refused: { zones: ["1", "2"] },
            code: "BadRequest",
            message: /one zone only/,
        },
        {
            what: "a firewall in a subnet of another name",
            type: FIREWALL,
            accepted: firewall,
            refused: { ipConfigurations: place("snet-edge") },
            neighbours: seen,
            code: "BadRequest",
            message: /with name 'AzureFirewallSubnet'/,
        },
        {
            what: "a firewall whose policy is of a higher tier",
            type: FIREWALL,
            accepted: firewall,
            refused: { "sku.tier": "Standard" },
            neighbours: seen,
            code: "BadRequest",
            message: /tier Standard cannot be associated with a firewall policy of tier Premium/,
        },
        {
            what: "a firewall in a subnet smaller than /26",
            type: FIREWALL,
            accepted: firewall,
            refused: {},
            neighbours: seen,
            refusedNeighbours: tight,
            code: "BadRequest",
            message: /\/26 or larger is required, got 10\.0\.0\.0\/27/,
        },
        {
            what: "intrusion detection below Premium",
            type: POLICY,
            accepted: { sku: { tier: "Premium" }, intrusionDetection: { mode: "Deny" } },
            refused: { "sku.tier": "Standard" },
            code: "BadRequest",
            message: /Intrusion detection requires/,
        },
        {
            what: "a rule collection's priority below 100",
            type: RULES,
            accepted: rules,
            refused: { priority: 99 },
            code: "BadRequest",
            message: /between 100 and 65000/,
        },
        {
            what: "two rule collections of one priority",
            type: RULES,
            accepted: rules,
            refused: { ruleCollections: [collection, { ...collection, name: "other" }] },
            code: "BadRequest",
            message: /same priority 100/,
        },
        {
            what: "host names in network rules without the DNS proxy",
            type: RULES,
            accepted: rules,
            refused: { ruleCollections: [{ ...collection, rules: [{ destinationFqdns: ["example.org"] }] }] },
            neighbours: seen,
            code: "BadRequest",
            message: /require the DNS proxy/,
        },
        {
            what: "Bastion in a subnet of another name",
            type: BASTION,
            accepted: bastion,
            refused: { ipConfigurations: place("snet-edge") },
            neighbours: seen,
            code: "SubnetNameMustBeAzureBastionSubnet",
            message: /Azure Bastion can only be created in subnet with name 'AzureBastionSubnet'/,
        },
        {
            what: "Bastion in a subnet smaller than /26",
            type: BASTION,
            accepted: bastion,
            refused: {},
            neighbours: seen,
            refusedNeighbours: tight,
            code: "BadRequest",
            message: /\/26 or larger is required, got 10\.0\.0\.64\/27/,
        },
        {
            what: "Bastion behind a security group without its rules",
            type: BASTION,
            accepted: bastion,
            refused: {},
            neighbours: seen,
            refusedNeighbours: {
                ...seen,
                "azure-native:network:NetworkSecurityGroup": [securityGroup("80")],
            },
            code: "NetworkSecurityGroupNotCompliantForAzureBastionSubnet",
            message: /group nsg does not have necessary rules/,
        },
        {
            what: "tunnels of a Bastion host of SKU Basic",
            type: BASTION,
            accepted: bastion,
            refused: { "sku.name": "Basic" },
            code: "BadRequest",
            message: /SKU Standard or higher/,
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
            neighbours: {
                ...seen,
                "azure-native:network:NetworkSecurityGroup": [securityGroup("65200-65535")],
            },
            refusedNeighbours: seen,
            code: "ApplicationGatewaySubnetInboundTrafficBlockedByNetworkSecurityGroup",
            message: /blocks incoming internet traffic on ports 65200 - 65535 to subnet .*snet-edge/,
        },
    ]);
});
