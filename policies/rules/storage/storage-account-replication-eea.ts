import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import type { Answer } from "../../answer";
import { expectEeaPair } from "../../azure/paired-regions";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

export const storageAccountReplicationEea = defineRule({
    id: "storage-account-replication-eea",
    title: {
        fr: "La copie distante d’un compte de stockage reste dans l’Espace économique européen",
        en: "The remote copy of a storage account stays in the European Economic Area",
    },
    why: {
        fr: "Une redondance géographique copie les données dans la région appariée, choisie par Azure : elles ne doivent pas quitter l’EEE.",
        en: "Geographic redundancy copies the data to the paired region, which Azure chooses: it must not leave the EEA.",
    },
    remediation: {
        fr: "Choisir une région appariée à une autre de l’EEE, ou une redondance « ZRS » ou « LRS ».",
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
        expectEeaPair(account, copied(account));
    },
});

/** "Standard_GRS", "Standard_RAGZRS"; "StandardV2_GZRS" of file shares. Azure requires a redundancy: without one, which cannot be told. */
function copied(account: Inspection): Answer {
    const redundancy = account.readings("sku.name");
    return redundancy.length === 0
        ? "yes"
        : account.some(redundancy, (name) => /_(RA)?GZ?RS$/i.test(String(name)));
}
