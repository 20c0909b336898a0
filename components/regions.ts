interface Region {
    /** Short code, as Azure's own backup and private link names abbreviate it. */
    readonly code: string;
    /** Whether it has a pair, in which storage can keep a copy (GZRS). */
    readonly paired?: true;
}

/**
 * Azure regions of the European Economic Area with three availability zones, over which nodes, disks and the registry
 * are spread; the area's other regions have one.
 */
export const ZONED_REGIONS: Readonly<Record<string, Region>> = {
    austriaeast: { code: "ate" },
    belgiumcentral: { code: "bec" },
    denmarkeast: { code: "dke" },
    francecentral: { code: "frc", paired: true },
    germanywestcentral: { code: "gwc", paired: true },
    italynorth: { code: "itn" },
    northeurope: { code: "ne", paired: true },
    norwayeast: { code: "nwe", paired: true },
    polandcentral: { code: "plc" },
    spaincentral: { code: "spc" },
    swedencentral: { code: "sdc", paired: true },
    westeurope: { code: "we", paired: true },
};

export const isZoned = (region: string): boolean => Object.hasOwn(ZONED_REGIONS, region);

export const isPaired = (region: string): boolean => ZONED_REGIONS[region]?.paired === true;
