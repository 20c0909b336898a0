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

/** Whether an Azure location is in the EEA; display names count too ("France Central" is francecentral). */
export function isEeaRegion(location: string): boolean {
    return names.has(location.replaceAll(" ", "").toLowerCase());
}
