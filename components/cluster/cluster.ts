import * as pulumi from "@pulumi/pulumi";
import { AgentPool, ManagedCluster, UserAssignedIdentity } from "../azure";
import type { AzureScope } from "../azure-scope";
import { auditLog } from "../logging/audit-log";
import { IGNORED_CHANGES } from "../ignored-changes";
import { Provider } from "../kubernetes/api";
import type { PlatformNames } from "../naming";
import { type KubeLogin, kubeconfigOf } from "./kubeconfig";
import { HARDENED_NODES } from "./node-pool";
import { assignRole } from "../identity/role";
import { zoneRedundantStorage } from "./storage";

export interface ClusterArgs extends AzureScope {
    readonly names: PlatformNames;
    readonly subscriptionId: string;
    readonly tenantId: string;

    /** Kubernetes minor version, such as 1.35. */
    readonly kubernetesVersion: string;

    /** Object ids of the Entra groups that administer the cluster. */
    readonly adminGroups: readonly string[];

    /** How kubelogin signs in when Pulumi talks to the cluster. */
    readonly kubeLogin: KubeLogin;

    /**
     * Nodes for the cluster's own pods. Read when the cluster is created: Azure has no update of pools by way of their
     * cluster, so a later change, and their Kubernetes version, is made with `az aks nodepool` and read back by
     * `pulumi refresh`.
     */
    readonly systemPool: { readonly vmSize: string; readonly count: number };

    /** Nodes for the platform's pods, as many as they need between the two counts. */
    readonly userPool: { readonly vmSize: string; readonly minCount: number; readonly maxCount: number };

    /** Ranges of pods and services in CIDR form, and the DNS service's address. */
    readonly network: {
        readonly podCidr: string;
        readonly serviceCidr: string;
        readonly dnsServiceIp: string;
    };
    readonly nodesSubnetId: pulumi.Input<string>;

    /** Azure resource id of the registry that the nodes pull from. */
    readonly registryId: pulumi.Input<string>;

    /** Workspace that keeps the audit log. */
    readonly workspaceId: pulumi.Input<string>;

    /** Whether Pulumi refuses to delete the cluster, whose disks hold the data. */
    readonly protectData: boolean;
}

/** The private Kubernetes cluster: Entra identities only, no way in from the Internet, every pod's traffic under policy. */
export class Cluster extends pulumi.ComponentResource {
    /** Issuer URL of the service accounts' tokens, for federated credentials. */
    public readonly oidcIssuerUrl: pulumi.Output<string>;

    /** Deploys into the cluster once its nodes are there. */
    public readonly kubernetes: Provider;

    constructor(name: string, args: ClusterArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:cluster:Cluster", name, {}, opts);
        const { names, resourceGroupName, location, tags, subscriptionId } = args;

        const identity = (suffix: string, resourceName: string) =>
            new UserAssignedIdentity(
                `${name}-${suffix}`,
                { resourceName, resourceGroupName, location, tags },
                { parent: this },
            );
        const controlPlane = identity("identity", names.clusterIdentity);
        const kubelet = identity("kubelet", names.kubeletIdentity);

        const roles = [
            assignRole(
                `${name}-network-role`,
                {
                    role: "networkContributor",
                    scope: args.nodesSubnetId,
                    principalId: controlPlane.principalId,
                    subscriptionId,
                    identityName: names.clusterIdentity,
                    scopeName: names.nodesSubnet,
                },
                this,
            ),
            assignRole(
                `${name}-kubelet-role`,
                {
                    role: "managedIdentityOperator",
                    scope: kubelet.id,
                    principalId: controlPlane.principalId,
                    subscriptionId,
                    identityName: names.clusterIdentity,
                    scopeName: names.kubeletIdentity,
                },
                this,
            ),
            assignRole(
                `${name}-pull-role`,
                {
                    role: "acrPull",
                    scope: args.registryId,
                    principalId: kubelet.principalId,
                    subscriptionId,
                    identityName: names.kubeletIdentity,
                    scopeName: names.registry,
                },
                this,
            ),
        ];

        const cluster = new ManagedCluster(
            name,
            {
                resourceName: names.cluster,
                resourceGroupName,
                location,
                tags,
                dnsPrefix: names.cluster,
                kubernetesVersion: args.kubernetesVersion,
                nodeResourceGroup: names.nodeResourceGroup,
                nodeResourceGroupProfile: { restrictionLevel: "ReadOnly" },
                sku: { name: "Base", tier: "Standard" },
                identity: { type: "UserAssigned", userAssignedIdentities: [controlPlane.id] },
                identityProfile: {
                    kubeletidentity: {
                        resourceId: kubelet.id,
                        clientId: kubelet.clientId,
                        objectId: kubelet.principalId,
                    },
                },
                disableLocalAccounts: true,
                enableRBAC: true,
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
                    // It would run commands in the cluster from the Azure portal, past the private network.
                    disableRunCommand: true,
                },
                publicNetworkAccess: "Disabled",
                oidcIssuerProfile: { enabled: true },
                securityProfile: {
                    workloadIdentity: { enabled: true },
                    imageCleaner: { enabled: true, intervalHours: 48 },
                },
                networkProfile: {
                    networkPlugin: "azure",
                    networkPluginMode: "overlay",
                    networkDataplane: "cilium",
                    networkPolicy: "cilium",
                    loadBalancerSku: "standard",
                    outboundType: "loadBalancer",
                    podCidr: args.network.podCidr,
                    serviceCidr: args.network.serviceCidr,
                    dnsServiceIP: args.network.dnsServiceIp,
                },
                addonProfiles: {
                    azurepolicy: { enabled: true },
                    azureKeyvaultSecretsProvider: {
                        enabled: true,
                        config: { enableSecretRotation: "true", rotationPollInterval: "10m" },
                    },
                },
                autoUpgradeProfile: { upgradeChannel: "patch", nodeOSUpgradeChannel: "NodeImage" },
                storageProfile: {
                    diskCSIDriver: { enabled: true },
                    fileCSIDriver: { enabled: false },
                    blobCSIDriver: { enabled: false },
                    snapshotController: { enabled: true },
                },
                agentPoolProfiles: [
                    {
                        ...HARDENED_NODES,
                        name: "system",
                        mode: "System",
                        vmSize: args.systemPool.vmSize,
                        count: args.systemPool.count,
                        vnetSubnetID: args.nodesSubnetId,
                        // Only what the cluster itself needs runs here.
                        nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"],
                        tags,
                    },
                ],
            },
            { parent: this, dependsOn: roles, protect: args.protectData },
        );
        const userPool = new AgentPool(
            `${name}-user`,
            {
                ...HARDENED_NODES,
                agentPoolName: "user",
                resourceName: names.cluster,
                resourceGroupName,
                // Left out, the pool would stay behind when the cluster's own version rises.
                orchestratorVersion: args.kubernetesVersion,
                mode: "User",
                vmSize: args.userPool.vmSize,
                enableAutoScaling: true,
                count: args.userPool.minCount,
                minCount: args.userPool.minCount,
                maxCount: args.userPool.maxCount,
                vnetSubnetID: args.nodesSubnetId,
                tags,
            },
            { parent: this, dependsOn: cluster, ignoreChanges: IGNORED_CHANGES.userPool },
        );
        auditLog(
            `${name}-audit`,
            {
                resourceId: cluster.id,
                workspaceId: args.workspaceId,
                // The API server's changes and Entra's decisions; "kube-audit" would add every read.
                categories: ["kube-audit-admin", "guard"],
            },
            this,
        );

        this.oidcIssuerUrl = cluster.oidcIssuerProfile.apply((profile) => issuerOf(names.cluster, profile));
        this.kubernetes = new Provider(
            name,
            {
                kubeconfig: kubeconfigOf(cluster, resourceGroupName, args.kubeLogin),
                // The cluster stays the same when the text of its kubeconfig changes.
                clusterIdentifier: names.cluster,
                enableConfigMapMutable: true,
            },
            { parent: this, dependsOn: userPool },
        );
        zoneRedundantStorage(`${name}-storage`, args.protectData, {
            parent: this,
            provider: this.kubernetes,
        });
        this.registerOutputs({ oidcIssuerUrl: this.oidcIssuerUrl });
    }
}

function issuerOf(clusterName: string, profile: { readonly issuerURL: string } | undefined): string {
    if (profile === undefined) {
        throw new pulumi.RunError(`${clusterName}: expected an OIDC issuer, got none`);
    }
    return profile.issuerURL;
}
