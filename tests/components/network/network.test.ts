import * as assert from "node:assert/strict";
import type { Network } from "../../../components/network/network";
import { securityRules } from "../../../components/network/security-rules";
import { rules } from "../../../policies/catalogue";
import { evaluate } from "../../support/evaluate";
import { all, only, recorded } from "../../support/recorder";
import { scope } from "../../support/scope";
import { azure, large, record, small, valueOf } from "./sample";

/** What is common to every subnet. */
const subnet = {
    virtualNetworkName: "vnet-aplus-core-dev-frc",
    resourceGroupName: scope.resourceGroupName,
    defaultOutboundAccess: false,
    privateEndpointNetworkPolicies: "NetworkSecurityGroupEnabled",
    // The package's own default.
    privateLinkServiceNetworkPolicies: "Enabled",
};

describe("Network", () => {
    describe("of a small stack", () => {
        let network: Network;

        beforeEach(async () => {
            network = await record(small);
        });

        it("is encrypted, and without a plan against floods", () => {
            assert.deepEqual(only(azure("VirtualNetwork")).inputs, {
                ...scope,
                virtualNetworkName: "vnet-aplus-core-dev-frc",
                addressSpace: { addressPrefixes: ["10.40.0.0/16"] },
                encryption: { enabled: true, enforcement: "AllowUnencrypted" },
                enableDdosProtection: false,
                // The package's own default.
                enableVmProtection: false,
            });
            assert.deepEqual(all(azure("DdosProtectionPlan")), []);
        });

        it("has its subnets closed by default, the nodes' one last", () => {
            const guarded = (key: string) => ({ networkSecurityGroup: { id: `network-${key}-security-id` } });
            const service = (serviceName: string) => ({ delegations: [{ name: "service", serviceName }] });
            assert.deepEqual(
                all(azure("Subnet")).map(({ inputs }) => inputs),
                [
                    {
                        ...subnet,
                        subnetName: "snet-aplus-edge-dev-frc",
                        addressPrefix: "10.40.4.0/24",
                        ...guarded("edge"),
                    },
                    {
                        ...subnet,
                        subnetName: "snet-aplus-endpoints-dev-frc",
                        addressPrefix: "10.40.5.128/26",
                        ...guarded("endpoints"),
                    },
                    {
                        ...subnet,
                        subnetName: "snet-aplus-database-dev-frc",
                        addressPrefix: "10.40.5.192/27",
                        ...guarded("database"),
                        ...service("Microsoft.DBforMySQL/flexibleServers"),
                    },
                    {
                        ...subnet,
                        subnetName: "snet-aplus-apiserver-dev-frc",
                        addressPrefix: "10.40.5.224/27",
                        ...guarded("apiServer"),
                        ...service("Microsoft.ContainerService/managedClusters"),
                    },
                    {
                        ...subnet,
                        subnetName: "snet-aplus-runners-dev-frc",
                        addressPrefix: "10.40.6.0/27",
                        ...guarded("runners"),
                        natGateway: { id: "network-egress-id" },
                    },
                    {
                        ...subnet,
                        subnetName: "snet-aplus-nodes-dev-frc",
                        addressPrefix: "10.40.0.0/22",
                        ...guarded("nodes"),
                        natGateway: { id: "network-egress-id" },
                    },
                ],
            );
        });

        it("gives each security group its own rules", () => {
            const { nodes, apiServer, endpoints, database, edge, runners } = securityRules(small);
            assert.deepEqual(
                Object.fromEntries(
                    all(azure("NetworkSecurityGroup")).map(({ inputs }) => [
                        inputs.networkSecurityGroupName,
                        inputs.securityRules,
                    ]),
                ),
                {
                    "nsg-aplus-nodes-dev-frc": nodes,
                    "nsg-aplus-apiserver-dev-frc": apiServer,
                    "nsg-aplus-endpoints-dev-frc": endpoints,
                    "nsg-aplus-database-dev-frc": database,
                    "nsg-aplus-edge-dev-frc": edge,
                    "nsg-aplus-runners-dev-frc": runners,
                },
            );
        });

        it("has neither firewall nor Bastion", () => {
            for (const type of ["AzureFirewall", "RouteTable", "BastionHost"]) {
                assert.deepEqual(all(azure(type)), [], type);
            }
        });

        it("tells where things go", async () => {
            const { privateEndpoints, cluster, edgeSubnetId, virtualNetworkId } = network;
            assert.equal(await valueOf(virtualNetworkId), "network-id");
            assert.equal(await valueOf(edgeSubnetId), "network-edge-id");
            assert.equal(await valueOf(privateEndpoints.subnetId), "network-endpoints-id");
            assert.equal(await valueOf(privateEndpoints.zoneIds.vault), "network-dns-vault-id");
            assert.equal(await valueOf(cluster.nodesSubnetId), "network-nodes-id");
            assert.equal(await valueOf(cluster.apiServerSubnetId), "network-apiServer-id");
            assert.equal(cluster.routeTableId, undefined);
        });
    });

    describe("of a large stack", () => {
        beforeEach(() => record(large));

        it("is protected against floods by a plan, and with it each public address", () => {
            const { inputs } = only(azure("VirtualNetwork"));
            assert.equal(inputs.enableDdosProtection, true);
            assert.deepEqual(inputs.ddosProtectionPlan, { id: "network-ddos-id" });
            assert.deepEqual(only(azure("DdosProtectionPlan")).inputs, {
                ...scope,
                ddosProtectionPlanName: "ddos-aplus-core-dev-frc",
            });
            assert.deepEqual(
                all(azure("PublicIPAddress")).map(({ inputs: address }) => address.ddosSettings),
                Array(2).fill({ protectionMode: "VirtualNetworkInherited" }),
            );
        });

        it("has the subnets that Azure names, the firewall's without a security group", () => {
            const { inputs: firewall } = only(azure("Subnet"), "network-firewall");
            assert.deepEqual(firewall, {
                ...subnet,
                subnetName: "AzureFirewallSubnet",
                addressPrefix: "10.40.5.0/26",
            });
            const { inputs: bastion } = only(azure("Subnet"), "network-bastion");
            assert.deepEqual(bastion, {
                ...subnet,
                subnetName: "AzureBastionSubnet",
                addressPrefix: "10.40.5.64/26",
                networkSecurityGroup: { id: "network-bastion-security-id" },
            });
        });

        it("lets administrators tunnel, and copy nothing", () => {
            assert.deepEqual(only(azure("BastionHost")).inputs, {
                ...scope,
                bastionHostName: "bas-aplus-core-dev-frc",
                sku: { name: "Standard" },
                enableTunneling: true,
                disableCopyPaste: true,
                enableFileCopy: false,
                enableShareableLink: false,
                enableIpConnect: false,
                // The package's own defaults.
                enableKerberos: false,
                enablePrivateOnlyBastion: false,
                enableSessionRecording: false,
                scaleUnits: 2,
                ipConfigurations: [
                    {
                        name: "bastion",
                        subnet: { id: "network-bastion-id" },
                        publicIPAddress: { id: "network-bastion-host-address-id" },
                    },
                ],
            });
        });
    });

    for (const [size, args] of Object.entries({ small, large })) {
        describe(`of any stack, such as a ${size} one,`, () => {
            beforeEach(() => record(args));

            it("logs whatever can be logged", () => {
                const audited = ["VirtualNetwork", "NetworkSecurityGroup", "PublicIPAddress"]
                    .concat("AzureFirewall", "BastionHost")
                    .flatMap((type) => all(azure(type)))
                    .map(({ name }) => `${name}-id`);
                const settings = all("azure-native:monitor:DiagnosticSetting").map(({ inputs }) => inputs);
                assert.deepEqual(settings.map(({ resourceUri }) => resourceUri).sort(), audited.sort());
                assert.ok(settings.every(({ workspaceId }) => workspaceId === "workspace"));
            });

            it("satisfies every rule of the policy packs that judges one resource", () => {
                const found = recorded().flatMap(({ type, name, inputs }) =>
                    rules
                        .filter((rule) => rule.kind === "resource")
                        .map((rule) => ({ rule: rule.id, name, ...evaluate(rule, type, inputs) }))
                        .filter(({ status }) => status === "violation" || status === "undecided"),
                );
                assert.deepEqual(found, []);
            });

            it("has every private DNS zone, linked to it", () => {
                const zones = [
                    "privatelink.vaultcore.azure.net",
                    "privatelink.azurecr.io",
                    "privatelink.blob.core.windows.net",
                    "privatelink.monitor.azure.com",
                    "privatelink.oms.opinsights.azure.com",
                    "privatelink.ods.opinsights.azure.com",
                    "privatelink.agentsvc.azure-automation.net",
                ];
                const { resourceGroupName, tags } = scope;
                const inputs = (type: string) =>
                    all(`azure-native:privatedns:${type}`).map((record) => record.inputs);
                assert.deepEqual(
                    inputs("PrivateZone"),
                    zones.map((privateZoneName) => ({
                        resourceGroupName,
                        location: "global",
                        tags,
                        privateZoneName,
                    })),
                );
                assert.deepEqual(
                    inputs("VirtualNetworkLink"),
                    zones.map((privateZoneName) => ({
                        resourceGroupName,
                        location: "global",
                        tags,
                        privateZoneName,
                        virtualNetworkLinkName: "network",
                        virtualNetwork: { id: "network-id" },
                        registrationEnabled: false,
                    })),
                );
            });
        });
    }
});
