import * as pulumi from "@pulumi/pulumi";
import { UserAssignedIdentity } from "../azure";
import { type AzureScope, resourceGroupId } from "../azure-scope";
import { customRole } from "../identity/custom-role";
import { assignRole, type RoleArgs } from "../identity/role";
import type { CustomerKey } from "../key-vault/customer-key";
import type { PlatformNames } from "../naming";
import type { ClusterNetwork } from "../network/network";
import type { DiskEncryption } from "./disk-encryption";

export interface ClusterIdentitiesArgs extends AzureScope {
    readonly names: PlatformNames;
    readonly subscriptionId: string;
    readonly network: Omit<ClusterNetwork, "outboundType">;

    /** Key that Kubernetes' secrets are encrypted with. */
    readonly etcdKey: CustomerKey;

    /** What the cluster's disks are encrypted with, by kind of disk. */
    readonly encryptions: Readonly<Record<string, DiskEncryption>>;

    /** Azure resource id of the registry that the nodes pull from. */
    readonly registryId: pulumi.Input<string>;
}

/**
 * Who the control plane and the nodes are in Azure, and all that they may do there. AKS tries each right at once: the
 * cluster depends on this component.
 */
export class ClusterIdentities extends pulumi.ComponentResource {
    public readonly controlPlane: UserAssignedIdentity;

    /** Of the nodes: with it they pull images. */
    public readonly kubelet: UserAssignedIdentity;

    constructor(name: string, args: ClusterIdentitiesArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:cluster:ClusterIdentities", name, {}, opts);
        const { names, resourceGroupName, location, tags, subscriptionId, network, etcdKey } = args;

        const identity = (suffix: string, resourceName: string) =>
            new UserAssignedIdentity(
                `${name}-${suffix}`,
                { resourceName, resourceGroupName, location, tags },
                { parent: this },
            );
        this.controlPlane = identity("control-plane", names.clusterIdentity);
        this.kubelet = identity("kubelet", names.kubeletIdentity);

        const roles = {
            scope: resourceGroupId(subscriptionId, resourceGroupName),
            subscriptionId,
        };
        const joinsSubnets = customRole(
            `${name}-network`,
            {
                ...roles,
                roleName: names.clusterNetworkRole,
                description:
                    "Plan de contrôle AKS : raccorder machines et répartiteurs de charge à un sous-réseau.",
                actions: [
                    "Microsoft.Network/virtualNetworks/subnets/read",
                    "Microsoft.Network/virtualNetworks/subnets/join/action",
                    "Microsoft.Network/virtualNetworks/subnets/joinLoadBalancer/action",
                ],
            },
            this,
        );
        const reachesVault = customRole(
            `${name}-vault`,
            {
                ...roles,
                roleName: names.clusterVaultRole,
                description:
                    "Plan de contrôle AKS : approuver son propre point de terminaison privé vers le coffre.",
                actions: [
                    "Microsoft.KeyVault/vaults/read",
                    "Microsoft.KeyVault/vaults/privateEndpointConnectionsApproval/action",
                ],
            },
            this,
        );

        const controlPlane = {
            principalId: this.controlPlane.principalId,
            identityName: names.clusterIdentity,
        };
        const kubelet = { principalId: this.kubelet.principalId, identityName: names.kubeletIdentity };
        const grant = (suffix: string, given: Omit<RoleArgs, "subscriptionId">) =>
            assignRole(`${name}-${suffix}`, { ...given, subscriptionId }, this);

        grant("nodes-subnet", {
            ...controlPlane,
            role: joinsSubnets,
            scope: network.nodesSubnetId,
            scopeName: names.nodesSubnet,
        });
        grant("api-server-subnet", {
            ...controlPlane,
            role: joinsSubnets,
            scope: network.apiServerSubnetId,
            scopeName: names.apiServerSubnet,
        });
        if (network.routeTableId !== undefined) {
            const writesRoutes = customRole(
                `${name}-routes`,
                {
                    ...roles,
                    roleName: names.clusterRoutesRole,
                    description:
                        "Plan de contrôle AKS : lire la table de routage des nœuds et y écrire des routes.",
                    actions: [
                        "Microsoft.Network/routeTables/read",
                        "Microsoft.Network/routeTables/routes/read",
                        "Microsoft.Network/routeTables/routes/write",
                    ],
                },
                this,
            );
            grant("route-table", {
                ...controlPlane,
                role: writesRoutes,
                scope: network.routeTableId,
                scopeName: names.egressRoutes,
            });
        }
        grant("kubelet-operator", {
            ...controlPlane,
            role: "managedIdentityOperator",
            scope: this.kubelet.id,
            scopeName: names.kubeletIdentity,
        });
        grant("etcd-key", {
            ...controlPlane,
            role: "keyVaultCryptoUser",
            scope: etcdKey.id,
            scopeName: etcdKey.uri,
        });
        grant("vault-endpoint", {
            ...controlPlane,
            role: reachesVault,
            scope: etcdKey.vaultId,
            scopeName: names.vault,
        });
        for (const [kind, { setId, setName }] of Object.entries(args.encryptions)) {
            grant(`${kind}-encryption`, {
                ...controlPlane,
                role: "reader",
                scope: setId,
                scopeName: setName,
            });
        }
        grant("pull", { ...kubelet, role: "acrPull", scope: args.registryId, scopeName: names.registry });

        this.registerOutputs({});
    }
}
