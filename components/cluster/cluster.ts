import * as pulumi from "@pulumi/pulumi";
import { ManagedCluster } from "../azure";
import { asGiven } from "../as-given";
import type { AzureScope } from "../azure-scope";
import { IGNORED_CHANGES } from "../ignored-changes";
import type { CustomerKeys } from "../key-vault/customer-key";
import { Provider } from "../kubernetes/api";
import type { NodePool } from "../kubernetes/placement";
import { auditLog } from "../logging/audit-log";
import type { PlatformNames } from "../naming";
import type { AddressPlan } from "../network/address-plan";
import type { ClusterNetwork } from "../network/network";
import { ClusterIdentities } from "./cluster-identities";
import { CLUSTER_SETTINGS, POD_NETWORK } from "./cluster-settings";
import { DiskEncryption } from "./disk-encryption";
import { type KubeLogin, kubeconfigOf } from "./kubeconfig";
import { type MaintenanceArgs, maintenanceWindows } from "./maintenance";
import { HARDENED_NODES } from "./hardened-nodes";
import { type NodePoolArgs, nodePools } from "./node-pools";
import { priorities } from "./priorities";
import { STORAGE_CLASSES, zoneRedundantStorage } from "./storage";

/** Revisions of the Istio add-on, such as asm-1-30. */
export interface MeshRevisions {
    /** That pods join. */
    readonly revision: string;

    /** During an upgrade, the one that they leave: it stays until they have. */
    readonly previous?: string | undefined;
}

export interface ClusterArgs extends AzureScope {
    readonly names: PlatformNames;
    readonly subscriptionId: string;
    readonly tenantId: string;

    /** Kubernetes minor version, such as 1.35. */
    readonly kubernetesVersion: string;

    readonly mesh: MeshRevisions;

    readonly maintenance: MaintenanceArgs;

    /** Object ids of the Entra groups that administer the cluster. */
    readonly adminGroups: readonly string[];

    /** How kubelogin signs in when Pulumi talks to the cluster. */
    readonly kubeLogin: KubeLogin;

    /**
     * Nodes for the cluster's own pods. Read when the cluster is created: Azure has no update of pools by way of their
     * cluster, so a later change, and their Kubernetes version, is made with `az aks nodepool` and read back by
     * `pulumi refresh`, whose order of pools is to be looked at (docs/adr/0004).
     */
    readonly systemPool: { readonly vmSize: string; readonly count: number };

    /** Nodes for the platform's pods. */
    readonly nodePools: Readonly<Record<NodePool, NodePoolArgs>>;

    readonly plan: Pick<AddressPlan, "podCidr" | "serviceCidr" | "dnsServiceIp">;
    readonly network: ClusterNetwork;

    /** Azure resource id of the vault that holds the keys. */
    readonly vaultId: pulumi.Input<string>;
    readonly keys: Pick<CustomerKeys, "disks" | "database" | "etcd">;

    /** Azure resource id of the registry that the nodes pull from. */
    readonly registryId: pulumi.Input<string>;

    /** Workspace that keeps the audit log and what Defender sees. */
    readonly workspaceId: pulumi.Input<string>;

    /** Whether Pulumi refuses to delete the cluster, whose disks hold the data. */
    readonly protectData: boolean;
}

/**
 * The private Kubernetes cluster: Entra identities only, no way in from the Internet, every pod's traffic under policy,
 * its secrets and disks under keys of the platform.
 */
export class Cluster extends pulumi.ComponentResource {
    /** Azure resource id, known once its pools and windows are made: whatever takes it is replaced along with these. */
    public readonly clusterId: pulumi.Output<string>;

    /** Issuer URL of the service accounts' tokens, for federated credentials. */
    public readonly oidcIssuerUrl: pulumi.Output<string>;

    /** Deploys into the cluster once its nodes are there. */
    public readonly kubernetes: Provider;

    /** Names of the classes of disks: for the database, and for everything else. */
    public readonly storageClasses = STORAGE_CLASSES;

    constructor(name: string, args: ClusterArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:cluster:Cluster", name, {}, opts);
        const { names, resourceGroupName, location, tags, subscriptionId, protectData, network, keys } = args;
        const scope: AzureScope = { resourceGroupName, location, tags };

        const disks = new DiskEncryption(
            `${name}-disks`,
            {
                ...scope,
                setName: names.disksEncryption,
                identityName: names.disksIdentity,
                subscriptionId,
                key: keys.disks,
                // Of the nodes' own ephemeral disks too, for which Azure documents no second layer.
                encryptionType: "EncryptionAtRestWithCustomerKey",
                protectData,
            },
            { parent: this },
        );
        const databaseDisks = new DiskEncryption(
            `${name}-database-disks`,
            {
                ...scope,
                setName: names.databaseEncryption,
                identityName: names.databaseIdentity,
                subscriptionId,
                key: keys.database,
                encryptionType: "EncryptionAtRestWithPlatformAndCustomerKeys",
                protectData,
            },
            { parent: this },
        );
        const identities = new ClusterIdentities(
            `${name}-identities`,
            {
                ...scope,
                names,
                subscriptionId,
                network,
                etcdKey: keys.etcd,
                encryptions: { disks, database: databaseDisks },
                registryId: args.registryId,
            },
            { parent: this, dependsOn: [disks, databaseDisks] },
        );
        const { controlPlane, kubelet } = identities;

        const securityProfile = {
            workloadIdentity: { enabled: true },
            imageCleaner: { enabled: true, intervalHours: 48 },
            defender: {
                logAnalyticsWorkspaceResourceId: args.workspaceId,
                securityMonitoring: { enabled: true },
            },
            azureKeyVaultKms: {
                enabled: true,
                keyId: keys.etcd.uriWithVersion,
                keyVaultNetworkAccess: "Private",
                keyVaultResourceId: args.vaultId,
            },
        };
        const cluster = new ManagedCluster(
            name,
            {
                ...CLUSTER_SETTINGS,
                ...scope,
                resourceName: names.cluster,
                dnsPrefix: names.cluster,
                kubernetesVersion: args.kubernetesVersion,
                nodeResourceGroup: names.nodeResourceGroup,
                identity: { type: "UserAssigned", userAssignedIdentities: [controlPlane.id] },
                identityProfile: {
                    kubeletidentity: {
                        resourceId: kubelet.id,
                        clientId: kubelet.clientId,
                        objectId: kubelet.principalId,
                    },
                },
                aadProfile: {
                    managed: true,
                    enableAzureRBAC: true,
                    adminGroupObjectIDs: [...args.adminGroups],
                    tenantID: args.tenantId,
                },
                apiServerAccessProfile: {
                    enablePrivateCluster: true,
                    enablePrivateClusterPublicFQDN: false,
                    privateDNSZone: "system",
                    // In the network itself: the only place from where the API server reaches a private vault.
                    enableVnetIntegration: true,
                    subnetId: network.apiServerSubnetId,
                    // It would run commands in the cluster from the Azure portal, past the private network.
                    disableRunCommand: true,
                },
                securityProfile,
                diskEncryptionSetID: disks.setId,
                networkProfile: {
                    ...POD_NETWORK,
                    outboundType: network.outboundType,
                    podCidr: args.plan.podCidr,
                    serviceCidr: args.plan.serviceCidr,
                    dnsServiceIP: args.plan.dnsServiceIp,
                },
                serviceMeshProfile: {
                    mode: "Istio",
                    istio: {
                        revisions: revisionsOf(args.mesh),
                        components: { ingressGateways: [{ enabled: true, mode: "Internal" }] },
                    },
                },
                agentPoolProfiles: [
                    {
                        ...HARDENED_NODES,
                        name: "system",
                        mode: "System",
                        vmSize: args.systemPool.vmSize,
                        count: args.systemPool.count,
                        vnetSubnetID: network.nodesSubnetId,
                        // Only what the cluster itself needs runs here.
                        nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"],
                        tags,
                    },
                ],
            },
            {
                parent: this,
                dependsOn: identities,
                protect: protectData,
                ignoreChanges: IGNORED_CHANGES.cluster.properties,
                transformations: [asGiven({ securityProfile })],
            },
        );
        const pools = nodePools(
            name,
            {
                cluster,
                resourceGroupName,
                tags,
                kubernetesVersion: args.kubernetesVersion,
                nodesSubnetId: network.nodesSubnetId,
                pools: args.nodePools,
            },
            this,
        );
        const windows = maintenanceWindows(name, { ...args.maintenance, cluster, resourceGroupName }, this);
        auditLog(
            `${name}-audit`,
            { service: "cluster", resourceId: cluster.id, workspaceId: args.workspaceId },
            this,
        );
        const contents = pulumi.all([...pools, ...windows].map(({ id }) => id));
        this.clusterId = pulumi.all([cluster.id, contents]).apply(([id]) => id);
        this.oidcIssuerUrl = cluster.oidcIssuerProfile.apply((profile) => issuerOf(names.cluster, profile));
        this.kubernetes = new Provider(
            name,
            {
                kubeconfig: kubeconfigOf(cluster, resourceGroupName, args.kubeLogin),
                // What Azure makes another cluster for. With the same, the cluster is the same, whatever its kubeconfig says.
                clusterIdentifier: [
                    names.cluster,
                    args.plan.podCidr,
                    args.plan.serviceCidr,
                    network.outboundType,
                ].join(" "),
                enableConfigMapMutable: true,
            },
            // Each pool waits for the one before it.
            { parent: this, dependsOn: pools.slice(-1) },
        );
        priorities(this.kubernetes, this);
        const disk = { keepData: protectData, provider: this.kubernetes };
        zoneRedundantStorage(
            `${name}-storage`,
            { ...disk, className: STORAGE_CLASSES.general, encryption: disks },
            this,
        );
        zoneRedundantStorage(
            `${name}-database-storage`,
            { ...disk, className: STORAGE_CLASSES.database, encryption: databaseDisks },
            this,
        );
        this.registerOutputs({
            clusterId: this.clusterId,
            oidcIssuerUrl: this.oidcIssuerUrl,
            storageClasses: this.storageClasses,
        });
    }
}

const revisionsOf = ({ revision, previous }: MeshRevisions) =>
    previous === undefined ? [revision] : [previous, revision];

function issuerOf(clusterName: string, profile: { readonly issuerURL: string } | undefined): string {
    if (profile === undefined) {
        throw new pulumi.RunError(`${clusterName}: expected an OIDC issuer, got none`);
    }
    return profile.issuerURL;
}
