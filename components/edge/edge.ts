import * as pulumi from "@pulumi/pulumi";
import { ApplicationGateway, UserAssignedIdentity } from "../azure";
import { type AzureScope, resourceGroupId } from "../azure-scope";
import { assignRole } from "../identity/role";
import { auditLog } from "../logging/audit-log";
import type { PlatformNames } from "../naming";
import { type DdosProtection, publicAddress } from "../network/public-address";
import { gatewayPlace, gatewaySettings } from "./gateway-settings";
import { meshEntry } from "./mesh-entry";
import { privateHost } from "./private-host";
import { wafPolicy } from "./waf-policy";

export interface EdgeArgs extends AzureScope {
    readonly names: PlatformNames;
    readonly subscriptionId: string;

    /** Public name of the platform. */
    readonly host: string;

    /** Name of the certificate made out to it, which is in the Key Vault before the edge is made. */
    readonly certificate: string;

    /** Names that the network alone knows, each by what it is for, such as "administration". */
    readonly privateHosts: Readonly<Record<string, string>>;

    /** Most instances that the application gateway grows to, from 2 on. */
    readonly maxInstances: number;

    readonly ddosProtection: DdosProtection;

    /** Address of the mesh's internal ingress, in the nodes' subnet. */
    readonly ingressIp: string;

    /** Subnet of the application gateway. */
    readonly subnetId: pulumi.Input<string>;

    /** Azure resource id of the network. */
    readonly virtualNetworkId: pulumi.Input<string>;

    /** Azure resource id of the Key Vault. */
    readonly vaultId: pulumi.Input<string>;

    /** Workspace that keeps the audit log. */
    readonly workspaceId: pulumi.Input<string>;
}

/**
 * The only way in for the public (Bastion's address, where there is one, accepts administrators): an application
 * gateway with its web application firewall, TLS 1.3 alone towards browsers. Inwards it speaks TLS too: 1.3 where the
 * other side does, 1.2 at least, which no setting of the gateway changes; so the server behind the mesh accepts 1.3 only.
 * The private hosts go past it: operators' machines reach the mesh itself.
 */
export class Edge extends pulumi.ComponentResource {
    /** Public address. */
    public readonly address: pulumi.Output<string | undefined>;

    constructor(name: string, args: EdgeArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:edge:Edge", name, {}, opts);
        const { names, resourceGroupName, location, tags, subscriptionId, workspaceId } = args;
        const scope = { resourceGroupName, location, tags };
        const group = resourceGroupId(subscriptionId, resourceGroupName);

        const identity = new UserAssignedIdentity(
            name,
            { ...scope, resourceName: names.edgeIdentity },
            { parent: this },
        );
        const role = assignRole(
            `${name}-role`,
            {
                role: "keyVaultSecretsUser",
                // A certificate and its key are read as the secret of the same name.
                scope: pulumi.interpolate`${args.vaultId}/secrets/${args.certificate}`,
                principalId: identity.principalId,
                subscriptionId,
                identityName: names.edgeIdentity,
                scopeName: `${names.vault}/secrets/${args.certificate}`,
            },
            this,
        );
        const address = publicAddress(
            `${name}-address`,
            {
                ...scope,
                publicIpAddressName: names.edgeAddress,
                ddosProtection: args.ddosProtection,
                workspaceId,
            },
            this,
        );
        const waf = wafPolicy(`${name}-waf`, { ...scope, policyName: names.edgeWafPolicy }, this);
        const mesh = meshEntry(
            `${name}-mesh`,
            { subnetName: names.nodesSubnet, ingressIp: args.ingressIp },
            this,
        );
        const gateway = new ApplicationGateway(
            name,
            {
                ...scope,
                ...gatewaySettings({
                    ...args,
                    gatewayId: `${group}/providers/Microsoft.Network/applicationGateways/${names.edge}`,
                }),
                ...gatewayPlace(args.subnetId, address.id),
                firewallPolicy: { id: waf.id },
                identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
            },
            // Azure refuses a gateway whose identity cannot read the certificate yet, and rights take minutes to spread:
            // the load balancer in between gives them some.
            { parent: this, dependsOn: [role, mesh] },
        );
        auditLog(
            `${name}-audit`,
            { service: "applicationGateway", resourceId: gateway.id, workspaceId },
            this,
        );

        for (const [purpose, host] of Object.entries(args.privateHosts)) {
            privateHost(
                `${name}-${purpose}`,
                {
                    resourceGroupName,
                    tags,
                    host,
                    address: args.ingressIp,
                    virtualNetworkId: args.virtualNetworkId,
                },
                this,
            );
        }

        this.address = address.ipAddress;
        this.registerOutputs({ address: this.address });
    }
}
