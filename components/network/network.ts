import * as pulumi from "@pulumi/pulumi";
import { NetworkSecurityGroup, Subnet, VirtualNetwork } from "../azure";
import type { AzureScope } from "../azure-scope";
import { IGNORED_CHANGES } from "../ignored-changes";
import type { PlatformNames } from "../naming";

export interface NetworkArgs extends AzureScope {
    readonly names: PlatformNames;

    /** CIDR of the virtual network. */
    readonly addressSpace: string;

    /** CIDR of the cluster's nodes, inside addressSpace. */
    readonly nodesSubnet: string;

    /** CIDR of the private endpoints, inside addressSpace. */
    readonly endpointsSubnet: string;
}

/** The virtual network and its subnets, each closed to the Internet by a security group of its own. */
export class Network extends pulumi.ComponentResource {
    /** Azure resource id of the virtual network. */
    public readonly virtualNetworkId: pulumi.Output<string>;

    /** Azure resource id of the nodes' subnet. */
    public readonly nodesSubnetId: pulumi.Output<string>;

    /** Azure resource id of the private endpoints' subnet. */
    public readonly endpointsSubnetId: pulumi.Output<string>;

    constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:foundation:Network", name, {}, opts);
        const { names } = args;

        const network = new VirtualNetwork(
            name,
            {
                virtualNetworkName: names.virtualNetwork,
                resourceGroupName: args.resourceGroupName,
                location: args.location,
                addressSpace: { addressPrefixes: [args.addressSpace] },
                tags: args.tags,
            },
            { parent: this, ignoreChanges: IGNORED_CHANGES.virtualNetwork },
        );
        const nodes = this.subnet(`${name}-nodes`, args, network, {
            subnetName: names.nodesSubnet,
            securityGroupName: names.nodesSecurityGroup,
            range: args.nodesSubnet,
        });
        const endpoints = this.subnet(
            `${name}-endpoints`,
            args,
            // Azure changes one subnet of a network at a time.
            nodes,
            {
                subnetName: names.endpointsSubnet,
                securityGroupName: names.endpointsSecurityGroup,
                range: args.endpointsSubnet,
            },
        );

        this.virtualNetworkId = network.id;
        this.nodesSubnetId = nodes.id;
        this.endpointsSubnetId = endpoints.id;
        this.registerOutputs({
            virtualNetworkId: this.virtualNetworkId,
            nodesSubnetId: this.nodesSubnetId,
            endpointsSubnetId: this.endpointsSubnetId,
        });
    }

    /** A subnet and its security group, made after `previous`. */
    private subnet(
        name: string,
        scope: NetworkArgs,
        previous: pulumi.Resource,
        args: { readonly subnetName: string; readonly securityGroupName: string; readonly range: string },
    ): Subnet {
        const { resourceGroupName, location, tags } = scope;
        const group = new NetworkSecurityGroup(
            `${name}-security`,
            {
                networkSecurityGroupName: args.securityGroupName,
                resourceGroupName,
                location,
                securityRules: [DENY_INTERNET],
                tags,
            },
            { parent: this },
        );
        return new Subnet(
            name,
            {
                subnetName: args.subnetName,
                virtualNetworkName: scope.names.virtualNetwork,
                resourceGroupName,
                addressPrefix: args.range,
                networkSecurityGroup: { id: group.id },
                privateEndpointNetworkPolicies: "NetworkSecurityGroupEnabled",
            },
            { parent: this, dependsOn: previous },
        );
    }
}

/** Azure's default rules refuse the Internet too, but out of sight: here it stands in the state and in audits. */
const DENY_INTERNET = {
    name: "deny-internet-inbound",
    priority: 4000,
    direction: "Inbound",
    access: "Deny",
    protocol: "*",
    sourceAddressPrefix: "Internet",
    sourcePortRange: "*",
    destinationAddressPrefix: "*",
    destinationPortRange: "*",
};
