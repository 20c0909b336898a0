import * as pulumi from "@pulumi/pulumi";
import { AzureFirewall, FirewallPolicy, FirewallPolicyRuleCollectionGroup, RouteTable } from "../azure";
import type { AzureScope } from "../azure-scope";
import { auditLog } from "../logging/audit-log";
import type { PlatformNames } from "../naming";
import type { AddressPlan } from "./address-plan";
import type { Egress } from "./egress";
import { egressRules } from "./egress-rules";
import { type DdosProtection, publicAddress } from "./public-address";

export interface FirewallEgressArgs extends AzureScope {
    readonly names: PlatformNames;

    /** Azure resource id of the subnet AzureFirewallSubnet. */
    readonly subnetId: pulumi.Input<string>;

    readonly plan: AddressPlan;

    /** Host outside that expects the alerts' heartbeat. */
    readonly heartbeatHost: string;

    readonly ddosProtection: DdosProtection;

    /** Workspace that keeps the log of what went out and of what was refused. */
    readonly workspaceId: pulumi.Input<string>;
}

/**
 * A way out to named hosts alone; nothing comes in by it. The firewall reads the host's name in the TLS handshake and
 * opens no encrypted traffic: its intrusion detection sees what is in the clear.
 */
export class FirewallEgress extends pulumi.ComponentResource implements Egress {
    public readonly address: Egress["address"];
    public readonly outboundType = "userDefinedRouting";
    public readonly way: Egress["way"];

    constructor(name: string, args: FirewallEgressArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:network:FirewallEgress", name, {}, opts);
        const { names, resourceGroupName, location, tags, workspaceId } = args;
        const scope: AzureScope = { resourceGroupName, location, tags };

        const address = publicAddress(
            `${name}-address`,
            {
                ...scope,
                publicIpAddressName: names.egressAddress,
                ddosProtection: args.ddosProtection,
                workspaceId,
            },
            this,
        );
        const policy = new FirewallPolicy(
            `${name}-policy`,
            {
                ...scope,
                firewallPolicyName: names.firewallPolicy,
                // Intrusion detection is Premium's.
                sku: { tier: "Premium" },
                threatIntelMode: "Deny",
                intrusionDetection: { mode: "Deny" },
            },
            { parent: this },
        );
        const rules = new FirewallPolicyRuleCollectionGroup(
            `${name}-rules`,
            {
                ruleCollectionGroupName: "egress",
                firewallPolicyName: names.firewallPolicy,
                resourceGroupName,
                priority: 100,
                ruleCollections: [egressRules(args.plan.subnets, args.heartbeatHost)],
            },
            { parent: this, dependsOn: policy },
        );
        const firewall = new AzureFirewall(
            name,
            {
                ...scope,
                azureFirewallName: names.firewall,
                sku: { name: "AZFW_VNet", tier: "Premium" },
                firewallPolicy: { id: policy.id },
                ipConfigurations: [
                    {
                        name: "egress",
                        subnet: { id: args.subnetId },
                        publicIPAddress: { id: address.id },
                    },
                ],
                zones: ["1", "2", "3"],
            },
            // Azure refuses to change a policy while a firewall takes it up.
            { parent: this, dependsOn: rules },
        );
        auditLog(`${name}-audit`, { service: "firewall", resourceId: firewall.id, workspaceId }, this);
        const routes = new RouteTable(
            `${name}-routes`,
            {
                ...scope,
                routeTableName: names.egressRoutes,
                // No way past the firewall by a gateway that announces routes.
                disableBgpRoutePropagation: true,
                routes: [
                    {
                        name: "internet",
                        addressPrefix: "0.0.0.0/0",
                        nextHopType: "VirtualAppliance",
                        nextHopIpAddress: privateAddressOf(firewall, names.firewall),
                    },
                ],
            },
            { parent: this },
        );

        this.address = address.ipAddress;
        this.way = { routeTable: { id: routes.id } };
        this.registerOutputs({ address: this.address });
    }
}

function privateAddressOf({ ipConfigurations }: AzureFirewall, firewallName: string): pulumi.Output<string> {
    return ipConfigurations.apply((configurations) => {
        const address = configurations?.[0]?.privateIPAddress;
        if (address === undefined) {
            throw new pulumi.RunError(`${firewallName}: expected a private IP address, got none`);
        }
        return address;
    });
}
