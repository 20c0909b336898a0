import * as assert from "node:assert/strict";
import { Foundation } from "../../../components/foundation/foundation";
import { all, only, recorded, settled, startRecording } from "../../support/recorder";
import { names, scope, tags } from "../../support/scope";

const args = {
    ...scope,
    names,
    network: { addressSpace: "10.0.0.0/16", nodesSubnet: "10.0.0.0/22", endpointsSubnet: "10.0.4.0/26" },
    tenantId: "tenant",
    logRetentionDays: 180,
    protectData: false,
};

describe("Foundation", () => {
    let foundation: Foundation;

    beforeEach(async () => {
        await startRecording();
        foundation = new Foundation("foundation", args);
        await settled();
    });

    it("registers these resources and no other", () => {
        assert.deepEqual(
            recorded()
                .map(({ type, name }) => `${type.replace("azure-native:", "")} ${name}`)
                .sort(),
            [
                "keyvault:Vault foundation-vault",
                "monitor:DiagnosticSetting foundation-vault-audit",
                "network:NetworkSecurityGroup foundation-network-endpoints-security",
                "network:NetworkSecurityGroup foundation-network-nodes-security",
                "network:PrivateDnsZoneGroup foundation-vault-link-records",
                "network:PrivateEndpoint foundation-vault-link-endpoint",
                "network:Subnet foundation-network-endpoints",
                "network:Subnet foundation-network-nodes",
                "network:VirtualNetwork foundation-network",
                "operationalinsights:Workspace foundation-logs",
                "privatedns:PrivateZone foundation-vault-link",
                "privatedns:VirtualNetworkLink foundation-vault-link-network",
                "resources:ResourceGroup foundation",
            ],
        );
    });

    it("keeps the group in the region, with the mandatory tags", () => {
        assert.deepEqual(only("azure-native:resources:ResourceGroup").inputs, {
            resourceGroupName: "rg-aplus-core-dev-frc",
            location: "francecentral",
            tags,
        });
    });

    it("keeps the vault private, and its keys recoverable", () => {
        assert.deepEqual(only("azure-native:keyvault:Vault").inputs, {
            ...scope,
            vaultName: "kv-aplus-core-dev-frc",
            properties: {
                sku: { family: "A", name: "premium" },
                tenantId: "tenant",
                enableRbacAuthorization: true,
                enableSoftDelete: true,
                softDeleteRetentionInDays: 90,
                enablePurgeProtection: true,
                publicNetworkAccess: "Disabled",
                networkAcls: { bypass: "AzureServices", defaultAction: "Deny" },
                // The SDK's own defaults.
                enabledForDeployment: false,
                enabledForDiskEncryption: false,
                enabledForTemplateDeployment: false,
            },
        });
        assert.equal(foundation.vaultUri, "https://kv-aplus-core-dev-frc.vault.azure.net/");
    });

    it("keeps the logs private, for as long as it is told", () => {
        assert.deepEqual(only("azure-native:operationalinsights:Workspace").inputs, {
            ...scope,
            workspaceName: "log-aplus-core-dev-frc",
            sku: { name: "PerGB2018" },
            retentionInDays: 180,
            features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
            publicNetworkAccessForIngestion: "Disabled",
            publicNetworkAccessForQuery: "Disabled",
        });
    });

    it("gives each subnet a security group of its own", () => {
        assert.deepEqual(
            all("azure-native:network:Subnet").map(({ inputs }) => inputs),
            [
                {
                    subnetName: "snet-aplus-nodes-dev-frc",
                    virtualNetworkName: "vnet-aplus-core-dev-frc",
                    resourceGroupName: "rg-aplus-core-dev-frc",
                    addressPrefix: "10.0.0.0/22",
                    networkSecurityGroup: { id: "foundation-network-nodes-security-id" },
                    privateEndpointNetworkPolicies: "NetworkSecurityGroupEnabled",
                    privateLinkServiceNetworkPolicies: "Enabled",
                },
                {
                    subnetName: "snet-aplus-endpoints-dev-frc",
                    virtualNetworkName: "vnet-aplus-core-dev-frc",
                    resourceGroupName: "rg-aplus-core-dev-frc",
                    addressPrefix: "10.0.4.0/26",
                    networkSecurityGroup: { id: "foundation-network-endpoints-security-id" },
                    privateEndpointNetworkPolicies: "NetworkSecurityGroupEnabled",
                    privateLinkServiceNetworkPolicies: "Enabled",
                },
            ],
        );
    });

    it("refuses the Internet in each security group", () => {
        const groups = all("azure-native:network:NetworkSecurityGroup");
        assert.equal(groups.length, 2);
        for (const { inputs } of groups) {
            assert.deepEqual(inputs.securityRules, [
                {
                    name: "deny-internet-inbound",
                    priority: 4000,
                    direction: "Inbound",
                    access: "Deny",
                    protocol: "*",
                    sourceAddressPrefix: "Internet",
                    sourcePortRange: "*",
                    destinationAddressPrefix: "*",
                    destinationPortRange: "*",
                },
            ]);
        }
    });

    it("leads the vault's name to its private endpoint", () => {
        assert.equal(
            only("azure-native:privatedns:PrivateZone").inputs.privateZoneName,
            "privatelink.vaultcore.azure.net",
        );
        const endpoint = only("azure-native:network:PrivateEndpoint").inputs;
        assert.equal((endpoint.subnet as { id: string }).id, "foundation-network-endpoints-id");
        assert.deepEqual(endpoint.privateLinkServiceConnections, [
            { name: "vault", privateLinkServiceId: "foundation-vault-id", groupIds: ["vault"] },
        ]);
        assert.deepEqual(only("azure-native:network:PrivateDnsZoneGroup").inputs, {
            privateDnsZoneGroupName: "default",
            privateEndpointName: "pep-aplus-vault-dev-frc",
            resourceGroupName: "rg-aplus-core-dev-frc",
            privateDnsZoneConfigs: [{ name: "vault", privateDnsZoneId: "foundation-vault-link-id" }],
        });
    });

    it("sends the vault's audit log to the workspace", () => {
        assert.deepEqual(only("azure-native:monitor:DiagnosticSetting").inputs, {
            name: "audit",
            resourceUri: "foundation-vault-id",
            workspaceId: "foundation-logs-id",
            logs: [{ categoryGroup: "audit", enabled: true }],
        });
    });
});
