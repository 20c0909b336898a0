import { place, securityGroup, subnet, testRefusals } from "./refusals-support";

const ADDRESS = "azure-native:network:PublicIPAddress";
const BASTION = "azure-native:network:BastionHost";
const FIREWALL = "azure-native:network:AzureFirewall";
const NAT = "azure-native:network:NatGateway";
const POLICY = "azure-native:network:FirewallPolicy";
const RULES = "azure-native:network:FirewallPolicyRuleCollectionGroup";

const seen = {
    "azure-native:network:Subnet": [
        subnet("AzureFirewallSubnet", "10.0.0.0/26"),
        subnet("AzureBastionSubnet", "10.0.0.64/26"),
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

describe("the stand-in for Azure's ways out", () => {
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
    ]);
});
