"use strict";

const containerservice = require("@pulumi/azure-native/containerservice");
const keyvault = require("@pulumi/azure-native/keyvault");
const { ResourceGroup } = require("@pulumi/azure-native/resources");
const storage = require("@pulumi/azure-native/storage");
const k8s = require("@pulumi/kubernetes");

const location = "West Europe";
const rg = new ResourceGroup("shop", { resourceGroupName: "shop-rg", location });
const resourceGroupName = rg.name;

const aks = new containerservice.ManagedCluster("aks", {
    resourceGroupName,
    resourceName: "shopAks",
    location: rg.location,
    dnsPrefix: "shop",
    identity: { type: "SystemAssigned" },
    disableLocalAccounts: false,
    enableRBAC: true,
    networkProfile: { networkPlugin: "azure", networkPolicy: "calico", outboundType: "loadBalancer" },
    apiServerAccessProfile: { enablePrivateCluster: true },
    agentPoolProfiles: [
        { name: "sys", mode: "System", count: 3, vmSize: "Standard_D4s_v5", enableEncryptionAtHost: true },
    ],
});

new keyvault.Vault("kv", {
    resourceGroupName,
    vaultName: "shopkv",
    location: rg.location,
    properties: {
        tenantId: "11111111-1111-1111-1111-111111111111",
        sku: { family: "A", name: "standard" },
        enablePurgeProtection: true,
        publicNetworkAccess: "Enabled",
    },
});

new storage.StorageAccount("files", {
    resourceGroupName,
    accountName: "shopfiles",
    location: "westeurope",
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
    minimumTlsVersion: "TLS1_2",
    enableHttpsTrafficOnly: true,
    allowBlobPublicAccess: true,
});

const provider = new k8s.Provider("cluster", {
    kubeconfig: aks.fqdn.apply((server) => JSON.stringify({ clusters: [{ cluster: { server } }] })),
});
const opts = { provider };

new k8s.helm.v3.Release(
    "nginx",
    {
        chart: "ingress-nginx",
        repositoryOpts: { repo: "https://charts.example" },
        values: { controller: {} },
    },
    opts,
);

new k8s.yaml.ConfigGroup(
    "extras",
    {
        yaml: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web-config, namespace: shop }
data:
  DATABASE_PASSWORD: "correct-horse-battery"
`,
    },
    opts,
);

new k8s.apps.v1.Deployment(
    "web",
    {
        metadata: { name: "web", namespace: "shop" },
        spec: {
            selector: { matchLabels: { app: "web" } },
            template: {
                metadata: { labels: { app: "web" } },
                spec: {
                    hostNetwork: true,
                    containers: [
                        {
                            name: "web",
                            image: "nginx:latest",
                            securityContext: { privileged: true, readOnlyRootFilesystem: true },
                            env: [{ name: "API_KEY", value: "correct-horse-battery" }],
                        },
                    ],
                },
            },
        },
    },
    opts,
);

// Of API versions that Kubernetes has left behind.
new k8s.apps.v1beta2.Deployment(
    "worker",
    {
        metadata: { name: "worker", namespace: "shop" },
        spec: {
            selector: { matchLabels: { app: "worker" } },
            template: {
                metadata: { labels: { app: "worker" } },
                spec: {
                    containers: [
                        { name: "worker", image: "worker:1.0", securityContext: { privileged: true } },
                    ],
                },
            },
        },
    },
    opts,
);

new k8s.extensions.v1beta1.Ingress(
    "web",
    {
        metadata: { name: "web", namespace: "shop" },
        spec: { rules: [{ host: "shop.example" }] },
    },
    opts,
);
