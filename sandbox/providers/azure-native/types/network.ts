import { digest, GROUP, guid } from "../arm";
import type { ArmType } from "../arm-type";

const NETWORK = `${GROUP}/providers/Microsoft.Network`;

/** Networks, endpoints and private DNS. */
export const networkTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:network:VirtualNetwork": {
        path: `${NETWORK}/virtualNetworks/{virtualNetworkName}`,
        outputs: {
            flowLogs: [],
            enableDdosProtection: false,
            privateEndpointVNetPolicies: "Disabled",
            // Subnets that are resources of their own come after the answer to this one.
            subnets: [],
            virtualNetworkPeerings: [],
        },
        unset: `addressSpace bgpCommunities ddosProtectionPlan dhcpOptions enableVmProtection encryption
            extendedLocation flowTimeoutInMinutes ipAllocations location tags`,
    },
    "azure-native:network:Subnet": {
        path: `${NETWORK}/virtualNetworks/{virtualNetworkName}/subnets/{subnetName}`,
        outputs: {
            delegations: [],
            "delegations[].actions": ["Microsoft.Network/virtualNetworks/subnets/join/action"],
            "delegations[].type": "Microsoft.Network/virtualNetworks/subnets/delegations",
            ipConfigurationProfiles: [],
            ipConfigurations: [],
            privateEndpointNetworkPolicies: "Disabled",
            privateEndpoints: [],
            privateLinkServiceNetworkPolicies: "Enabled",
            purpose: "None",
            resourceNavigationLinks: [],
            serviceAssociationLinks: [],
        },
        unset: `addressPrefix addressPrefixes applicationGatewayIPConfigurations defaultOutboundAccess
            ipAllocations ipamPoolPrefixAllocations natGateway networkSecurityGroup routeTable
            serviceEndpointPolicies serviceEndpoints sharingScope`,
    },
    "azure-native:network:NetworkSecurityGroup": {
        path: `${NETWORK}/networkSecurityGroups/{networkSecurityGroupName}`,
        outputs: {
            defaultSecurityRules: defaultSecurityRules(),
            flowLogs: [],
            networkInterfaces: [],
            securityRules: [],
            "securityRules[].type": "Microsoft.Network/networkSecurityGroups/securityRules",
            subnets: [],
        },
        unset: "flushConnection location tags",
    },
    "azure-native:network:DdosProtectionPlan": {
        path: `${NETWORK}/ddosProtectionPlans/{ddosProtectionPlanName}`,
        outputs: { publicIPAddresses: [], virtualNetworks: [] },
        unset: "location tags",
    },
    "azure-native:network:PrivateEndpoint": {
        path: `${NETWORK}/privateEndpoints/{privateEndpointName}`,
        forceNew: ["subnet"],
        outputs: {
            customDnsConfigs: [],
            customNetworkInterfaceName: "",
            ipConfigurations: [],
            manualPrivateLinkServiceConnections: [],
            "manualPrivateLinkServiceConnections[].type":
                "Microsoft.Network/privateEndpoints/manualPrivateLinkServiceConnections",
            networkInterfaces: ({ id, name }) => [
                {
                    id: id.replace(
                        /privateEndpoints\/[^/]+$/,
                        `networkInterfaces/${name}.nic.${digest(id, 8)}`,
                    ),
                },
            ],
            "privateLinkServiceConnections[].type":
                "Microsoft.Network/privateEndpoints/privateLinkServiceConnections",
        },
        unset: "applicationSecurityGroups extendedLocation location privateLinkServiceConnections subnet tags",
    },
    "azure-native:network:PrivateDnsZoneGroup": {
        path: `${NETWORK}/privateEndpoints/{privateEndpointName}/privateDnsZoneGroups/{privateDnsZoneGroupName}`,
        outputs: { "privateDnsZoneConfigs[].recordSets": [] },
        unset: "privateDnsZoneConfigs",
    },
    "azure-native:privatedns:PrivateZone": {
        path: `${NETWORK}/privateDnsZones/{privateZoneName}`,
        outputs: {
            internalId: ({ id }) => Buffer.from(`Immutable;${guid(id)};0`).toString("base64"),
            maxNumberOfRecordSets: 25_000,
            maxNumberOfVirtualNetworkLinks: 1_000,
            maxNumberOfVirtualNetworkLinksWithRegistration: 100,
            // The start of authority.
            numberOfRecordSets: 1,
            numberOfVirtualNetworkLinks: 0,
            numberOfVirtualNetworkLinksWithRegistration: 0,
        },
        unset: "location tags",
    },
    "azure-native:privatedns:VirtualNetworkLink": {
        path: `${NETWORK}/privateDnsZones/{privateZoneName}/virtualNetworkLinks/{virtualNetworkLinkName}`,
        immutable: ["virtualNetwork"],
        outputs: {
            registrationEnabled: false,
            resolutionPolicy: "Default",
            virtualNetworkLinkState: "Completed",
        },
        unset: "location tags virtualNetwork",
    },
};

/** The rules below all others that every group has. */
function defaultSecurityRules(): ArmType["outputs"][string] {
    const rule = (
        name: string,
        direction: "Inbound" | "Outbound",
        priority: number,
        access: "Allow" | "Deny",
        sourceAddressPrefix: string,
        destinationAddressPrefix: string,
    ) => ({
        name,
        direction,
        priority,
        access,
        protocol: "*",
        sourcePortRange: "*",
        sourceAddressPrefix,
        destinationPortRange: "*",
        destinationAddressPrefix,
        provisioningState: "Succeeded",
    });
    const [network, any] = ["VirtualNetwork", "*"];
    return [
        rule("AllowVnetInBound", "Inbound", 65_000, "Allow", network, network),
        rule("AllowAzureLoadBalancerInBound", "Inbound", 65_001, "Allow", "AzureLoadBalancer", any),
        rule("DenyAllInBound", "Inbound", 65_500, "Deny", any, any),
        rule("AllowVnetOutBound", "Outbound", 65_000, "Allow", network, network),
        rule("AllowInternetOutBound", "Outbound", 65_001, "Allow", any, "Internet"),
        rule("DenyAllOutBound", "Outbound", 65_500, "Deny", any, any),
    ];
}
