import * as pulumi from "@pulumi/pulumi";
import { DdosProtectionPlan, VirtualNetwork } from "../azure";
import type { AzureScope } from "../azure-scope";
import { IGNORED_CHANGES } from "../ignored-changes";
import { auditLog } from "../logging/audit-log";
import type { PlatformNames } from "../naming";
import type { AddressPlan } from "./address-plan";
import { Bastion } from "./bastion";
import type { Egress } from "./egress";
import { FirewallEgress } from "./firewall";
import { NatEgress } from "./nat-gateway";
import { PrivateDns } from "./private-dns";
import type { PrivateEndpoints } from "./private-link";
import type { DdosProtection } from "./public-address";
import { securityRules } from "./security-rules";
import { Subnets } from "./subnets";

export interface NetworkArgs extends AzureScope {
    readonly names: PlatformNames;
    readonly plan: AddressPlan;

    /** The way out to the Internet: to named hosts alone, or to everywhere for far less money. */
    readonly egress: "firewall" | "natGateway";

    /** Host outside that expects the alerts' heartbeat. */
    readonly heartbeatHost: string;

    /** Public ranges from which administrators reach Azure Bastion; none, and there is no Bastion. */
    readonly administratorSources: readonly string[];

    readonly ddosProtection: DdosProtection;

    /** Who may reach the edge: public ranges, or "Internet". */
    readonly allowedSources: readonly string[];

    /** Workspace that keeps the audit logs. */
    readonly workspaceId: pulumi.Input<string>;
}

/** What the cluster must know of its network. */
export interface ClusterNetwork {
    /** Azure resource ids. */
    readonly nodesSubnetId: pulumi.Output<string>;
    readonly apiServerSubnetId: pulumi.Output<string>;

    readonly outboundType: Egress["outboundType"];

    /** Azure resource id of the nodes' route table, where there is one. */
    readonly routeTableId: pulumi.Output<string> | undefined;
}

/**
 * The virtual network: closed to the Internet but for the edge (and Bastion), its subnets closed to each other, with one
 * known way out and private ways to Azure's services.
 */
export class Network extends pulumi.ComponentResource {
    /** Azure resource id of the virtual network. */
    public readonly virtualNetworkId: pulumi.Output<string>;

    /** Azure resource id of the application gateway's subnet. */
    public readonly edgeSubnetId: pulumi.Output<string>;

    /** Azure resource id of the subnet kept for managed databases. */
    public readonly databaseSubnetId: pulumi.Output<string>;

    public readonly privateEndpoints: PrivateEndpoints;
    public readonly cluster: ClusterNetwork;

    /** Public address that the outside world sees the cluster come from. */
    public readonly egressAddress: pulumi.Output<string | undefined>;

    constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:network:Network", name, {}, opts);
        const { names, plan, ddosProtection, workspaceId, resourceGroupName, location, tags } = args;
        const scope: AzureScope = { resourceGroupName, location, tags };

        const ddosPlan =
            ddosProtection === "network"
                ? new DdosProtectionPlan(
                      `${name}-ddos`,
                      { ...scope, ddosProtectionPlanName: names.ddosPlan },
                      { parent: this },
                  )
                : undefined;
        const network = new VirtualNetwork(
            name,
            {
                ...scope,
                virtualNetworkName: names.virtualNetwork,
                addressSpace: { addressPrefixes: [plan.addressSpace] },
                // Azure does not offer yet to drop what comes unencrypted, from services that are no virtual machines.
                encryption: { enabled: true, enforcement: "AllowUnencrypted" },
                enableDdosProtection: ddosPlan !== undefined,
                ...(ddosPlan !== undefined && { ddosProtectionPlan: { id: ddosPlan.id } }),
            },
            { parent: this, ignoreChanges: IGNORED_CHANGES.virtualNetwork.properties },
        );
        auditLog(`${name}-audit`, { service: "virtualNetwork", resourceId: network.id, workspaceId }, this);
        const dns = new PrivateDns(
            `${name}-dns`,
            { resourceGroupName, tags, virtualNetworkId: network.id },
            { parent: this },
        );

        const subnets = new Subnets(
            name,
            { ...scope, names, plan, rules: securityRules(args), workspaceId },
            network,
            this,
        );
        const edge = subnets.add("edge");
        const endpoints = subnets.add("endpoints");
        const database = subnets.add("database");
        const apiServer = subnets.add("apiServer");
        const bastion = args.administratorSources.length > 0 ? subnets.add("bastion") : undefined;
        const egress =
            args.egress === "firewall"
                ? new FirewallEgress(
                      `${name}-egress`,
                      {
                          ...scope,
                          names,
                          subnetId: subnets.add("firewall").id,
                          plan,
                          heartbeatHost: args.heartbeatHost,
                          ddosProtection,
                          workspaceId,
                      },
                      { parent: this },
                  )
                : new NatEgress(`${name}-egress`, { ...scope, names, workspaceId }, { parent: this });
        // Last, when their way out exists: AKS asks for it before the first node.
        subnets.add("runners", egress.way);
        const nodes = subnets.add("nodes", egress.way);
        if (bastion !== undefined) {
            new Bastion(
                `${name}-bastion-host`,
                { ...scope, names, subnetId: bastion.id, ddosProtection, workspaceId },
                { parent: this, dependsOn: nodes },
            );
        }

        this.virtualNetworkId = network.id;
        this.edgeSubnetId = edge.id;
        this.databaseSubnetId = database.id;
        this.privateEndpoints = {
            // Known after the last subnet: Azure makes no endpoint while it changes another part of the network.
            subnetId: pulumi.all([endpoints.id, nodes.id]).apply(([id]) => id),
            zoneIds: dns.zoneIds,
        };
        this.cluster = {
            nodesSubnetId: nodes.id,
            apiServerSubnetId: apiServer.id,
            outboundType: egress.outboundType,
            routeTableId: egress.way.routeTable?.id,
        };
        this.egressAddress = egress.address;
        this.registerOutputs({
            virtualNetworkId: this.virtualNetworkId,
            edgeSubnetId: this.edgeSubnetId,
            databaseSubnetId: this.databaseSubnetId,
            egressAddress: this.egressAddress,
        });
    }
}
