import { testRefusals } from "./refusals-support";

const CLUSTER = "azure-native:containerservice:ManagedCluster";
const POOL = "azure-native:containerservice:AgentPool";
const SUBNET = "azure-native:network:Subnet";
const WINDOW = "azure-native:containerservice:MaintenanceConfiguration";

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

const user = {
    resourceName: "aks",
    mode: "User",
    vmSize: "Standard_D4ds_v5",
    orchestratorVersion: "1.34",
    enableAutoScaling: true,
    count: 1,
    minCount: 1,
    maxCount: 3,
    availabilityZones: ["1", "2", "3"],
};
const ofCluster = { [CLUSTER]: [{ ...cluster, resourceName: "aks" }] };

const weekly = { weekly: { dayOfWeek: "Saturday", intervalWeeks: 1 } };
const window = { maintenanceWindow: { durationHours: 4, schedule: weekly, startTime: "02:00" } };
const NODES_WINDOW = "aksManagedNodeOSUpgradeSchedule";

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

describe("the stand-in for Azure's node pools", () => {
    const refuse = (what: string, refused: object, message: RegExp) => ({
        what,
        type: POOL,
        accepted: user,
        refused: { ...refused },
        neighbours: ofCluster,
        code: "InvalidParameter",
        message,
    });
    testRefusals([
        refuse("an autoscaled pool without limits", { maxCount: undefined }, /needs minCount and maxCount/),
        refuse("limits of a pool of fixed size", { enableAutoScaling: false }, /without enableAutoScaling/),
        refuse("a lower limit above the upper", { minCount: 4 }, /minCount 4 is greater than maxCount 3/),
        refuse("a count beyond the limits", { count: 4 }, /^agentPoolProfile\.count was 4\. It must be/),
        refuse("fewer than 10 pods a node", { maxPods: 9 }, /between 10 and 250/),
        refuse(
            "Spot nodes for the system",
            { mode: "System", scaleSetPriority: "Spot" },
            /cannot be a Spot pool/,
        ),
        {
            ...refuse(
                "a newer Kubernetes than the cluster's",
                { orchestratorVersion: "1.35" },
                /are incompatible/,
            ),
            code: "NodePoolMcVersionIncompatible",
        },
        {
            ...refuse("zones where the region has none", {}, /location 'francesouth'/),
            refusedNeighbours: { [CLUSTER]: [{ ...cluster, resourceName: "aks", location: "francesouth" }] },
            code: "AvailabilityZoneNotSupported",
        },
    ]);
});

describe("the stand-in for Azure's maintenance windows", () => {
    const refuse = (what: string, refused: object, message: RegExp) => ({
        what,
        type: WINDOW,
        accepted: window,
        refused: { ...refused },
        names: [NODES_WINDOW] as const,
        code: "InvalidParameter",
        message,
    });
    testRefusals([
        { ...refuse("a window of another name", {}, /^Only 'default',/), names: [NODES_WINDOW, "nodes"] },
        refuse("a window under four hours", { "maintenanceWindow.durationHours": 3 }, /between 4 and 24/),
        refuse(
            "a window of two schedules",
            { "maintenanceWindow.schedule": { ...weekly, daily: { intervalDays: 1 } } },
            /exactly one kind, got 'weekly, daily'/,
        ),
        refuse("a start that is no time of day", { "maintenanceWindow.startTime": "2:00" }, /expected HH:mm/),
        refuse("no window at all", { maintenanceWindow: undefined }, /maintenanceWindow is required/),
        {
            ...refuse(
                "a default window every other week",
                { "maintenanceWindow.schedule.weekly.intervalWeeks": 2 },
                /intervalWeeks 1 only/,
            ),
            names: ["default"],
        },
    ]);
});
