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
