import { backupVaultRegionEea } from "../../../policies/rules/backup/backup-vault-region-eea";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const vault = (location: unknown, ...types: readonly unknown[]) => ({
    location,
    properties: { storageSettings: types.map((type) => ({ type })) },
});
const recovery = (location: unknown, standardTierStorageRedundancy: unknown): Case["props"] => ({
    location,
    properties: { redundancySettings: { standardTierStorageRedundancy } },
});
const ofRecovery = (sample: Case): Case => ({ ...sample, type: "azure-native:recoveryservices:Vault" });
const EXPECTED = "location : attendu une région appariée de l’Espace économique européen";

const PAIRED = [
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

describeRule(backupVaultRegionEea, {
    type: "azure-native:dataprotection:BackupVault",
    accepts: {
        ...Object.fromEntries(
            PAIRED.map((region) => [
                `a second copy beside ${region}`,
                compliant(vault(region, "LocallyRedundant", "GeoRedundant")),
            ]),
        ),
        "a second copy beside a region spelt for people": compliant(vault("France Central", "GeoRedundant")),
        "copies in one region, which is another rule's": compliant(vault("uksouth", "ZoneRedundant")),
        "a replica in the EEA": compliant({ properties: { replicatedRegions: ["francesouth"] } }),
        "a recovery vault in several zones": ofRecovery(compliant(recovery("uksouth", "ZoneRedundant"))),
        "a recovery vault in France": ofRecovery(compliant(recovery("francecentral", "GeoRedundant"))),
    },
    rejects: {
        "a second copy in Switzerland": violation(
            vault("switzerlandnorth", "GeoRedundant"),
            `${EXPECTED}, obtenu « switzerlandnorth »`,
        ),
        "a second copy beside a region that has no pair": violation(
            vault("italynorth", "georedundant"),
            `${EXPECTED}, obtenu « italynorth »`,
        ),
        "a region that is a number": violation(vault(1, "GeoRedundant"), `${EXPECTED}, obtenu 1`),
        "a replica outside": violation(
            { properties: { replicatedRegions: ["francesouth", "uksouth"] } },
            "properties.replicatedRegions[1] : attendu une région Azure de l’Espace économique européen, obtenu « uksouth »",
        ),
        "a replica in a region that is a number": violation(
            { properties: { replicatedRegions: [1] } },
            "properties.replicatedRegions[0] : attendu une région Azure de l’Espace économique européen, obtenu 1",
        ),
        "a recovery vault in the United Kingdom": ofRecovery(
            violation(recovery("uksouth", "GeoRedundant"), `${EXPECTED}, obtenu « uksouth »`),
        ),
    },
    unset: {
        "the redundancy of a recovery vault, which is then geographic,": ofRecovery(
            violation({ location: "uksouth" }, `${EXPECTED}, obtenu « uksouth »`),
        ),
        "the storage of a backup vault": compliant({ location: "uksouth" }),
        "the region, which the provider gives,": undecided(
            { properties: { storageSettings: [{ type: "GeoRedundant" }] } },
            "location",
        ),
    },
    unknown: {
        "the region": undecided(vault(UNKNOWN, "GeoRedundant"), "location"),
        "the redundancy": undecided(vault("uksouth", UNKNOWN), "properties.storageSettings[0].type"),
        "the redundancy in France": compliant(vault("francecentral", UNKNOWN)),
    },
    otherType: "azure-native:dataprotection:BackupPolicy",
});
