import { normalRegion } from "../arm";

/** Azure's public regions with availability zones. Kept apart from the program's table, so that the two check each other. */
const ZONED: readonly string[] = [
    "australiaeast",
    "austriaeast",
    "belgiumcentral",
    "brazilsouth",
    "canadacentral",
    "centralindia",
    "centralus",
    "chilecentral",
    "denmarkeast",
    "eastasia",
    "eastus",
    "eastus2",
    "francecentral",
    "germanywestcentral",
    "indonesiacentral",
    "israelcentral",
    "italynorth",
    "japaneast",
    "japanwest",
    "koreacentral",
    "malaysiawest",
    "mexicocentral",
    "newzealandnorth",
    "northeurope",
    "norwayeast",
    "polandcentral",
    "qatarcentral",
    "southafricanorth",
    "southcentralus",
    "southeastasia",
    "spaincentral",
    "swedencentral",
    "switzerlandnorth",
    "uaenorth",
    "uksouth",
    "westeurope",
    "westus2",
    "westus3",
];

const SINGLE: readonly string[] = [
    "australiacentral",
    "australiacentral2",
    "australiasoutheast",
    "brazilsoutheast",
    "canadaeast",
    "francesouth",
    "germanynorth",
    "koreasouth",
    "northcentralus",
    "norwaywest",
    "southafricawest",
    "southindia",
    "swedensouth",
    "switzerlandwest",
    "uaecentral",
    "ukwest",
    "westcentralus",
    "westindia",
    "westus",
];

export function isRegion(location: string): boolean {
    return hasZones(location) || SINGLE.includes(normalRegion(location));
}

export function hasZones(location: string): boolean {
    return ZONED.includes(normalRegion(location));
}

/** The pairs of the EEA. */
const PAIRS: Readonly<Record<string, string>> = {
    francecentral: "francesouth",
    germanywestcentral: "germanynorth",
    northeurope: "westeurope",
    norwayeast: "norwaywest",
    swedencentral: "swedensouth",
    westeurope: "northeurope",
};

/** Where what is geo-redundant has its copy. */
export const pairOf = (location: string): string | undefined => PAIRS[normalRegion(location)];

/** Regions with zones but no pair. */
const UNPAIRED: readonly string[] = [
    "austriaeast",
    "belgiumcentral",
    "denmarkeast",
    "italynorth",
    "polandcentral",
    "spaincentral",
];

/** Whether nothing can be geo-redundant there. */
export const lacksPair = (location: string): boolean => UNPAIRED.includes(normalRegion(location));
