import { storageAccountCustomerKey } from "../../../policies/rules/storage/storage-account-customer-key";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const account = (keyVaultProperties: unknown, keySource: unknown = "Microsoft.Keyvault") => ({
    encryption: { keySource, keyVaultProperties },
});
const KEY = { keyName: "storage", keyVaultUri: "https://kv.vault.azure.net/" };

describeRule(storageAccountCustomerKey, {
    type: "azure-native:storage:StorageAccount",
    accepts: {
        "a key of the vault": compliant(account(KEY)),
        "the latest version, as an empty text": compliant(account({ ...KEY, keyVersion: "" })),
        "a key of a vault that is not created yet": compliant(account({ ...KEY, keyVaultUri: UNKNOWN })),
    },
    rejects: {
        "a key of Microsoft's": violation(
            account(KEY, "Microsoft.Storage"),
            "encryption.keySource : attendu « Microsoft.Keyvault », obtenu « Microsoft.Storage »",
        ),
        "a version that stays": violation(
            account({ ...KEY, keyVersion: "0123" }),
            "encryption.keyVaultProperties.keyVersion : attendu aucune version de clé, obtenu « 0123 »",
        ),
    },
    unset: {
        encryption: violation(
            {},
            "encryption.keySource : attendu « Microsoft.Keyvault », non défini",
            "encryption.keyVaultProperties.keyName : attendu le nom d’une clé, non défini",
            "encryption.keyVaultProperties.keyVaultUri : attendu l’adresse d’un coffre, non défini",
        ),
    },
    unknown: {
        "the source of the key": undecided(account(KEY, UNKNOWN), "encryption.keySource"),
        "the key as a whole": undecided(account(UNKNOWN), "encryption.keyVaultProperties"),
    },
    otherType: "azure-native:storage:BlobContainer",
});
