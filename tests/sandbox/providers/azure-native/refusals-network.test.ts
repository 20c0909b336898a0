import { testRefusals } from "./refusals-support";

const ENDPOINT = "azure-native:network:PrivateEndpoint";
const GROUP = "azure-native:network:NetworkSecurityGroup";
const NETWORK = "azure-native:network:VirtualNetwork";
const SUBNET = "azure-native:network:Subnet";
const WATCHER = "azure-native:network:NetworkWatcher";
const LINK = "azure-native:privatedns:VirtualNetworkLink";

const RG = "/subscriptions/s/resourceGroups/rg";

const network = { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } };
const inNetwork = { resourceGroupName: "rg", virtualNetworkName: "vnet" };
const subnet = { ...inNetwork, addressPrefix: "10.0.1.0/24" };
const seen = {
    [NETWORK]: [{ ...inNetwork, ...network }],
    [SUBNET]: [
        { ...inNetwork, addressPrefix: "10.0.2.0/23" },
        { ...inNetwork, virtualNetworkName: "other", addressPrefix: "10.0.1.0/24" },
    ],
};

const rule = {
    name: "allow-clients",
    priority: 100,
    direction: "Inbound",
    access: "Allow",
    protocol: "Tcp",
    sourceAddressPrefix: "Internet",
    sourcePortRange: "*",
    destinationAddressPrefix: "10.0.0.0/24",
    destinationPortRanges: ["443", "65200-65535"],
};
const outbound = { ...rule, name: "allow-out", direction: "Outbound" };
const group = { securityRules: [rule, outbound] };

const endpoint = (groupIds: string[], service = "Microsoft.KeyVault/vaults/kv") => [
    { name: "link", privateLinkServiceId: `${RG}/providers/${service}`, groupIds },
];

describe("the stand-in for Azure's networks", () => {
    testRefusals([
        {
            what: "ranges of a security rule that overlap",
            type: GROUP,
            accepted: {
                securityRules: [{ ...rule, sourceAddressPrefixes: ["192.0.2.0/25", "192.0.2.128/25"] }],
            },
            refused: {
                securityRules: [{ ...rule, sourceAddressPrefixes: ["192.0.2.0/25", "192.0.2.0/24"] }],
            },
            code: "OverlappingSubnetsNotPermittedInSecurityRule",
            message: /sourceAddressPrefixes .* overlapping subnets/,
        },
        {
            what: "a network that gives up the range of its subnets",
            type: NETWORK,
            accepted: { addressSpace: { addressPrefixes: ["10.0.0.0/15"] } },
            before: { "addressSpace.addressPrefixes": ["10.0.0.0/16"] },
            refused: { "addressSpace.addressPrefixes": ["10.2.0.0/16"] },
            code: "InUsePrefixCannotBeDeleted",
            message: /^IpPrefix 10\.0\.0\.0\/16 on Virtual Network sample has active allocations/,
        },
        {
            what: "a subnet that gives up the range in use",
            type: SUBNET,
            accepted: subnet,
            before: {},
            refused: { addressPrefix: "10.0.4.0/24" },
            code: "InUsePrefixCannotBeDeleted",
            message: /^IpPrefix 10\.0\.1\.0\/24 on Subnet sample has active allocations/,
        },
        {
            what: "an asterisk in a list of ports",
            type: GROUP,
            accepted: group,
            refused: { securityRules: [{ ...rule, destinationPortRanges: ["443", "*"] }] },
            code: "SecurityRuleParameterContainsUnsupportedValue",
            message: /destinationPortRanges .* contains an unsupported value: \*/,
        },
        {
            what: "a network whose range does not begin at its first address",
            type: NETWORK,
            accepted: network,
            refused: { "addressSpace.addressPrefixes": ["10.0.1.0/16"] },
            code: "InvalidCIDRNotation",
            message: /the address prefix should be 10\.0\.0\.0\/16\./,
        },
        {
            what: "the encryption of a network with DropUnencrypted",
            type: NETWORK,
            accepted: { ...network, encryption: { enabled: true, enforcement: "AllowUnencrypted" } },
            refused: { "encryption.enforcement": "DropUnencrypted" },
            code: "BadRequest",
            message: /DropUnencrypted is not supported/,
        },
        {
            what: "DDoS protection without a plan",
            type: NETWORK,
            accepted: { ...network, enableDdosProtection: true, ddosProtectionPlan: { id: "plan" } },
            refused: { ddosProtectionPlan: undefined },
            code: "BadRequest",
            message: /requires a ddosProtectionPlan/,
        },
        {
            what: "a subnet whose range does not begin at its first address",
            type: SUBNET,
            accepted: subnet,
            refused: { addressPrefix: "10.0.1.1/24" },
            code: "InvalidCIDRNotation",
            message: /the address prefix should be 10\.0\.1\.0\/24\./,
        },
        {
            what: "a subnet smaller than /29",
            type: SUBNET,
            accepted: { ...subnet, addressPrefix: "10.0.1.0/29" },
            refused: { addressPrefix: "10.0.1.0/30" },
            code: "NetcfgInvalidSubnet",
            message: /^Subnet 'sample' is not valid in virtual network 'vnet'\.$/,
        },
        {
            what: "a subnet outside its network",
            type: SUBNET,
            accepted: subnet,
            refused: { addressPrefix: "10.1.0.0/24" },
            neighbours: seen,
            code: "NetcfgSubnetRangeOutsideVnet",
            message: /outside the IP address range of virtual network 'vnet'/,
        },
        {
            what: "a subnet that overlaps another of its network",
            type: SUBNET,
            accepted: subnet,
            refused: { addressPrefix: undefined, addressPrefixes: ["10.0.3.0/24"] },
            neighbours: seen,
            code: "NetcfgSubnetRangesOverlap",
            message: /overlaps with that of an existing subnet in virtual network 'vnet'/,
        },
        {
            what: "a security group on the firewall's subnet",
            type: SUBNET,
            accepted: subnet,
            refused: { "networkSecurityGroup.id": "nsg" },
            names: ["AzureFirewallSubnet"],
            code: "BadRequest",
            message: /not supported on subnet AzureFirewallSubnet/,
        },
        {
            what: "two rules of one name",
            type: GROUP,
            accepted: group,
            refused: { securityRules: [rule, { ...outbound, name: "Allow-Clients" }] },
            code: "DuplicateResourceName",
            message: /two child resources with the same name \(Allow-Clients\)/,
        },
        {
            what: "a rule's priority below 100",
            type: GROUP,
            accepted: group,
            refused: { securityRules: [{ ...rule, priority: 99 }] },
            code: "SecurityRuleInvalidPriority",
            message: /Value provided: 99 Allowed range 100-4096/,
        },
        {
            what: "a rule's priority above 4096",
            type: GROUP,
            accepted: { securityRules: [{ ...rule, priority: 4096 }] },
            refused: { securityRules: [{ ...rule, priority: 4097 }] },
            code: "SecurityRuleInvalidPriority",
            message: /Value provided: 4097/,
        },
        {
            what: "two rules of one direction and priority",
            type: GROUP,
            accepted: group,
            refused: { securityRules: [rule, { ...outbound, direction: "Inbound" }] },
            code: "SecurityRuleConflict",
            message: /Rules cannot have the same Priority and Direction/,
        },
        {
            what: "ports beyond 65535",
            type: GROUP,
            accepted: group,
            refused: { securityRules: [{ ...rule, destinationPortRanges: ["65200-65536"] }] },
            code: "SecurityRuleInvalidPortRange",
            message: /Value provided: 65200-65536/,
        },
        {
            what: "several ports in one range",
            type: GROUP,
            accepted: group,
            refused: { securityRules: [{ ...rule, sourcePortRange: "80,443" }] },
            code: "SecurityRuleInvalidPortRange",
            message: /Value provided: 80,443/,
        },
        {
            what: "an address that is none",
            type: GROUP,
            accepted: group,
            refused: { securityRules: [{ ...rule, sourceAddressPrefix: "10.0.0.256" }] },
            code: "SecurityRuleInvalidAddressPrefix",
            message: /Value provided: 10\.0\.0\.256/,
        },
        {
            what: "a service tag in a list of addresses",
            type: GROUP,
            accepted: {
                securityRules: [
                    { ...rule, sourceAddressPrefix: undefined, sourceAddressPrefixes: ["10.1.0.0/24"] },
                ],
            },
            refused: {
                securityRules: [
                    { ...rule, sourceAddressPrefix: undefined, sourceAddressPrefixes: ["Internet"] },
                ],
            },
            code: "SecurityRuleParameterContainsUnsupportedValue",
            message: /sourceAddressPrefixes .* contains an unsupported value: Internet/,
        },
        {
            what: "a private endpoint without a group",
            type: ENDPOINT,
            accepted: { privateLinkServiceConnections: endpoint(["vault"]) },
            refused: { privateLinkServiceConnections: endpoint([]) },
            code: "MissingParameterOnPrivateLinkServiceConnection",
            message: /link is missing required parameter 'group Id'/,
        },
        {
            what: "a private endpoint of two groups",
            type: ENDPOINT,
            accepted: {
                privateLinkServiceConnections: endpoint(["blob"], "Microsoft.Storage/storageAccounts/st"),
            },
            refused: {
                privateLinkServiceConnections: endpoint(
                    ["blob", "file"],
                    "Microsoft.Storage/storageAccounts/st",
                ),
            },
            code: "OnlyOneGroupIdPermitted",
            message: /the following group Ids: blob, file\./,
        },
        {
            what: "a group that the service does not have",
            type: ENDPOINT,
            accepted: { privateLinkServiceConnections: endpoint(["vault"]) },
            refused: { privateLinkServiceConnections: endpoint(["vaults"]) },
            code: "BadRequest",
            message: /Call to Microsoft\.KeyVault\/vaults failed\. Error message: Invalid groupId vaults/,
        },
        {
            what: "a second network watcher in a region",
            type: WATCHER,
            accepted: { location: "francesouth" },
            refused: { location: "francecentral" },
            neighbours: { [WATCHER]: [{ location: "francecentral" }] },
            code: "NetworkWatcherCountLimitReached",
            message: /more than 1 network watchers/,
        },
        {
            what: "a second link of a network to a zone",
            type: LINK,
            accepted: { privateZoneName: "b.net", virtualNetwork: { id: "vnet" } },
            refused: { privateZoneName: "a.net" },
            neighbours: { [LINK]: [{ privateZoneName: "a.net", virtualNetwork: { id: "vnet" } }] },
            code: "Conflict",
            message: /vnet is already linked to the private DNS zone a\.net/,
        },
    ]);
});
