import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { such } from "../../expectation";
import { defineRule } from "../../rule";

/** Regions whose pair is in the EEA too; the other regions of the EEA have no pair. */
const PAIRED_REGIONS: readonly string[] = [
    "francecentral",
    "francesouth",
    "germanynorth",
    "germanywestcentral",
    "northeurope",
    "norwayeast",
    "norwaywest",
    "swedencentral",
    "swedensouth",
    "westeurope",
];

const paired = such(
    "une région dont la jumelle est dans l’EEE",
    (value) => typeof value === "string" && PAIRED_REGIONS.includes(value.replaceAll(" ", "").toLowerCase()),
);

export const storageAccountReplicationEea = defineRule({
    id: "storage-account-replication-eea",
    title: {
        fr: "La copie lointaine d’un compte de stockage reste dans l’Espace économique européen",
        en: "The remote copy of a storage account stays in the European Economic Area",
    },
    why: {
        fr: "Une redondance géographique copie les données dans la région jumelle, choisie par Azure : elles ne doivent pas quitter l’EEE.",
        en: "Geographic redundancy copies the data to the paired region, which Azure chooses: it must not leave the EEA.",
    },
    remediation: {
        fr: "Choisir une région dont la jumelle est dans l’EEE, ou une redondance « ZRS » ou « LRS ».",
        en: 'Choose a region whose pair is in the EEA, or "ZRS" or "LRS" redundancy.',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/reliability/regions-paired",
    appliesTo: ["azure-native:storage:StorageAccount"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    location: "francecentral",
                    sku: { name: "Standard_GZRS" },
                } satisfies Partial<StorageAccountArgs>,
            },
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    location: "italynorth",
                    sku: { name: "Standard_ZRS" },
                } satisfies Partial<StorageAccountArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    location: "uksouth",
                    sku: { name: "Standard_RAGRS" },
                } satisfies Partial<StorageAccountArgs>,
            },
        ],
    },
    check(account) {
        // Azure requires a kind of redundancy.
        account.given("sku.name", (redundancy) => {
            if (redundancy === undefined || isGeographic(String(redundancy))) {
                account.expect("location", paired);
            }
        });
    },
});

/** "Standard_GRS", "Standard_RAGZRS"; "StandardV2_GZRS" of file shares. */
function isGeographic(redundancy: string): boolean {
    return /_(RA)?GZ?RS$/i.test(redundancy);
}
