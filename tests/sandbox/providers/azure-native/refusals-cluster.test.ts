import { testRefusals } from "./refusals-support";

const CLUSTER = "azure-native:containerservice:ManagedCluster";
const SUBNET = "azure-native:network:Subnet";

const VNET = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet";
const KEY = "https://kv.vault.azure.net/keys/etcd";

const pool = {
    name: "system",
    mode: "System",
    vmSize: "Standard_D2ds_v5",
    count: 3,
    vnetSubnetID: `${VNET}/subnets/nodes`,
};
const cluster = {
    location: "francecentral",
    kubernetesVersion: "1.34",
    dnsPrefix: "aks",
    nodeResourceGroup: "rg-nodes",
    sku: { name: "Base", tier: "Standard" },
    supportPlan: "KubernetesOfficial",
    disableLocalAccounts: true,
    aadProfile: { managed: true },
    oidcIssuerProfile: { enabled: true },
    metricsProfile: { costAnalysis: { enabled: true } },
    apiServerAccessProfile: {
        enablePrivateCluster: true,
        enableVnetIntegration: true,
        subnetId: `${VNET}/subnets/api`,
    },
    securityProfile: {
        workloadIdentity: { enabled: true },
        azureKeyVaultKms: {
            enabled: true,
            keyId: `${KEY}/0123456789abcdef0123456789abcdef`,
            keyVaultNetworkAccess: "Private",
            keyVaultResourceId: "kv",
        },
    },
    networkProfile: {
        networkDataplane: "cilium",
        networkPolicy: "cilium",
        outboundType: "userDefinedRouting",
        advancedNetworking: { enabled: true, security: { enabled: true } },
        podCidr: "10.244.0.0/16",
        serviceCidr: "10.96.0.0/16",
        dnsServiceIP: "10.96.0.10",
    },
    agentPoolProfiles: [pool],
};

const subnet = (subnetName: string, more: object) => ({
    resourceGroupName: "rg",
    virtualNetworkName: "vnet",
    subnetName,
    ...more,
});
const nodes = { addressPrefix: "10.0.0.0/22", routeTable: { id: "rt" }, natGateway: { id: "ng" } };
const api = {
    addressPrefix: "10.0.4.0/28",
    delegations: [{ serviceName: "Microsoft.ContainerService/managedClusters" }],
};
const seen = (nodesMore: object = {}, apiMore: object = {}) => ({
    [SUBNET]: [subnet("nodes", { ...nodes, ...nodesMore }), subnet("api", { ...api, ...apiMore })],
});

const KMS = "securityProfile.azureKeyVaultKms";

describe("the stand-in for Azure Kubernetes Service", () => {
    const refuse = (what: string, refused: object, code: string, message: RegExp) => ({
        what,
        type: CLUSTER,
        accepted: cluster,
        refused: { ...refused },
        neighbours: seen(),
        code,
        message,
    });
    testRefusals([
        refuse(
            "authorized ranges of a private cluster",
            { "apiServerAccessProfile.authorizedIPRanges": ["192.0.2.0/24"] },
            "InvalidParameter",
            /^Private cluster cannot be enabled with AuthorizedIPRanges\.$/,
        ),
        refuse(
            "etcd encryption without a word on the vault's network",
            { [`${KMS}.keyVaultNetworkAccess`]: undefined },
            "BadRequest",
            /network access is unspecified/,
        ),
        refuse(
            "etcd encryption by a private vault of no id",
            { [`${KMS}.keyVaultResourceId`]: undefined },
            "BadRequest",
            /resource ID is empty when KeyVault network access is Private/,
        ),
        refuse(
            "etcd encryption by a private vault that the API server cannot reach",
            { "apiServerAccessProfile.enableVnetIntegration": false },
            "BadRequest",
            /^Vnet integration should be enabled when KeyVault network access is Private\.$/,
        ),
        refuse(
            "etcd encryption by a key of no version",
            { [`${KMS}.keyId`]: KEY },
            "BadRequest",
            /must contain the version of the key/,
        ),
        refuse(
            "cost analysis of the Free tier",
            { "sku.tier": "Free" },
            "BadRequest",
            /Cost analysis requires/,
        ),
        refuse(
            "long-term support below Premium",
            { supportPlan: "AKSLongTermSupport" },
            "BadRequest",
            /AKSLongTermSupport requires the Premium tier/,
        ),
        refuse(
            "another network policy than Cilium's on its data plane",
            { "networkProfile.networkPolicy": "calico" },
            "BadRequest",
            /requires network policy cilium/,
        ),
        refuse(
            "advanced network policies without Cilium",
            { "networkProfile.networkDataplane": "azure", "networkProfile.networkPolicy": "azure" },
            "BadRequest",
            /requires network dataplane cilium/,
        ),
        refuse(
            "parts of advanced networking that is off",
            { "networkProfile.advancedNetworking.enabled": false },
            "BadRequest",
            /require advancedNetworking to be enabled/,
        ),
        refuse(
            "a DNS address outside the services' range",
            { "networkProfile.dnsServiceIP": "10.97.0.10" },
            "InvalidParameter",
            /10\.97\.0\.10 does not belong to the service CIDR 10\.96\.0\.0\/16/,
        ),
        refuse(
            "the first address of the services for DNS",
            { "networkProfile.dnsServiceIP": "10.96.0.1" },
            "InvalidParameter",
            /must not be one of the first two addresses/,
        ),
        refuse(
            "services in the range of a subnet",
            { "networkProfile.serviceCidr": "10.0.0.0/20", "networkProfile.dnsServiceIP": "10.0.0.10" },
            "ServiceCidrOverlapExistingSubnetsCidr",
            /service CIDR 10\.0\.0\.0\/20 is conflicted with an existing subnet CIDR 10\.0\.0\.0\/22/,
        ),
        refuse(
            "pods in the range of the services",
            { "networkProfile.podCidr": "10.96.0.0/12" },
            "InvalidParameter",
            /pod CIDR 10\.96\.0\.0\/12 is conflicted with the range 10\.96\.0\.0\/16/,
        ),
        refuse(
            "pods in the range of a subnet",
            { "networkProfile.podCidr": "10.0.4.0/22" },
            "InvalidParameter",
            /is conflicted with the range 10\.0\.4\.0\/28/,
        ),
        {
            ...refuse(
                "user-defined routing where no route table is",
                {},
                "ExistingRouteTableNotAssociatedWithSubnet",
                /has not been associated with subnet .*\/nodes\./,
            ),
            refusedNeighbours: seen({ routeTable: undefined }),
        },
        {
            ...refuse(
                "a NAT gateway that the subnet lacks",
                {},
                "BadRequest",
                /requires a NAT gateway on subnet/,
            ),
            accepted: {
                ...cluster,
                networkProfile: { ...cluster.networkProfile, outboundType: "userAssignedNATGateway" },
            },
            refusedNeighbours: seen({ natGateway: undefined }),
        },
        {
            ...refuse("an API server's subnet without delegation", {}, "BadRequest", /must be delegated to/),
            refusedNeighbours: seen({}, { delegations: [] }),
        },
        {
            ...refuse("an API server's subnet smaller than /28", {}, "BadRequest", /\/28 or larger, got/),
            refusedNeighbours: seen({}, { addressPrefix: "10.0.4.0/29" }),
        },
        refuse(
            "no local accounts without Entra",
            { aadProfile: undefined },
            "BadRequest",
            /^DisableLocalAccounts can only be set for an AAD integration V2 enabled cluster\.$/,
        ),
        refuse(
            "workload identities without an issuer",
            { "oidcIssuerProfile.enabled": false },
            "InvalidParameter",
            /requires the OIDC issuer/,
        ),
        {
            ...refuse(
                "to turn the issuer off",
                { "oidcIssuerProfile.enabled": false, "securityProfile.workloadIdentity": undefined },
                "OIDCIssuerFeatureCannotBeDisabled",
                /cannot be disabled/,
            ),
            before: {},
        },
        {
            ...refuse(
                "to skip a Kubernetes version",
                { kubernetesVersion: "1.35" },
                "OperationNotAllowed",
                /version 1\.33 to 1\.35 is not allowed/,
            ),
            before: { kubernetesVersion: "1.33" },
        },
        {
            ...refuse(
                "an older Kubernetes version",
                { kubernetesVersion: "1.33" },
                "OperationNotAllowed",
                /version 1\.34 to 1\.33 is not allowed/,
            ),
            before: {},
        },
        refuse(
            "a node resource group of more than 80 characters",
            { nodeResourceGroup: "g".repeat(81) },
            "InvalidParameter",
            /maximum length is 80 and the length of the value provided is 81/,
        ),
        refuse(
            "a DNS prefix that ends in a hyphen",
            { dnsPrefix: "aks-" },
            "InvalidParameter",
            /'aks-' is invalid/,
        ),
        refuse(
            "a cluster without a system pool",
            { agentPoolProfiles: [{ ...pool, mode: "User" }] },
            "InvalidParameter",
            /^At least one of agentPoolProfiles should be of mode System\.$/,
        ),
        refuse(
            "a system pool of machines with one core",
            { agentPoolProfiles: [{ ...pool, vmSize: "Standard_B1ms" }] },
            "SystemPoolSkuTooLow",
            /less than 2 cores: Standard_B1ms/,
        ),
        refuse(
            "a system pool without nodes",
            { agentPoolProfiles: [{ ...pool, count: 0 }] },
            "InvalidParameter",
            /needs at least one node/,
        ),
        refuse(
            "a pool's name with a hyphen",
            { agentPoolProfiles: [{ ...pool, name: "system-1" }] },
            "InvalidParameter",
            /agentPoolProfile\.name is invalid/,
        ),
    ]);
});
