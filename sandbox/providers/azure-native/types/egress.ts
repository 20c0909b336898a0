import { digest, GROUP, guid } from "../arm";
import type { ArmResource, ArmType } from "../arm-type";

const NETWORK = `${GROUP}/providers/Microsoft.Network`;
const POLICY = `${NETWORK}/firewallPolicies/{firewallPolicyName}`;

/** What leads out of the network, and who watches it. */
export const egressTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:network:AzureFirewall": {
        path: `${NETWORK}/azureFirewalls/{azureFirewallName}`,
        outputs: {
            "ipConfigurations[].privateIPAddress": firstAddress,
            "ipConfigurations[].type": "Microsoft.Network/azureFirewalls/azureFirewallIpConfigurations",
            ipGroups: [],
            // With a policy the firewall follows that one's.
            threatIntelMode: ({ inputs }) => (inputs.firewallPolicy === undefined ? "Alert" : undefined),
        },
        unset: `additionalProperties applicationRuleCollections autoscaleConfiguration firewallPolicy
            hubIPAddresses ipConfigurations location managementIpConfiguration natRuleCollections
            networkRuleCollections sku tags virtualHub zones`,
    },
    "azure-native:network:BastionHost": {
        path: `${NETWORK}/bastionHosts/{bastionHostName}`,
        immutable: ["ipConfigurations", "zones"],
        outputs: {
            disableCopyPaste: false,
            dnsName: ({ id }) => `bst-${guid(id)}.bastion.azure.com`,
            enableFileCopy: false,
            enableIpConnect: false,
            enableKerberos: false,
            enablePrivateOnlyBastion: false,
            enableSessionRecording: false,
            enableShareableLink: false,
            enableTunneling: false,
            "ipConfigurations[].privateIPAllocationMethod": "Dynamic",
            "ipConfigurations[].type": "Microsoft.Network/bastionHosts/bastionHostIpConfigurations",
            scaleUnits: 2,
            sku: { name: "Standard" },
        },
        unset: "ipConfigurations location networkAcls tags virtualNetwork zones",
    },
    "azure-native:network:FirewallPolicy": {
        path: POLICY,
        outputs: {
            childPolicies: [],
            firewalls: [],
            ruleCollectionGroups: [],
            size: "0.5MB",
            sku: { tier: "Standard" },
            threatIntelMode: "Alert",
        },
        unset: `basePolicy dnsSettings explicitProxy identity insights intrusionDetection location snat sql tags
            threatIntelWhitelist transportSecurity`,
    },
    "azure-native:network:FirewallPolicyRuleCollectionGroup": {
        path: `${POLICY}/ruleCollectionGroups/{ruleCollectionGroupName}`,
        outputs: { ruleCollections: [], size: "0.01MB" },
        unset: "priority",
    },
    "azure-native:network:NatGateway": {
        path: `${NETWORK}/natGateways/{natGatewayName}`,
        immutable: ["zones"],
        outputs: { idleTimeoutInMinutes: 4, subnets: [] },
        unset: "location publicIpAddresses publicIpPrefixes sku tags zones",
    },
    "azure-native:network:PublicIPAddress": {
        path: `${NETWORK}/publicIPAddresses/{publicIpAddressName}`,
        immutable: ["publicIPAddressVersion", "zones"],
        outputs: {
            ddosSettings: { protectionMode: "VirtualNetworkInherited" },
            idleTimeoutInMinutes: 4,
            // Of a range that is set aside for examples (RFC 5737).
            ipAddress: ({ id }) => `203.0.113.${byte(id).toString()}`,
            ipTags: [],
            publicIPAddressVersion: "IPv4",
            publicIPAllocationMethod: "Static",
            "sku.tier": "Regional",
        },
        unset: `deleteOption dnsSettings extendedLocation ipConfiguration linkedPublicIPAddress location
            migrationPhase natGateway publicIPPrefix servicePublicIPAddress sku tags zones`,
    },
    "azure-native:network:RouteTable": {
        path: `${NETWORK}/routeTables/{routeTableName}`,
        outputs: {
            disableBgpRoutePropagation: false,
            routes: [],
            "routes[].hasBgpOverride": false,
            "routes[].type": "Microsoft.Network/routeTables/routes",
            subnets: [],
        },
        unset: "location tags",
    },
};

/** From 1 to 254. */
function byte(seed: string): number {
    return 1 + (parseInt(digest(seed, 8), 16) % 254);
}

/** What Azure gives a firewall: the first free address of its subnet, of which the stand-in knows only the id. */
function firstAddress({ id }: ArmResource): string {
    return `10.${byte(`${id}/a`).toString()}.${byte(`${id}/b`).toString()}.4`;
}
