import type { Refusal } from "./refusals";

const P = "audioprothese-plus";
const openmrs = `${P}:openmrs`;

/** What several servers of OpenMRS share, in a sound configuration. */
export const CLUSTERING = {
    replicas: { min: 2, max: 4 },
    search: { host: "search.example.fr", port: 9200 },
    objectStorage: { host: "s3.example.fr", port: 443, bucket: "openmrs-files", region: "fr-par" },
};

/** The keys of a managed database, in the place of those of one in the cluster. */
export const MANAGED = {
    mode: "managed",
    sku: "Standard_D4ads_v5",
    storageGiB: 256,
    primary: undefined,
    cpu: undefined,
    memory: undefined,
};

const clustered = (change: object): [string, object] => [
    openmrs,
    { clustering: { ...CLUSTERING, ...change } },
];

const protectedStack = [`${P}:protectData`, "true"] as const;
const replicated = [openmrs, { webReplicas: { min: 2, max: 2 } }] as const;

const day = 'a day, in quotes, such as "2026-11-01"';
/** What is refused of OpenMRS and its database: combinations that would lose, show or corrupt the record. */
export const REFUSED_RELEASE: readonly Refusal[] = [
    [
        "several servers of OpenMRS that share nothing",
        [openmrs, { replicas: 2 }],
        [`${openmrs}.replicas: expected a declared key, got an unknown one`],
    ],
    [
        "an autoscaler on the one server of OpenMRS",
        clustered({ replicas: { min: 1, max: 4 } }),
        [`${openmrs}.clustering.replicas.min: expected a whole number of replicas from 2 to 20, got 1`],
    ],
    [
        "several servers of OpenMRS without a common index",
        clustered({ search: undefined }),
        [`${openmrs}.clustering.search: expected an object with host, port, got nothing`],
    ],
    [
        "several servers of OpenMRS without a common store of files",
        clustered({ objectStorage: undefined }),
        [
            `${openmrs}.clustering.objectStorage: expected an object with host, port, bucket, region, got nothing`,
        ],
    ],
    [
        "an index and a store of files that the mesh could not tell apart",
        clustered({ objectStorage: { ...CLUSTERING.objectStorage, port: 9200 } }),
        [`${openmrs}.clustering.objectStorage.port: expected 443, or another port than search has, got 9200`],
    ],
    [
        "fewer replicas at most than at least",
        [openmrs, { webReplicas: { min: 3, max: 2 } }],
        [`${openmrs}.webReplicas.max: expected at least min (3), got 2`],
    ],
    [
        "an autoscaler from one replica on",
        [openmrs, { webReplicas: { min: 1, max: 3 } }],
        [`${openmrs}.webReplicas.min: expected at least 2 where the autoscaler may add more, got 1`],
    ],
    [
        "demonstration patients among real ones",
        protectedStack,
        [`${openmrs}.demoData: expected false where protectData is true, got true`],
        replicated,
    ],
    [
        "a way in that ends with one replica where data is protected",
        protectedStack,
        [`${openmrs}.webReplicas.min: expected at least 2 where protectData is true, got 1`],
        [openmrs, { demoData: false }],
    ],
    [
        "a password in the configuration",
        [openmrs, { adminPassword: "Admin123" }],
        [`${openmrs}.adminPassword: expected a declared key, got an unknown one`],
    ],
    [
        "the administration pages under the public name",
        [openmrs, { adminHost: "openmrs.dev.audioprothese-plus.example" }],
        [
            `${openmrs}.adminHost: expected a name that does not hold host (openmrs.dev.audioprothese-plus.example), got "openmrs.dev.audioprothese-plus.example"`,
        ],
    ],
    [
        "the administration pages under a name whose private zone would hide the public one",
        [openmrs, { adminHost: "audioprothese-plus.example" }],
        [
            `${openmrs}.adminHost: expected a name that does not hold host (openmrs.dev.audioprothese-plus.example), got "audioprothese-plus.example"`,
        ],
    ],
    [
        "the administration pages under a name whose private zone would hide the index",
        clustered({ search: { host: "search.administration.example.fr", port: 9200 } }),
        [
            `${openmrs}.adminHost: expected a name that does not hold clustering.search.host (search.administration.example.fr), got "administration.example.fr"`,
        ],
        [openmrs, { adminHost: "administration.example.fr" }],
    ],
    [
        "one certificate for both hosts",
        [openmrs, { adminTlsCertificate: "OpenMRS-Gateway" }],
        [
            `${openmrs}.adminTlsCertificate: expected another certificate than tlsCertificate, got "OpenMRS-Gateway"`,
        ],
    ],
    [
        "a certificate in the place of a generated secret",
        [openmrs, { tlsCertificate: "openmrs-encryption-key" }],
        [
            `${openmrs}.tlsCertificate: expected a name that no secret of the platform has, got "openmrs-encryption-key"`,
        ],
    ],
    [
        "a certificate in the place of the database's own",
        [openmrs, { adminTlsCertificate: "Database-OpenMRS-Password" }],
        [
            `${openmrs}.adminTlsCertificate: expected a name that no secret of the platform has, got "Database-OpenMRS-Password"`,
        ],
    ],
    [
        "an index in the cluster itself",
        clustered({ search: { host: "search.openmrs.svc.cluster.local", port: 9200 } }),
        [
            `${openmrs}.clustering.search.host: expected a host outside the cluster, got "search.openmrs.svc.cluster.local"`,
        ],
    ],
    [
        "an index on no port",
        clustered({ search: { host: "search.example.fr", port: 0 } }),
        [`${openmrs}.clustering.search.port: expected a port from 1 to 65535, got 0`],
    ],
    [
        "an index that the mesh could not tell from the managed database",
        clustered({ search: { host: "search.example.fr", port: 3306 } }),
        [
            `${openmrs}.clustering.search.port: expected another port than the managed database's (3306), got 3306`,
        ],
        [`${P}:database`, MANAGED],
    ],
    [
        "nothing where something that servers share is due",
        [openmrs, { clustering: null }],
        [`${openmrs}.clustering: expected an object with replicas, search, objectStorage, got null`],
    ],
    [
        "a server that takes every processor of its node",
        [openmrs, { cpu: "4" }],
        [`${openmrs}.cpu: expected less than the 4 processors of nodePools.general.vmSize, got "4"`],
    ],
    [
        "a database that takes every processor of its node",
        [`${P}:database`, { cpu: "2" }],
        [`${P}:database.cpu: expected less than the 2 processors of nodePools.database.vmSize, got "2"`],
    ],
    [
        "two replicas of the database on one node",
        [`${P}:nodePools`, { database: { vmSize: "Standard_D2ds_v5", minCount: 1, maxCount: 1 } }],
        [
            `${P}:nodePools.database.maxCount: expected at least 2 for the two replicas of a database in the cluster, got 1`,
        ],
    ],
    [
        "a managed database whose copies would have no second region",
        [`${P}:database`, MANAGED],
        [`${P}:database.mode: expected inCluster in a region without a pair (polandcentral), got "managed"`],
        ["azure-native:location", "polandcentral"],
    ],
    [
        "a managed database without a standby in another zone",
        [`${P}:database`, { ...MANAGED, sku: "Standard_B2s" }],
        [
            `${P}:database.sku: expected a size of the tiers GeneralPurpose or MemoryOptimized such as Standard_D4ads_v5, got "Standard_B2s"`,
        ],
    ],
    [
        "a database of neither kind",
        [`${P}:database`, { mode: "onDisk" }],
        [`${P}:database.mode: expected inCluster or managed, got "onDisk"`],
    ],
    [
        "a database by its kind alone",
        [`${P}:database`, "managed"],
        [`${P}:database: expected an object with mode, got "managed"`],
    ],
    [
        "a size of a managed server for a database in the cluster",
        [`${P}:database`, { sku: "Standard_D4ads_v5" }],
        [`${P}:database.sku: expected a declared key, got an unknown one`],
    ],
    [
        "a misspelt key of a database in the cluster",
        [`${P}:database`, { primry: 1 }],
        [`${P}:database.primry: expected a declared key, got an unknown one (nearest: primary)`],
    ],
    [
        "a misspelt key of what servers share",
        clustered({ serch: CLUSTERING.search }),
        [`${openmrs}.clustering.serch: expected a declared key, got an unknown one (nearest: search)`],
    ],
    [
        "a third replica that takes the writes",
        [`${P}:database`, { primary: 2 }],
        [`${P}:database.primary: expected 0 or 1, got 2`],
    ],
    [
        "credentials of a month",
        [`${P}:credentialsRotatedOn`, "2026-11"],
        [`${P}:credentialsRotatedOn: expected ${day}, got "2026-11"`],
    ],
    [
        "credentials of a day that no calendar has",
        [`${P}:credentialsRotatedOn`, "2026-02-30"],
        [`${P}:credentialsRotatedOn: expected a day of the calendar, got "2026-02-30"`],
    ],
    [
        "no word on the age of credentials",
        [`${P}:credentialsRotatedOn`, undefined],
        [`${P}:credentialsRotatedOn: expected ${day}, got nothing`],
    ],
];
