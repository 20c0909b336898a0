import type { BackupVaultArgs } from "@pulumi/azure-native/dataprotection/backupVault";

import type { Answer } from "../../answer";
import { expectEeaPair } from "../../azure/paired-regions";
import { anyCase, such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { isEeaRegion } from "../../regions";
import { defineRule } from "../../rule";

const BACKUP_VAULT = "azure-native:dataprotection:BackupVault";
const RECOVERY_VAULT = "azure-native:recoveryservices:Vault";

const geo = anyCase("GeoRedundant");

const eeaRegion = such(
    "une région Azure de l’Espace économique européen",
    (value) => typeof value === "string" && isEeaRegion(value),
);

export const backupVaultRegionEea = defineRule({
    id: "backup-vault-region-eea",
    title: {
        fr: "Les copies de sauvegarde restent dans l’Espace économique européen",
        en: "Copies of backups stay in the European Economic Area",
    },
    why: {
        fr: "La redondance géographique copie chaque sauvegarde dans la région appariée, où qu’elle soit.",
        en: "Geographic redundancy copies each backup to the paired region, wherever that is.",
    },
    remediation: {
        fr: "Placer le coffre dans une région appariée de l’EEE, comme francecentral, ou choisir « ZoneRedundant ».",
        en: 'Put the vault in a paired region of the EEA, such as francecentral, or choose "ZoneRedundant".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/reliability/cross-region-replication-azure",
    appliesTo: [BACKUP_VAULT, RECOVERY_VAULT],
    examples: {
        compliant: [
            {
                type: BACKUP_VAULT,
                properties: {
                    location: "francecentral",
                    properties: { storageSettings: [{ datastoreType: "VaultStore", type: "GeoRedundant" }] },
                } satisfies Partial<BackupVaultArgs>,
            },
        ],
        violation: [
            {
                type: BACKUP_VAULT,
                properties: {
                    location: "switzerlandnorth",
                    properties: { storageSettings: [{ datastoreType: "VaultStore", type: "GeoRedundant" }] },
                } satisfies Partial<BackupVaultArgs>,
            },
        ],
    },
    check(properties, { type }) {
        properties.each("properties.replicatedRegions", (region) => {
            region.expect("", eeaRegion);
        });
        expectEeaPair(properties, isCopied(properties, type));
    },
});

/** Whether backups are copied to a second region. A recovery vault does so where nothing is set. */
function isCopied(properties: Inspection, type: string): Answer {
    if (type === BACKUP_VAULT) {
        return properties.anyItem("properties.storageSettings", (setting) => setting.meets("type", geo));
    }
    const redundancy = "properties.redundancySettings.standardTierStorageRedundancy";
    return properties.read(redundancy).state === "unset" ? "yes" : properties.meets(redundancy, geo);
}
