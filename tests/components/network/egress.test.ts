import * as assert from "node:assert/strict";
import type { Network } from "../../../components/network/network";
import { all, only } from "../../support/recorder";
import { scope } from "../../support/scope";
import { azure, large, publicAddress, record, small, valueOf } from "./sample";

const NODES = "10.40.0.0/22";
const RUNNERS = "10.40.6.0/27";

describe("the way out of the network", () => {
    describe("of a small stack", () => {
        let network: Network;

        beforeEach(async () => {
            network = await record(small);
        });

        it("leads its nodes out by a NAT gateway with one known address", async () => {
            assert.deepEqual(only(azure("NatGateway")).inputs, {
                ...scope,
                natGatewayName: "ng-aplus-egress-dev-frc",
                sku: { name: "Standard" },
                publicIpAddresses: [{ id: "network-egress-address-id" }],
            });
            assert.deepEqual(only(azure("PublicIPAddress")).inputs, {
                ...publicAddress,
                publicIpAddressName: "pip-aplus-egress-dev-frc",
                ddosSettings: { protectionMode: "Disabled" },
            });
            assert.equal(network.cluster.outboundType, "userAssignedNATGateway");
            assert.equal(await valueOf(network.egressAddress), "192.0.2.1");
        });
    });

    it("leaves the NAT gateway's address as it is, which Azure protects in no plan", async () => {
        await record({ ...small, ddosProtection: "network" });
        assert.deepEqual(only(azure("PublicIPAddress")).inputs.ddosSettings, { protectionMode: "Disabled" });
    });

    describe("of a large stack", () => {
        let network: Network;

        beforeEach(async () => {
            network = await record(large);
        });

        it("leads its nodes and runners out through the firewall alone", async () => {
            assert.deepEqual(only(azure("RouteTable")).inputs, {
                ...scope,
                routeTableName: "rt-aplus-egress-dev-frc",
                disableBgpRoutePropagation: true,
                routes: [
                    {
                        name: "internet",
                        addressPrefix: "0.0.0.0/0",
                        nextHopType: "VirtualAppliance",
                        nextHopIpAddress: "10.40.5.4",
                    },
                ],
            });
            for (const name of ["network-nodes", "network-runners"]) {
                const { inputs } = only(azure("Subnet"), name);
                assert.deepEqual(inputs.routeTable, { id: "network-egress-routes-id" }, name);
                assert.equal(inputs.natGateway, undefined, name);
            }
            const { routeTableId } = network.cluster;
            assert.ok(routeTableId);
            assert.equal(await valueOf(routeTableId), "network-egress-routes-id");
            assert.equal(network.cluster.outboundType, "userDefinedRouting");
            assert.deepEqual(all(azure("NatGateway")), []);
        });

        it("has a firewall in each zone that refuses known attackers and intrusions", () => {
            assert.deepEqual(only(azure("FirewallPolicy")).inputs, {
                ...scope,
                firewallPolicyName: "afwp-aplus-egress-dev-frc",
                sku: { tier: "Premium" },
                threatIntelMode: "Deny",
                intrusionDetection: { mode: "Deny" },
            });
            assert.deepEqual(only(azure("AzureFirewall")).inputs, {
                ...scope,
                azureFirewallName: "afw-aplus-egress-dev-frc",
                sku: { name: "AZFW_VNet", tier: "Premium" },
                firewallPolicy: { id: "network-egress-policy-id" },
                ipConfigurations: [
                    {
                        name: "egress",
                        subnet: { id: "network-firewall-id" },
                        publicIPAddress: { id: "network-egress-address-id" },
                    },
                ],
                zones: ["1", "2", "3"],
            });
        });

        it("lets nodes and runners go to these hosts alone, and nobody come in", () => {
            const { priority, ruleCollections } = only(azure("FirewallPolicyRuleCollectionGroup")).inputs;
            assert.equal(priority, 100);
            const [collection, ...others] = ruleCollections as Record<string, unknown>[];
            assert.deepEqual(others, []);
            const { rules, ...kind } = collection ?? {};
            assert.deepEqual(kind, {
                ruleCollectionType: "FirewallPolicyFilterRuleCollection",
                name: "hosts",
                priority: 100,
                action: { type: "Allow" },
            });
            const written = rules as { description: string }[];
            assert.deepEqual(
                written.map(({ description, ...rule }) => ({ ...rule, described: description.length > 20 })),
                (
                    [
                        ["aks", NODES, { fqdnTags: ["AzureKubernetesService"] }],
                        ["entra-login", NODES, { targetFqdns: ["login.microsoftonline.com"] }],
                        [
                            "azure-policy",
                            NODES,
                            {
                                targetFqdns: [
                                    "data.policy.core.windows.net",
                                    "store.policy.core.windows.net",
                                ],
                            },
                        ],
                        ["defender", NODES, { targetFqdns: ["*.cloud.defender.microsoft.com"] }],
                        ["alert-messages", NODES, { targetFqdns: ["slack.com"] }],
                        ["alert-calls", NODES, { targetFqdns: ["events.eu.pagerduty.com"] }],
                        ["alert-heartbeat", NODES, { targetFqdns: ["heartbeat.example"] }],
                        [
                            "operations",
                            RUNNERS,
                            { targetFqdns: ["management.azure.com", "login.microsoftonline.com"] },
                        ],
                    ] as const
                ).map(([name, range, hosts]) => ({
                    ruleType: "ApplicationRule",
                    name,
                    described: true,
                    sourceAddresses: [range],
                    protocols: [{ protocolType: "Https", port: 443 }],
                    ...hosts,
                })),
            );
        });
    });
});
