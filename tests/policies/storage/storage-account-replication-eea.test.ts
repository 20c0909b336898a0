import { storageAccountReplicationEea } from "../../../policies/rules/storage/storage-account-replication-eea";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const REGION = "attendu une région appariée de l’Espace économique européen";
const account = (location: unknown, name: unknown) => ({ location, sku: { name } });
describeRule(storageAccountReplicationEea, {
    type: "azure-native:storage:StorageAccount",
    accepts: Object.fromEntries<Case>([
        ...[
            "francecentral",
            "francesouth",
            "germanynorth",
            "germanywestcentral",
            "northeurope",
            "norwayeast",
            "norwaywest",
            "swedencentral",
            "swedensouth",
            "West Europe",
        ].map((region): [string, Case] => [
            `a copy from ${region}`,
            compliant(account(region, "Standard_GRS")),
        ]),
        ...["Standard_LRS", "Standard_ZRS", "Premium_LRS", "StandardV2_ZRS", "Standard_GRSX"].map(
            (name): [string, Case] => [
                `${name}, which makes no remote copy,`,
                compliant(account("uksouth", name)),
            ],
        ),
    ]),
    rejects: Object.fromEntries<Case>(
        [
            "Standard_GRS",
            "Standard_GZRS",
            "Standard_RAGRS",
            "Standard_RAGZRS",
            "standard_ragrs",
            "StandardV2_GRS",
            "StandardV2_GZRS",
        ].map((name): [string, Case] => [
            `${name} without a pair in the EEA`,
            violation(account("uksouth", name), `location : ${REGION}, obtenu « uksouth »`),
        ]),
    ),
    unset: {
        "the region, which others give,": undecided({ sku: { name: "Standard_GRS" } }, "location"),
        "the region of what makes no remote copy": compliant({ sku: { name: "Standard_LRS" } }),
        "the redundancy": violation({ location: "uksouth" }, `location : ${REGION}, obtenu « uksouth »`),
    },
    unknown: {
        "the redundancy": undecided(account("uksouth", UNKNOWN), "sku.name"),
        "the redundancy in a paired region": compliant(account("westeurope", UNKNOWN)),
        "the region": undecided(account(UNKNOWN, "Standard_GRS"), "location"),
    },
    otherType: "azure-native:storage:BlobContainer",
});
