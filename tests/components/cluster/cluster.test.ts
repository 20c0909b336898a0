import * as assert from "node:assert/strict";
import { Cluster } from "../../../components/cluster/cluster";
import { signInBy } from "../../../components/cluster/kubeconfig";
import { all, KUBECONFIG, only, recorded, settled, startRecording } from "../../support/recorder";
import { names, scope } from "../../support/scope";

const hardenedNodes = {
    availabilityZones: ["1", "2", "3"],
    type: "VirtualMachineScaleSets",
    osType: "Linux",
    osSKU: "AzureLinux",
    osDiskType: "Ephemeral",
    osDiskSizeGB: 64,
    enableEncryptionAtHost: true,
    enableNodePublicIP: false,
    securityProfile: { enableSecureBoot: true, enableVTPM: true, sshAccess: "Disabled" },
    upgradeSettings: { maxSurge: "33%", drainTimeoutInMinutes: 30 },
};

const args = {
    ...scope,
    names,
    subscriptionId: "subscription",
    tenantId: "tenant",
    kubernetesVersion: "1.35",
    adminGroups: ["group"],
    kubeLogin: "azurecli" as const,
    systemPool: { vmSize: "Standard_D2ds_v5", count: 2 },
    userPool: { vmSize: "Standard_D4ds_v5", minCount: 1, maxCount: 4 },
    network: { podCidr: "172.16.0.0/14", serviceCidr: "192.168.0.0/20", dnsServiceIp: "192.168.0.10" },
    nodesSubnetId: "subnet",
    registryId: "registry",
    workspaceId: "workspace",
    protectData: false,
};

async function create(changes: Partial<typeof args> = {}): Promise<Record<string, unknown>> {
    await startRecording();
    new Cluster("cluster", { ...args, ...changes });
    await settled();
    return only("azure-native:containerservice:ManagedCluster").inputs;
}

describe("Cluster", () => {
    it("registers these resources and no other", async () => {
        await create();
        assert.deepEqual(
            recorded()
                .map(({ type, name }) => `${type} ${name}`)
                .sort(),
            [
                "azure-native:authorization:RoleAssignment cluster-kubelet-role",
                "azure-native:authorization:RoleAssignment cluster-network-role",
                "azure-native:authorization:RoleAssignment cluster-pull-role",
                "azure-native:containerservice:AgentPool cluster-user",
                "azure-native:containerservice:ManagedCluster cluster",
                "azure-native:managedidentity:UserAssignedIdentity cluster-identity",
                "azure-native:managedidentity:UserAssignedIdentity cluster-kubelet",
                "azure-native:monitor:DiagnosticSetting cluster-audit",
                "kubernetes:storage.k8s.io/v1:StorageClass cluster-storage",
                "pulumi:providers:kubernetes cluster",
            ],
        );
    });

    it("has no way in from the Internet or past the private network", async () => {
        const { apiServerAccessProfile, publicNetworkAccess } = await create();
        assert.equal(publicNetworkAccess, "Disabled");
        assert.deepEqual(apiServerAccessProfile, {
            enablePrivateCluster: true,
            enablePrivateClusterPublicFQDN: false,
            privateDNSZone: "system",
            disableRunCommand: true,
        });
    });

    it("knows Entra identities only", async () => {
        const { aadProfile, disableLocalAccounts, enableRBAC, oidcIssuerProfile } = await create();
        assert.equal(disableLocalAccounts, true);
        assert.equal(enableRBAC, true);
        assert.deepEqual(oidcIssuerProfile, { enabled: true });
        assert.deepEqual(aadProfile, {
            managed: true,
            enableAzureRBAC: true,
            adminGroupObjectIDs: ["group"],
            tenantID: "tenant",
        });
    });

    it("puts every pod's traffic under policy", async () => {
        const { networkProfile } = await create();
        assert.deepEqual(networkProfile, {
            networkPlugin: "azure",
            networkPluginMode: "overlay",
            networkDataplane: "cilium",
            networkPolicy: "cilium",
            loadBalancerSku: "standard",
            outboundType: "loadBalancer",
            podCidr: "172.16.0.0/14",
            serviceCidr: "192.168.0.0/20",
            dnsServiceIP: "192.168.0.10",
        });
    });

    it("lists the system pool alone, for the cluster's own pods", async () => {
        const { agentPoolProfiles } = await create();
        assert.deepEqual(agentPoolProfiles, [
            {
                ...hardenedNodes,
                name: "system",
                mode: "System",
                vmSize: "Standard_D2ds_v5",
                count: 2,
                vnetSubnetID: "subnet",
                nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"],
                tags: scope.tags,
            },
        ]);
    });

    it("runs the platform on a pool of its own", async () => {
        await create();
        assert.deepEqual(only("azure-native:containerservice:AgentPool").inputs, {
            ...hardenedNodes,
            agentPoolName: "user",
            resourceName: "aks-aplus-core-dev-frc",
            resourceGroupName: "rg-aplus-core-dev-frc",
            orchestratorVersion: "1.35",
            mode: "User",
            vmSize: "Standard_D4ds_v5",
            enableAutoScaling: true,
            count: 1,
            minCount: 1,
            maxCount: 4,
            vnetSubnetID: "subnet",
            tags: scope.tags,
        });
    });

    it("gives its identities three roles, each on one resource", async () => {
        await create();
        const roles = all("azure-native:authorization:RoleAssignment").map(({ inputs }) => [
            inputs.scope,
            inputs.principalId,
            String(inputs.roleDefinitionId).split("/").at(-1),
        ]);
        assert.deepEqual(roles.sort(), [
            ["cluster-kubelet-id", "cluster-identity-principal", "f1a07417-d97a-45cb-824c-7a7467783830"],
            ["registry", "cluster-kubelet-principal", "7f951dda-4ed3-4680-a7ca-43fe172d538d"],
            ["subnet", "cluster-identity-principal", "4d97b98b-1d4f-4787-a291-c67834d212e7"],
        ]);
    });

    it("names the assignments the same way at every run, and differently in another subscription", async () => {
        const assignmentNames = () =>
            all("azure-native:authorization:RoleAssignment").map(({ inputs }) => inputs.roleAssignmentName);
        await create();
        const first = assignmentNames();
        await create();
        assert.deepEqual(assignmentNames(), first);
        await create({ subscriptionId: "other" });
        assert.equal(new Set([...first, ...assignmentNames()]).size, 6);
    });

    it("signs in to the cluster without a person", async () => {
        await create();
        const { inputs } = only("pulumi:providers:kubernetes");
        assert.equal(inputs.clusterIdentifier, "aks-aplus-core-dev-frc");
        assert.deepEqual(inputs.kubeconfig, { secret: signInBy("azurecli", KUBECONFIG) });
    });

    it("keeps a copy of each disk in every zone, reachable from the nodes alone", async () => {
        await create({ protectData: true });
        const { apiVersion, kind, ...storage } = only("kubernetes:storage.k8s.io/v1:StorageClass").inputs;
        assert.deepEqual([apiVersion, kind], ["storage.k8s.io/v1", "StorageClass"]);
        assert.deepEqual(storage, {
            metadata: { name: "premium-zone-redundant" },
            provisioner: "disk.csi.azure.com",
            parameters: {
                skuName: "Premium_ZRS",
                networkAccessPolicy: "DenyAll",
                publicNetworkAccess: "Disabled",
            },
            reclaimPolicy: "Retain",
            volumeBindingMode: "WaitForFirstConsumer",
            allowVolumeExpansion: true,
        });
    });

    it("lets disks go with their claims where the data is worthless", async () => {
        await create({ protectData: false });
        assert.equal(only("kubernetes:storage.k8s.io/v1:StorageClass").inputs.reclaimPolicy, "Delete");
    });

    it("logs changes made through its API", async () => {
        await create();
        assert.deepEqual(only("azure-native:monitor:DiagnosticSetting").inputs.logs, [
            { category: "kube-audit-admin", enabled: true },
            { category: "guard", enabled: true },
        ]);
    });
});
