/**
 * Azure regions of the European Economic Area with three availability zones, over which nodes, disks and the registry
 * are spread; the area's other regions have one.
 */
export const ZONED_REGIONS: readonly string[] = [
    "austriaeast",
    "belgiumcentral",
    "denmarkeast",
    "francecentral",
    "germanywestcentral",
    "italynorth",
    "northeurope",
    "norwayeast",
    "polandcentral",
    "spaincentral",
    "swedencentral",
    "westeurope",
];

/** Those of them that have a pair, in which storage can keep a copy (GZRS). */
export const PAIRED_REGIONS: readonly string[] = [
    "francecentral",
    "germanywestcentral",
    "northeurope",
    "norwayeast",
    "swedencentral",
    "westeurope",
];
