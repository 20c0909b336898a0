const P = "audioprothese-plus";

/** One change to a good configuration: a key set to a text or a list, or to an object merged into the key's own, or taken away. */
export type Change = readonly [key: string, change: string | object | undefined];

const network = `${P}:network`;

/** A configuration that is refused: the change that spoils it, each line of the answer, and what must be so before. */
export type Refusal = readonly [
    title: string,
    change: Change,
    faults: readonly string[],
    ...given: readonly Change[],
];

/** What is refused for one value's own sake. */
export const REFUSALS: readonly Refusal[] = [
    [
        "a missing key",
        [`${P}:owner`, undefined],
        [`${P}:owner: expected an e-mail address of at most 256 characters, got nothing`],
    ],
    [
        "a key of a misspelt namespace",
        ["audioprothese:owner", "plateforme@audioprothese-plus.example"],
        [
            "audioprothese:owner: expected a key of audioprothese-plus or azure-native, got one of another namespace",
        ],
    ],
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
        "a region of a single zone",
        ["azure-native:location", "France South"],
        [
            'azure-native:location: expected a region with three availability zones such as francecentral, got "francesouth"',
        ],
    ],
    [
        "a subscription that is no GUID",
        ["azure-native:subscriptionId", "prod"],
        ['azure-native:subscriptionId: expected a subscription id (GUID), got "prod"'],
    ],
    [
        "the subscription that stands for none",
        ["azure-native:subscriptionId", "00000000-0000-0000-0000-000000000000"],
        [
            'azure-native:subscriptionId: expected a subscription id (GUID), got "00000000-0000-0000-0000-000000000000"',
        ],
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
        "a key unlike any other, without guessing",
        [`${P}:monitoring`, "x"],
        [`${P}:monitoring: expected a declared key, got an unknown one`],
    ],
    [
        "a short key unlike any other, without guessing",
        [`${P}:openmrs`, { foo: 1 }],
        [`${P}:openmrs.foo: expected a declared key, got an unknown one`],
    ],
    [
        "an unknown key inside an object",
        [network, { podCdr: "10.40.8.0/24" }],
        [`${network}.podCdr: expected a declared key, got an unknown one (nearest: podCidr)`],
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
        [`${P}:owner: expected an e-mail address of at most 256 characters, got "the platform team"`],
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
        [`${network}: expected an object with addressSpace, podCidr, serviceCidr, got "10.40.0.0/16"`],
    ],
    [
        "a patch version of Kubernetes",
        [`${P}:kubernetesVersion`, "1.35.4"],
        [
            `${P}:kubernetesVersion: expected a Kubernetes minor version from 1.34 on, in quotes, without a patch, such as "1.35", got "1.35.4"`,
        ],
    ],
    [
        "a version of Kubernetes that Azure no longer supports",
        [`${P}:kubernetesVersion`, "1.33"],
        [
            `${P}:kubernetesVersion: expected a Kubernetes minor version from 1.34 on, in quotes, without a patch, such as "1.35", got "1.33"`,
        ],
    ],
    [
        "no administrators",
        [`${P}:clusterAdminGroups`, "[]"],
        [`${P}:clusterAdminGroups: expected at least one of Entra group ids, got []`],
    ],
    [
        "an administrator by name",
        [`${P}:clusterAdminGroups`, '["admins"]'],
        [`${P}:clusterAdminGroups.0: expected an Entra group id (GUID), got "admins"`],
    ],
    [
        "an administrators' group twice",
        [
            `${P}:clusterAdminGroups`,
            ["0c1d8f6e-35a7-4c2b-b0f4-8e9d1a2b3c4d", "0C1D8F6E-35A7-4C2B-B0F4-8E9D1A2B3C4D"],
        ],
        [
            `${P}:clusterAdminGroups: expected a list of Entra group ids, none twice, got ["0c1d8f6e-35a7-4c2b-b0f4-8e9d1a2b3c4d","0c1d8f6e-35a7-4c2b-b0f4-8e9d1a2b3c4d"]`,
        ],
    ],
    [
        "a login that waits for a person",
        [`${P}:kubeLogin`, "devicecode"],
        [`${P}:kubeLogin: expected azurecli, workloadidentity, msi or spn, got "devicecode"`],
    ],
    [
        "a VM size without a local disk",
        [`${P}:nodePools`, { general: { vmSize: "Standard_D4s_v5", minCount: 1, maxCount: 4 } }],
        [
            `${P}:nodePools.general.vmSize: expected an x64 VM size of 2 vCPUs or more with premium storage and a local disk, such as Standard_D4ds_v5, got "Standard_D4s_v5"`,
        ],
    ],
    [
        "a VM size without premium storage",
        [`${P}:nodePools`, { general: { vmSize: "Standard_D4d_v5", minCount: 1, maxCount: 4 } }],
        [
            `${P}:nodePools.general.vmSize: expected an x64 VM size of 2 vCPUs or more with premium storage and a local disk, such as Standard_D4ds_v5, got "Standard_D4d_v5"`,
        ],
    ],
    [
        "a VM size for Arm, which the images are not built for",
        [`${P}:nodePools`, { general: { vmSize: "Standard_D4pds_v5", minCount: 1, maxCount: 4 } }],
        [
            `${P}:nodePools.general.vmSize: expected an x64 VM size of 2 vCPUs or more with premium storage and a local disk, such as Standard_D4ds_v5, got "Standard_D4pds_v5"`,
        ],
    ],
    [
        "a VM size of one processor",
        [`${P}:nodePools`, { general: { vmSize: "Standard_F1ads_v7", minCount: 1, maxCount: 4 } }],
        [
            `${P}:nodePools.general.vmSize: expected an x64 VM size of 2 vCPUs or more with premium storage and a local disk, such as Standard_D4ds_v5, got "Standard_F1ads_v7"`,
        ],
    ],
    [
        "a single system node",
        [`${P}:systemPool`, { count: 1 }],
        [`${P}:systemPool.count: expected a whole number of nodes from 2 to 10, got 1`],
    ],
    [
        "a maximum below the minimum",
        [`${P}:nodePools`, { general: { vmSize: "Standard_D4ds_v5", minCount: 4, maxCount: 3 } }],
        [`${P}:nodePools.general.maxCount: expected at least minCount (4), got 3`],
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
        "a server with less memory than it starts with",
        [`${P}:openmrs`, { memory: "512Mi" }],
        [`${P}:openmrs.memory: expected at least 2Gi of memory, got "512Mi"`],
    ],
    [
        "a database without the processor that it needs",
        [`${P}:database`, { cpu: "1m" }],
        [`${P}:database.cpu: expected at least 250m of CPU, got "1m"`],
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
        "a host name with a label that ends with a hyphen",
        [`${P}:openmrs`, { host: "openmrs-.example.fr" }],
        [`${P}:openmrs.host: expected a host name such as openmrs.example.fr, got "openmrs-.example.fr"`],
    ],
    [
        "a certificate in the place of Docker Hub's token",
        [`${P}:openmrs`, { tlsCertificate: "Docker-Hub-Token" }],
        [
            `${P}:openmrs.tlsCertificate: expected a name that no secret of the platform has, got "Docker-Hub-Token"`,
        ],
    ],
    [
        "an image tag where a digest is due",
        [`${P}:images`, { mariadb: "11.8" }],
        [`${P}:images.mariadb: expected an image digest, sha256: and 64 hexadecimal digits, got "11.8"`],
    ],
];
