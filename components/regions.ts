interface Region {
    /** Short code, as Azure's own backup and private link names abbreviate it. */
    readonly code: string;
    /** Its pair, where Azure keeps what is geo-redundant; in the area too. */
    readonly pair?: string;
}

/**
 * Azure regions of the European Economic Area with three availability zones, over which nodes, disks and the registry
 * are spread; the area's other regions have one.
 */
export const ZONED_REGIONS: Readonly<Record<string, Region>> = {
    austriaeast: { code: "ate" },
    belgiumcentral: { code: "bec" },
    denmarkeast: { code: "dke" },
    francecentral: { code: "frc", pair: "francesouth" },
    germanywestcentral: { code: "gwc", pair: "germanynorth" },
    italynorth: { code: "itn" },
    northeurope: { code: "ne", pair: "westeurope" },
    norwayeast: { code: "nwe", pair: "norwaywest" },
    polandcentral: { code: "plc" },
    spaincentral: { code: "spc" },
    swedencentral: { code: "sdc", pair: "swedensouth" },
    westeurope: { code: "we", pair: "northeurope" },
};

export const isZoned = (region: string): boolean => Object.hasOwn(ZONED_REGIONS, region);

export const pairOf = (region: string): string | undefined => ZONED_REGIONS[region]?.pair;

export const isPaired = (region: string): boolean => pairOf(region) !== undefined;
