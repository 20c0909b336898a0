import type { Refusal } from "./refusals";

const P = "audioprothese-plus";

const range = "a public IPv4 range of /16 or smaller that starts on its own boundary, such as 192.0.2.0/24";
const month = 'the first day of a month, in quotes, such as "2026-12-01"';
const source = `${range}, or "Internet"`;

/** So many ranges of one address each. */
const addresses = (count: number) =>
    Array.from({ length: count }, (_, index) => `192.0.2.${index.toString()}/32`);
/** So many e-mail addresses. */
const mailboxes = (count: number) =>
    Array.from({ length: count }, (_, index) => `a${index.toString()}@example.fr`);
const excerpt = (list: readonly string[]) => `${JSON.stringify(list).slice(0, 80)}...`;

/** What is refused of the platform on Azure: the way in and out, costs, alerts, the archive, the registry, the pools. */
export const REFUSED_PLATFORM: readonly Refusal[] = [
    [
        "a way out that does not exist",
        [`${P}:egress`, "loadBalancer"],
        [`${P}:egress: expected firewall or natGateway, got "loadBalancer"`],
    ],
    ["no way out", [`${P}:egress`, undefined], [`${P}:egress: expected firewall or natGateway, got nothing`]],
    [
        "administrators from everywhere",
        [`${P}:administratorSources`, '["Internet"]'],
        [`${P}:administratorSources.0: expected ${range}, got "Internet"`],
    ],
    [
        "administrators by their private range, which Bastion never sees",
        [`${P}:administratorSources`, '["10.0.0.0/24"]'],
        [`${P}:administratorSources.0: expected ${range}, got "10.0.0.0/24"`],
    ],
    [
        "a range of administrators twice",
        [`${P}:administratorSources`, '["192.0.2.0/24", "192.0.2.0/24"]'],
        [
            `${P}:administratorSources: expected public IPv4 ranges that do not overlap, got ["192.0.2.0/24","192.0.2.0/24"]`,
        ],
    ],
    [
        "whether there are administrators, rather than where",
        [`${P}:administratorSources`, "true"],
        [`${P}:administratorSources: expected a list of public IPv4 ranges, got true`],
    ],
    [
        "no word on administrators",
        [`${P}:administratorSources`, undefined],
        [`${P}:administratorSources: expected a list of public IPv4 ranges, got nothing`],
    ],
    [
        "an unknown protection against floods",
        [`${P}:ddosProtection`, "Standard"],
        [`${P}:ddosProtection: expected none, ip or network, got "Standard"`],
    ],
    [
        "an edge that nobody may reach",
        [`${P}:edge`, { allowedSources: [] }],
        [`${P}:edge.allowedSources: expected at least one of public IPv4 ranges, got []`],
    ],
    [
        "the Internet beside the ranges of the centres",
        [`${P}:edge`, { allowedSources: ["192.0.2.0/24", "Internet"] }],
        [
            `${P}:edge.allowedSources: expected "Internet" alone, or public IPv4 ranges without it, got ["192.0.2.0/24","Internet"]`,
        ],
    ],
    [
        "the whole Internet as a range",
        [`${P}:edge`, { allowedSources: ["0.0.0.0/0"] }],
        [`${P}:edge.allowedSources.0: expected ${source}, got "0.0.0.0/0"`],
    ],
    [
        "the Internet by another name",
        [`${P}:edge`, { allowedSources: ["*"] }],
        [`${P}:edge.allowedSources.0: expected ${source}, got "*"`],
    ],
    [
        "a range of a provider rather than of a centre",
        [`${P}:edge`, { allowedSources: ["80.0.0.0/8"] }],
        [`${P}:edge.allowedSources.0: expected ${source}, got "80.0.0.0/8"`],
    ],
    [
        "a centre by its private range, which the edge never sees",
        [`${P}:edge`, { allowedSources: ["192.168.1.0/24"] }],
        [`${P}:edge.allowedSources.0: expected ${source}, got "192.168.1.0/24"`],
    ],
    [
        "a range that nobody may use",
        [`${P}:edge`, { allowedSources: ["240.0.0.0/16"] }],
        [`${P}:edge.allowedSources.0: expected ${source}, got "240.0.0.0/16"`],
    ],
    [
        "a centre's range with host bits",
        [`${P}:edge`, { allowedSources: ["192.0.2.9/24"] }],
        [`${P}:edge.allowedSources.0: expected ${source}, got "192.0.2.9/24"`],
    ],
    [
        "a centre's range twice",
        [`${P}:edge`, { allowedSources: ["192.0.2.0/24", "192.0.2.0/24"] }],
        [
            `${P}:edge.allowedSources: expected public IPv4 ranges that do not overlap, got ["192.0.2.0/24","192.0.2.0/24"]`,
        ],
    ],
    [
        "a centre's range within another, before or behind it",
        [`${P}:edge`, { allowedSources: ["192.0.2.128/25", "198.51.100.0/24", "192.0.2.0/24"] }],
        [
            `${P}:edge.allowedSources: expected public IPv4 ranges that do not overlap, got ["192.0.2.128/25","198.51.100.0/24","192.0.2.0/24"]`,
        ],
    ],
    [
        "a centre's range with a padded prefix",
        [`${P}:edge`, { allowedSources: ["192.0.2.0/024"] }],
        [`${P}:edge.allowedSources.0: expected ${source}, got "192.0.2.0/024"`],
    ],
    [
        "more centres than the platform serves",
        [`${P}:edge`, { allowedSources: addresses(201) }],
        [`${P}:edge.allowedSources: expected at most 200 public IPv4 ranges, got ${excerpt(addresses(201))}`],
    ],
    [
        "an edge that cannot survive the loss of a zone",
        [`${P}:edge`, { maxInstances: 1 }],
        [`${P}:edge.maxInstances: expected a whole number of instances from 2 to 125, got 1`],
    ],
    [
        "alerts for nobody",
        [`${P}:alertEmails`, "[]"],
        [`${P}:alertEmails: expected at least one of e-mail addresses, got []`],
    ],
    [
        "alerts for a telephone",
        [`${P}:alertEmails`, '["+33 1 99 00 00 00"]'],
        [`${P}:alertEmails.0: expected an e-mail address of at most 256 characters, got "+33 1 99 00 00 00"`],
    ],
    [
        "alerts for more people than Azure writes to about a budget",
        [`${P}:alertEmails`, mailboxes(51)],
        [`${P}:alertEmails: expected at most 50 e-mail addresses, got ${excerpt(mailboxes(51))}`],
    ],
    [
        "one mailbox in two spellings",
        [`${P}:alertEmails`, ["astreinte@example.fr", "Astreinte@Example.fr"]],
        [
            `${P}:alertEmails: expected a list of e-mail addresses, none twice, got ["astreinte@example.fr","Astreinte@Example.fr"]`,
        ],
    ],
    [
        "a budget of nothing",
        [`${P}:budget`, { monthlyEuros: 0 }],
        [`${P}:budget.monthlyEuros: expected a whole number of euros from 1 to 1000000, got 0`],
    ],
    [
        "a budget that starts within a month",
        [`${P}:budget`, { startDate: "2026-12-15" }],
        [`${P}:budget.startDate: expected ${month}, got "2026-12-15"`],
    ],
    [
        "a budget that starts in a thirteenth month",
        [`${P}:budget`, { startDate: "2026-13-01" }],
        [`${P}:budget.startDate: expected ${month}, got "2026-13-01"`],
    ],
    [
        "a budget's start without quotes, as Pulumi hands it over",
        [`${P}:budget`, { startDate: "2026-12-01T00:00:00Z" }],
        [`${P}:budget.startDate: expected ${month}, got "2026-12-01T00:00:00Z"`],
    ],
    [
        "an unknown Defender plan",
        [`${P}:defenderPlans`, '["Everything"]'],
        [
            `${P}:defenderPlans.0: expected Arm, CloudPosture, Containers, KeyVaults or StorageAccounts, got "Everything"`,
        ],
    ],
    [
        "no Defender plan",
        [`${P}:defenderPlans`, "[]"],
        [`${P}:defenderPlans: expected at least one of Defender plans, got []`],
    ],
    [
        "an archive of less than six months",
        [`${P}:archive`, { retentionDays: 30 }],
        [`${P}:archive.retentionDays: expected a whole number of days from 180 to 1095, got 30`],
    ],
    [
        "an archive that forgets before the logs do",
        [`${P}:logRetentionDays`, "365"],
        [`${P}:archive.retentionDays: expected at least logRetentionDays (365), got 180`],
    ],
    [
        "an archive in a single place",
        [`${P}:archive`, { redundancy: "LRS" }],
        [`${P}:archive.redundancy: expected ZRS or GZRS, got "LRS"`],
    ],
    [
        "a copy of the archive in a pair that the region does not have",
        [`${P}:archive`, { redundancy: "GZRS" }],
        [`${P}:archive.redundancy: expected ZRS in a region without a pair (polandcentral), got "GZRS"`],
        ["azure-native:location", "polandcentral"],
    ],
    [
        "an archive that can be changed",
        [`${P}:archive`, { immutability: "Disabled" }],
        [`${P}:archive.immutability: expected Unlocked or Locked, got "Disabled"`],
    ],
    [
        "an archive locked for good where data is worthless",
        [`${P}:archive`, { immutability: "Locked" }],
        [`${P}:archive.immutability: expected "Unlocked" where protectData is false, got "Locked"`],
    ],
    [
        "a copy of the images in the United States",
        [`${P}:registry`, { replicaRegions: ["eastus"] }],
        [
            `${P}:registry.replicaRegions.0: expected an Azure region of the European Economic Area such as francecentral, got "eastus"`,
        ],
    ],
    [
        "a copy of the images in the stack's own region",
        [`${P}:registry`, { replicaRegions: ["France Central"] }],
        [`${P}:registry.replicaRegions: expected regions other than the stack's own, got "francecentral"`],
    ],
    [
        "two copies of the images in one region",
        [`${P}:registry`, { replicaRegions: ["francesouth", "France South"] }],
        [`${P}:registry.replicaRegions: expected no region twice, got ["francesouth","francesouth"]`],
    ],
    [
        "a mesh by its version",
        [`${P}:mesh`, { revision: "1.28" }],
        [`${P}:mesh.revision: expected a revision of the Istio add-on from asm-1-30 on, got "1.28"`],
    ],
    [
        "a mesh that needs a privileged container in each pod",
        [`${P}:mesh`, { revision: "asm-1-29" }],
        [`${P}:mesh.revision: expected a revision of the Istio add-on from asm-1-30 on, got "asm-1-29"`],
    ],
    [
        "an upgrade of the mesh to what it is",
        [`${P}:mesh`, { previous: "asm-1-30" }],
        [
            `${P}:mesh: expected another previous revision than the mesh's own, got {"revision":"asm-1-30","previous":"asm-1-30"}`,
        ],
    ],
    [
        "a maintenance window that is too short",
        [`${P}:maintenance`, { hours: 2 }],
        [`${P}:maintenance.hours: expected a whole number of hours from 4 to 24, got 2`],
    ],
    [
        "maintenance in French",
        [`${P}:maintenance`, { clusterDay: "mardi" }],
        [
            `${P}:maintenance.clusterDay: expected Monday, Tuesday, Wednesday, Thursday, Friday, Saturday or Sunday, got "mardi"`,
        ],
    ],
    [
        "maintenance at an hour that no clock shows",
        [`${P}:maintenance`, { startTime: "24:00" }],
        [`${P}:maintenance.startTime: expected a time of day such as 02:00, got "24:00"`],
    ],
    [
        "the cluster and its nodes upgraded on one day",
        [`${P}:maintenance`, { nodesDay: "Tuesday" }],
        [`${P}:maintenance.nodesDay: expected another day than clusterDay (Tuesday), got "Tuesday"`],
    ],
    [
        "a missing pool",
        [`${P}:nodePools`, { media: undefined }],
        [`${P}:nodePools.media: expected an object with vmSize, minCount, maxCount, got nothing`],
    ],
    [
        "a pool that the platform does not have",
        [`${P}:nodePools`, { gpu: { vmSize: "Standard_D4ds_v5", minCount: 0, maxCount: 1 } }],
        [`${P}:nodePools.gpu: expected a declared key, got an unknown one`],
    ],
    [
        "a general pool that may vanish",
        [`${P}:nodePools`, { general: { vmSize: "Standard_D4ds_v5", minCount: 0, maxCount: 4 } }],
        [`${P}:nodePools.general.minCount: expected a whole number of nodes from 1 to 50, got 0`],
    ],
    [
        "a pool that can have no node",
        [`${P}:nodePools`, { media: { vmSize: "Standard_D4ds_v5", minCount: 0, maxCount: 0 } }],
        [`${P}:nodePools.media.maxCount: expected a whole number of nodes from 1 to 50, got 0`],
    ],
];
