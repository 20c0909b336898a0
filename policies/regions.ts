/**
 * Azure regions located in the European Economic Area, as ARM names them.
 *
 * Norway belongs to the EEA; Switzerland and the United Kingdom do not, adequacy decision or not: HDS v2 (EXI 28)
 * and article R.1111-9-1 of the Code de la santé publique ask for storage inside the EEA.
 */
export const EEA_REGIONS: readonly string[] = [
    "austriaeast",
    "belgiumcentral",
    "denmarkeast",
    "francecentral",
    "francesouth",
    "germanynorth",
    "germanywestcentral",
    "italynorth",
    "northeurope", // Ireland
    "norwayeast",
    "norwaywest",
    "polandcentral",
    "spaincentral",
    "swedencentral",
    "swedensouth",
    "westeurope", // Netherlands
];

const names: ReadonlySet<string> = new Set(EEA_REGIONS);

/** An Azure location as ARM names it; display names will do ("France Central" is francecentral). */
export function regionName(location: string): string {
    return location.replaceAll(" ", "").toLowerCase();
}

/** Whether an Azure location is in the EEA. */
export function isEeaRegion(location: string): boolean {
    return names.has(regionName(location));
}
