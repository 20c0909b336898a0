import { keyVaultPurgeProtection } from "../../../policies/rules/key-vault/key-vault-purge-protection";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(keyVaultPurgeProtection, {
    type: "azure-native:keyvault:Vault",
    accepts: {
        "purge protection with soft delete": compliant({
            properties: { enablePurgeProtection: true, enableSoftDelete: true },
        }),
        "purge protection with soft delete by default": compliant({
            properties: { enablePurgeProtection: true },
        }),
    },
    rejects: {
        "a vault that can be purged": violation(
            { properties: { enablePurgeProtection: false } },
            "properties.enablePurgeProtection : attendu true, obtenu false",
        ),
        "a vault without soft delete": violation(
            { properties: { enablePurgeProtection: true, enableSoftDelete: false } },
            "properties.enableSoftDelete : attendu true, obtenu false",
        ),
        "the text true for the value true": violation(
            { properties: { enablePurgeProtection: "true" } },
            "properties.enablePurgeProtection : attendu true, obtenu « true »",
        ),
    },
    unset: {
        "purge protection": violation(
            { properties: {} },
            "properties.enablePurgeProtection : attendu true, non défini",
        ),
    },
    unknown: {
        "purge protection": undecided(
            { properties: { enablePurgeProtection: UNKNOWN } },
            "properties.enablePurgeProtection",
        ),
        "one property, beside a violation of another,": {
            ...violation(
                { properties: { enablePurgeProtection: UNKNOWN, enableSoftDelete: false } },
                "properties.enableSoftDelete : attendu true, obtenu false",
            ),
            unknowns: ["properties.enablePurgeProtection"],
        },
    },
    otherType: "azure-native:keyvault:Secret",
});
