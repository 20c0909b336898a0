import * as assert from "node:assert/strict";
import { Cluster } from "../../../components/cluster/cluster";
import { signInBy } from "../../../components/cluster/kubeconfig";
import { HARDENED_NODES } from "../../../components/cluster/hardened-nodes";
import { all, KUBECONFIG, only, recorded, settled, startRecording } from "../../support/recorder";
import { scope } from "../../support/scope";
import { args } from "./cluster-args";

const CLUSTER = "azure-native:containerservice:ManagedCluster";

describe("Cluster", () => {
    let inputs: Record<string, unknown>;

    before(async () => {
        await startRecording();
        new Cluster("cluster", args);
        await settled();
        ({ inputs } = only(CLUSTER));
    });

    it("registers these resources and no other", () => {
        assert.deepEqual(
            recorded()
                .map(({ type, name }) => `${type.split(":").slice(1).join(":")} ${name}`)
                .sort(),
            [
                "authorization:RoleAssignment cluster-database-disks-identity-role",
                "authorization:RoleAssignment cluster-disks-identity-role",
                "authorization:RoleAssignment cluster-identities-api-server-subnet",
                "authorization:RoleAssignment cluster-identities-database-encryption",
                "authorization:RoleAssignment cluster-identities-disks-encryption",
                "authorization:RoleAssignment cluster-identities-etcd-key",
                "authorization:RoleAssignment cluster-identities-kubelet-operator",
                "authorization:RoleAssignment cluster-identities-nodes-subnet",
                "authorization:RoleAssignment cluster-identities-pull",
                "authorization:RoleAssignment cluster-identities-route-table",
                "authorization:RoleAssignment cluster-identities-vault-endpoint",
                "authorization:RoleDefinition cluster-identities-network",
                "authorization:RoleDefinition cluster-identities-routes",
                "authorization:RoleDefinition cluster-identities-vault",
                "compute:DiskEncryptionSet cluster-database-disks",
                "compute:DiskEncryptionSet cluster-disks",
                "containerservice:AgentPool cluster-database",
                "containerservice:AgentPool cluster-general",
                "containerservice:AgentPool cluster-media",
                "containerservice:MaintenanceConfiguration cluster-node-images",
                "containerservice:MaintenanceConfiguration cluster-upgrades",
                "containerservice:ManagedCluster cluster",
                "managedidentity:UserAssignedIdentity cluster-database-disks-identity",
                "managedidentity:UserAssignedIdentity cluster-disks-identity",
                "managedidentity:UserAssignedIdentity cluster-identities-control-plane",
                "managedidentity:UserAssignedIdentity cluster-identities-kubelet",
                "monitor:DiagnosticSetting cluster-audit",
                "providers:kubernetes cluster",
                "scheduling.k8s.io/v1:PriorityClass audioprothese-critical",
                "scheduling.k8s.io/v1:PriorityClass audioprothese-standard",
                "storage.k8s.io/v1:StorageClass cluster-database-storage",
                "storage.k8s.io/v1:StorageClass cluster-storage",
            ],
        );
    });

    it("has no way in from the Internet or past the private network", () => {
        const { apiServerAccessProfile, publicNetworkAccess } = inputs;
        assert.equal(publicNetworkAccess, "Disabled");
        assert.deepEqual(apiServerAccessProfile, {
            enablePrivateCluster: true,
            enablePrivateClusterPublicFQDN: false,
            privateDNSZone: "system",
            enableVnetIntegration: true,
            subnetId: "api-server-subnet",
            disableRunCommand: true,
        });
    });

    it("knows Entra identities only", () => {
        const { aadProfile, disableLocalAccounts, enableRBAC, oidcIssuerProfile, identity, identityProfile } =
            inputs;
        assert.equal(disableLocalAccounts, true);
        assert.equal(enableRBAC, true);
        assert.deepEqual(oidcIssuerProfile, { enabled: true });
        assert.deepEqual(aadProfile, {
            managed: true,
            enableAzureRBAC: true,
            adminGroupObjectIDs: ["group"],
            tenantID: "tenant",
        });
        assert.deepEqual(identity, {
            type: "UserAssigned",
            userAssignedIdentities: ["cluster-identities-control-plane-id"],
        });
        assert.deepEqual(identityProfile, {
            kubeletidentity: {
                resourceId: "cluster-identities-kubelet-id",
                clientId: "cluster-identities-kubelet-client",
                objectId: "cluster-identities-kubelet-principal",
            },
        });
    });

    it("encrypts Kubernetes' secrets with a key of a private vault, and is watched by Defender", () => {
        const { securityProfile } = inputs;
        assert.deepEqual(securityProfile, {
            workloadIdentity: { enabled: true },
            imageCleaner: { enabled: true, intervalHours: 48 },
            defender: {
                logAnalyticsWorkspaceResourceId: "workspace-id",
                securityMonitoring: { enabled: true },
            },
            azureKeyVaultKms: {
                enabled: true,
                keyId: "https://kv.vault.azure.net/keys/etcd/version",
                keyVaultNetworkAccess: "Private",
                keyVaultResourceId: "vault-id",
            },
        });
    });

    it("puts every pod's traffic under policy, and leaves the network the way it is told", () => {
        const { networkProfile } = inputs;
        assert.deepEqual(networkProfile, {
            networkPlugin: "azure",
            networkPluginMode: "overlay",
            networkDataplane: "cilium",
            networkPolicy: "cilium",
            loadBalancerSku: "standard",
            advancedNetworking: {
                enabled: true,
                observability: { enabled: true },
                security: { enabled: true, advancedNetworkPolicies: "L7" },
            },
            outboundType: "userDefinedRouting",
            podCidr: "172.16.0.0/14",
            serviceCidr: "192.168.0.0/20",
            dnsServiceIP: "192.168.0.10",
        });
    });

    it("has a mesh whose ingress has no public address", () => {
        const { serviceMeshProfile } = inputs;
        assert.deepEqual(serviceMeshProfile, {
            mode: "Istio",
            istio: {
                revisions: ["asm-1-30"],
                components: { ingressGateways: [{ enabled: true, mode: "Internal" }] },
            },
        });
    });

    it("takes its rules, its secrets and its sizes from add-ons that Azure keeps up", () => {
        const { addonProfiles, workloadAutoScalerProfile } = inputs;
        assert.deepEqual(addonProfiles, {
            azurepolicy: { enabled: true },
            azureKeyvaultSecretsProvider: {
                enabled: true,
                config: { enableSecretRotation: "true", rotationPollInterval: "10m" },
            },
        });
        assert.deepEqual(workloadAutoScalerProfile, {
            keda: { enabled: true },
            verticalPodAutoscaler: { enabled: true },
        });
    });

    it("is upgraded by itself, in its windows, each on a day of its own", () => {
        const { autoUpgradeProfile, upgradeSettings } = inputs;
        assert.deepEqual(autoUpgradeProfile, { upgradeChannel: "patch", nodeOSUpgradeChannel: "NodeImage" });
        assert.deepEqual(upgradeSettings, { overrideSettings: { forceUpgrade: false } });
        const window = (dayOfWeek: string) => ({
            schedule: { weekly: { dayOfWeek, intervalWeeks: 1 } },
            startTime: "01:00",
            utcOffset: "+00:00",
            durationHours: 4,
        });
        const WINDOW = "azure-native:containerservice:MaintenanceConfiguration";
        assert.equal(all(WINDOW).length, 2);
        const ofCluster = {
            resourceName: "cluster",
            resourceGroupName: "rg-aplus-core-dev-frc",
        };
        assert.deepEqual(only(WINDOW, "cluster-upgrades").inputs, {
            ...ofCluster,
            configName: "aksManagedAutoUpgradeSchedule",
            maintenanceWindow: window("Saturday"),
        });
        assert.deepEqual(only(WINDOW, "cluster-node-images").inputs, {
            ...ofCluster,
            configName: "aksManagedNodeOSUpgradeSchedule",
            maintenanceWindow: window("Sunday"),
        });
    });

    it("gives a node up only after half an hour of little use, as texts that Azure asks for", () => {
        const { autoScalerProfile, nodeProvisioningProfile } = inputs;
        assert.deepEqual(autoScalerProfile, {
            expander: "least-waste",
            skipNodesWithLocalStorage: "false",
            scaleDownUnneededTime: "30m",
            scaleDownDelayAfterAdd: "30m",
            scaleDownUtilizationThreshold: "0.5",
            maxGracefulTerminationSec: "600",
        });
        // The second is the SDK's own default.
        assert.deepEqual(nodeProvisioningProfile, { mode: "Manual", defaultNodePools: "Auto" });
    });

    it("comes with an uptime commitment, and its group is closed to changes by hand", () => {
        const { sku, supportPlan, nodeResourceGroup, nodeResourceGroupProfile, metricsProfile } = inputs;
        assert.deepEqual(sku, { name: "Base", tier: "Standard" });
        assert.equal(supportPlan, "KubernetesOfficial");
        assert.equal(nodeResourceGroup, "rg-aplus-nodes-dev-frc");
        assert.deepEqual(nodeResourceGroupProfile, { restrictionLevel: "ReadOnly" });
        assert.deepEqual(metricsProfile, { costAnalysis: { enabled: true } });
    });

    it("lists the system pool alone, for the cluster's own pods", () => {
        const { agentPoolProfiles } = inputs;
        assert.deepEqual(agentPoolProfiles, [
            {
                ...HARDENED_NODES,
                name: "system",
                mode: "System",
                vmSize: "Standard_D2ds_v5",
                count: 2,
                vnetSubnetID: "nodes-subnet",
                nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"],
                tags: scope.tags,
            },
        ]);
    });

    it("has the databases' pods push out others, and these the pods of no class", () => {
        const values = all("kubernetes:scheduling.k8s.io/v1:PriorityClass").map(({ name, inputs: made }) => [
            name,
            made.value,
            made.globalDefault,
            made.preemptionPolicy,
        ]);
        assert.deepEqual(values, [
            ["audioprothese-critical", 1_000_000, undefined, "PreemptLowerPriority"],
            ["audioprothese-standard", 100_000, undefined, "PreemptLowerPriority"],
        ]);
    });

    it("signs in to the cluster without a person", () => {
        const provider = only("pulumi:providers:kubernetes").inputs;
        assert.equal(
            provider.clusterIdentifier,
            "aks-aplus-core-dev-frc 172.16.0.0/14 192.168.0.0/20 userDefinedRouting",
        );
        assert.deepEqual(provider.kubeconfig, { secret: signInBy("azurecli", KUBECONFIG) });
    });

    it("logs changes made through its API", () => {
        const setting = only("azure-native:monitor:DiagnosticSetting").inputs;
        assert.equal(setting.resourceUri, "cluster-id");
        assert.deepEqual(setting.logs, [
            { category: "kube-audit", enabled: true },
            { category: "guard", enabled: true },
            { category: "cloud-controller-manager", enabled: true },
        ]);
    });
});

describe("a cluster whose mesh is upgraded", () => {
    it("keeps the revision that pods leave", async () => {
        await startRecording();
        new Cluster("cluster", { ...args, mesh: { revision: "asm-1-31", previous: "asm-1-30" } });
        await settled();
        const { istio } = only(CLUSTER).inputs.serviceMeshProfile as { istio: { revisions: string[] } };
        assert.deepEqual(istio.revisions, ["asm-1-30", "asm-1-31"]);
    });
});
