const P = "audioprothese-plus";

/** One change to a good configuration: a key set to a text, or to an object merged into the key's own, or taken away. */
export type Change = readonly [key: string, change: string | object | undefined];

const network = `${P}:network`;
/** Configurations that are refused: the change that spoils them, and each line of the answer. */
export const REFUSALS: readonly (readonly [title: string, change: Change, faults: readonly string[]])[] = [
    ["a missing key", [`${P}:owner`, undefined], [`${P}:owner: expected an e-mail address, got nothing`]],
    [
        "a missing key of the provider",
        ["azure-native:location", undefined],
        [
            "azure-native:location: expected an Azure region of the European Economic Area such as francecentral, got nothing",
        ],
    ],
    [
        "a region in the United Kingdom",
        ["azure-native:location", "uksouth"],
        [
            'azure-native:location: expected an Azure region of the European Economic Area such as francecentral, got "uksouth"',
        ],
    ],
    [
        "a region in Switzerland, under its display name",
        ["azure-native:location", "Switzerland North"],
        [
            'azure-native:location: expected an Azure region of the European Economic Area such as francecentral, got "Switzerland North"',
        ],
    ],
    [
        "a subscription that is no GUID",
        ["azure-native:subscriptionId", "prod"],
        ['azure-native:subscriptionId: expected a subscription id (GUID), got "prod"'],
    ],
    [
        "a tenant that is no GUID",
        ["azure-native:tenantId", "audioprothese.fr"],
        ['azure-native:tenantId: expected an Entra tenant id (GUID), got "audioprothese.fr"'],
    ],
    [
        "an unknown key",
        [`${P}:ownr`, "x@example.fr"],
        [`${P}:ownr: expected a declared key, got an unknown one (nearest: owner)`],
    ],
    [
        "an unknown key inside an object",
        [network, { nodeSubnet: "10.40.8.0/24" }],
        [`${network}.nodeSubnet: expected a declared key, got an unknown one (nearest: nodesSubnet)`],
    ],
    [
        "an unknown image",
        [`${P}:images`, { mariaDb: "latest" }],
        [`${P}:images.mariaDb: expected a declared key, got an unknown one (nearest: mariadb)`],
    ],
    [
        "upper case in the name prefix",
        [`${P}:namePrefix`, "APlus"],
        [
            `${P}:namePrefix: expected 2 to 8 lower-case letters or digits that begin with a letter, got "APlus"`,
        ],
    ],
    [
        "an environment of more than five letters",
        [`${P}:environment`, "production"],
        [`${P}:environment: expected 2 to 5 lower-case letters such as dev, got "production"`],
    ],
    [
        "an owner without an address",
        [`${P}:owner`, "the platform team"],
        [`${P}:owner: expected an e-mail address, got "the platform team"`],
    ],
    [
        "a cost centre that Azure could not filter by",
        [`${P}:costCenter`, "SI / DEV"],
        [`${P}:costCenter: expected 1 to 32 letters, digits or hyphens, got "SI / DEV"`],
    ],
    [
        "an HDS activity that the law does not know",
        [`${P}:hdsActivity`, "7"],
        [`${P}:hdsActivity: expected an HDS activity from 1 to 6, got "7"`],
    ],
    [
        "a word where a boolean is due",
        [`${P}:protectData`, "yes"],
        [`${P}:protectData: expected true or false, got "yes"`],
    ],
    [
        "logs kept less than six months",
        [`${P}:logRetentionDays`, "90"],
        [`${P}:logRetentionDays: expected a whole number of days from 180 to 365, got 90`],
    ],
    [
        "logs kept more than a year",
        [`${P}:logRetentionDays`, "730"],
        [`${P}:logRetentionDays: expected a whole number of days from 180 to 365, got 730`],
    ],
    [
        "a retention that is no number",
        [`${P}:logRetentionDays`, "a year"],
        [`${P}:logRetentionDays: expected a whole number of days from 180 to 365, got "a year"`],
    ],
    [
        "a fraction of a day",
        [`${P}:logRetentionDays`, "180.5"],
        [`${P}:logRetentionDays: expected a whole number of days from 180 to 365, got 180.5`],
    ],
    [
        "text where an object is due",
        [network, "10.40.0.0/16"],
        [
            `${network}: expected an object with addressSpace, nodesSubnet, endpointsSubnet, podCidr, serviceCidr, dnsServiceIp, got "10.40.0.0/16"`,
        ],
    ],
    [
        "a range with host bits",
        [network, { addressSpace: "10.40.0.1/16" }],
        [
            `${network}.addressSpace: expected a private IPv4 range that starts on its own boundary, such as 10.40.0.0/22, got "10.40.0.1/16"`,
        ],
    ],
    [
        "a range of public addresses",
        [network, { podCidr: "52.0.0.0/14" }],
        [
            `${network}.podCidr: expected a private IPv4 range that starts on its own boundary, such as 10.40.0.0/22, got "52.0.0.0/14"`,
        ],
    ],
    [
        "an address without a prefix",
        [network, { nodesSubnet: "10.40.0.0" }],
        [
            `${network}.nodesSubnet: expected a private IPv4 range that starts on its own boundary, such as 10.40.0.0/22, got "10.40.0.0"`,
        ],
    ],
    [
        "a subnet outside the virtual network",
        [network, { endpointsSubnet: "10.50.4.0/26" }],
        [
            `${network}.endpointsSubnet: expected a range inside addressSpace (10.40.0.0/16), got "10.50.4.0/26"`,
        ],
    ],
    [
        "subnets that overlap",
        [network, { endpointsSubnet: "10.40.2.0/26" }],
        [
            `${network}.endpointsSubnet: expected a range apart from nodesSubnet (10.40.0.0/22), got "10.40.2.0/26"`,
        ],
    ],
    [
        "pods in the virtual network",
        [network, { podCidr: "10.0.0.0/8" }],
        [`${network}.podCidr: expected a range apart from addressSpace (10.40.0.0/16), got "10.0.0.0/8"`],
    ],
    [
        "services among the pods, under their DNS address too",
        [network, { serviceCidr: "172.16.0.0/20" }],
        [
            `${network}.serviceCidr: expected a range apart from podCidr (172.16.0.0/14), got "172.16.0.0/20"`,
            `${network}.dnsServiceIp: expected an address of serviceCidr (172.16.0.0/20) other than its first, got "192.168.0.10"`,
        ],
    ],
    [
        "services in the virtual network",
        [network, { serviceCidr: "10.40.64.0/20", dnsServiceIp: "10.40.64.10" }],
        [
            `${network}.serviceCidr: expected a range apart from addressSpace (10.40.0.0/16), got "10.40.64.0/20"`,
        ],
    ],
    [
        "a service range that Azure finds too large",
        [
            network,
            {
                addressSpace: "192.168.0.0/16",
                nodesSubnet: "192.168.0.0/22",
                endpointsSubnet: "192.168.4.0/26",
                serviceCidr: "10.0.0.0/12",
                dnsServiceIp: "10.0.0.10",
            },
        ],
        [`${network}.serviceCidr: expected a range smaller than a /12, got "10.0.0.0/12"`],
    ],
    [
        "too few addresses for the nodes and Azure's five",
        [network, { nodesSubnet: "10.40.0.0/29" }],
        [`${network}.nodesSubnet: expected at least 14 addresses for 6 nodes, got "10.40.0.0/29"`],
    ],
    [
        "too few addresses for the private endpoints",
        [network, { endpointsSubnet: "10.40.4.0/30" }],
        [`${network}.endpointsSubnet: expected at least 8 addresses, got "10.40.4.0/30"`],
    ],
    [
        "less than a /24 of pods a node",
        [network, { podCidr: "172.16.0.0/22" }],
        [`${network}.podCidr: expected a /24 for each of 8 nodes, got "172.16.0.0/22"`],
    ],
    [
        "the address of the cluster's API as DNS address",
        [network, { dnsServiceIp: "192.168.0.1" }],
        [
            `${network}.dnsServiceIp: expected an address of serviceCidr (192.168.0.0/20) other than its first, got "192.168.0.1"`,
        ],
    ],
    [
        "a DNS address that is none",
        [network, { dnsServiceIp: "192.168.0.256" }],
        [`${network}.dnsServiceIp: expected an IPv4 address, got "192.168.0.256"`],
    ],
    [
        "a patch version of Kubernetes",
        [`${P}:kubernetesVersion`, "1.33.4"],
        [
            `${P}:kubernetesVersion: expected a Kubernetes minor version such as 1.33, without a patch, got "1.33.4"`,
        ],
    ],
    [
        "no administrators",
        [`${P}:clusterAdminGroups`, "[]"],
        [`${P}:clusterAdminGroups: expected at least one Entra group id, got []`],
    ],
    [
        "an administrator by name",
        [`${P}:clusterAdminGroups`, '["admins"]'],
        [`${P}:clusterAdminGroups.0: expected an Entra group id (GUID), got "admins"`],
    ],
    [
        "a login that waits for a person",
        [`${P}:kubeLogin`, "devicecode"],
        [`${P}:kubeLogin: expected azurecli, workloadidentity, msi or spn, got "devicecode"`],
    ],
    [
        "a VM size without a local disk",
        [`${P}:userPool`, { vmSize: "Standard_D4s_v5" }],
        [
            `${P}:userPool.vmSize: expected a VM size with a local disk such as Standard_D4ds_v5, got "Standard_D4s_v5"`,
        ],
    ],
    [
        "a single system node",
        [`${P}:systemPool`, { count: 1 }],
        [`${P}:systemPool.count: expected a whole number of nodes from 2 to 10, got 1`],
    ],
    [
        "a maximum below the minimum",
        [`${P}:userPool`, { minCount: 3, maxCount: 2 }],
        [`${P}:userPool.maxCount: expected at least minCount (3), got 2`],
    ],
    [
        "a CPU that is a number",
        [`${P}:database`, { cpu: 2 }],
        [`${P}:database.cpu: expected a CPU quantity such as 500m or 2, got 2`],
    ],
    [
        "memory in decimal units",
        [`${P}:database`, { memory: "4G" }],
        [`${P}:database.memory: expected a memory quantity such as 512Mi or 4Gi, got "4G"`],
    ],
    [
        "a disk that is too small",
        [`${P}:database`, { storageGiB: 5 }],
        [`${P}:database.storageGiB: expected a whole number of GiB from 10 to 4096, got 5`],
    ],
    [
        "a URL where a host name is due",
        [`${P}:openmrs`, { host: "https://openmrs.example.fr" }],
        [
            `${P}:openmrs.host: expected a host name such as openmrs.example.fr, got "https://openmrs.example.fr"`,
        ],
    ],
    [
        "an image tag where a digest is due",
        [`${P}:images`, { mariadb: "11.8" }],
        [`${P}:images.mariadb: expected an image digest, sha256: and 64 hexadecimal digits, got "11.8"`],
    ],
];
