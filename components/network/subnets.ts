import type * as pulumi from "@pulumi/pulumi";
import { NetworkSecurityGroup, Subnet } from "../azure";
import type { AzureScope } from "../azure-scope";
import { auditLog } from "../logging/audit-log";
import type { PlatformNames } from "../naming";
import type { AddressPlan, SubnetName } from "./address-plan";
import type { SubnetWay } from "./egress";
import type { SecurityRule } from "./security-rule";
import type { GuardedSubnet } from "./security-rules";

/** The services that a subnet is given to, and that nothing else can then be in. */
const DELEGATIONS: Readonly<Partial<Record<SubnetName, string>>> = {
    apiServer: "Microsoft.ContainerService/managedClusters",
    database: "Microsoft.DBforMySQL/flexibleServers",
};

const subnetNames = (names: PlatformNames): Readonly<Record<SubnetName, string>> => ({
    nodes: names.nodesSubnet,
    apiServer: names.apiServerSubnet,
    endpoints: names.endpointsSubnet,
    database: names.databaseSubnet,
    edge: names.edgeSubnet,
    runners: names.runnersSubnet,
    // These two names are Azure's.
    bastion: "AzureBastionSubnet",
    firewall: "AzureFirewallSubnet",
});

const securityGroupNames = (names: PlatformNames): Readonly<Record<GuardedSubnet, string>> => ({
    nodes: names.nodesSecurityGroup,
    apiServer: names.apiServerSecurityGroup,
    endpoints: names.endpointsSecurityGroup,
    database: names.databaseSecurityGroup,
    edge: names.edgeSecurityGroup,
    bastion: names.bastionSecurityGroup,
    runners: names.runnersSecurityGroup,
});

export interface SubnetsArgs extends AzureScope {
    readonly names: PlatformNames;
    readonly plan: AddressPlan;
    readonly rules: Readonly<Record<GuardedSubnet, SecurityRule[]>>;

    /** Workspace that keeps the log of what the security groups let through. */
    readonly workspaceId: pulumi.Input<string>;
}

/** Makes the subnets of a network one after another: Azure changes one at a time. */
export class Subnets {
    /** @param previous what the next subnet waits for; first the network. */
    constructor(
        private readonly name: string,
        private readonly args: SubnetsArgs,
        private previous: pulumi.Resource,
        private readonly parent: pulumi.Resource,
    ) {}

    /** Makes a subnet and the group that guards it. Without a way out its machines reach no Internet. */
    add(key: SubnetName, way: SubnetWay = {}): Subnet {
        const { names, plan, resourceGroupName } = this.args;
        const delegation = DELEGATIONS[key];
        const subnet = new Subnet(
            `${this.name}-${key}`,
            {
                subnetName: subnetNames(names)[key],
                virtualNetworkName: names.virtualNetwork,
                resourceGroupName,
                addressPrefix: plan.subnets[key],
                defaultOutboundAccess: false,
                // Private endpoints too keep to the security group.
                privateEndpointNetworkPolicies: "NetworkSecurityGroupEnabled",
                // Azure takes no security group in front of a firewall, which is one itself.
                ...(key !== "firewall" && { networkSecurityGroup: { id: this.securityGroup(key).id } }),
                ...(delegation !== undefined && {
                    delegations: [{ name: "service", serviceName: delegation }],
                }),
                ...way,
            },
            { parent: this.parent, dependsOn: this.previous },
        );
        this.previous = subnet;
        return subnet;
    }

    private securityGroup(key: GuardedSubnet): NetworkSecurityGroup {
        const { names, resourceGroupName, location, tags, workspaceId, rules } = this.args;
        const name = `${this.name}-${key}-security`;
        const group = new NetworkSecurityGroup(
            name,
            {
                networkSecurityGroupName: securityGroupNames(names)[key],
                resourceGroupName,
                location,
                securityRules: rules[key],
                tags,
            },
            { parent: this.parent },
        );
        auditLog(
            `${name}-audit`,
            { service: "securityGroup", resourceId: group.id, workspaceId },
            this.parent,
        );
        return group;
    }
}
