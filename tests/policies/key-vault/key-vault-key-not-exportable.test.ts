import { keyVaultKeyNotExportable } from "../../../policies/rules/key-vault/key-vault-key-not-exportable";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(keyVaultKeyNotExportable, {
    type: "azure-native:keyvault:Key",
    accepts: { "a key that stays": compliant({ properties: { attributes: { exportable: false } } }) },
    rejects: {
        "an exportable key": violation(
            { properties: { attributes: { exportable: true } } },
            "properties.attributes.exportable : attendu false, obtenu true",
        ),
        "a key with a release policy": violation(
            { properties: { releasePolicy: { data: "e30" } } },
            "properties.releasePolicy : attendu aucune politique de sortie de la clé",
        ),
    },
    unset: { "export, which is then impossible,": compliant({ properties: {} }) },
    unknown: {
        export: undecided(
            { properties: { attributes: { exportable: UNKNOWN } } },
            "properties.attributes.exportable",
        ),
        "the release policy": undecided(
            { properties: { releasePolicy: UNKNOWN } },
            "properties.releasePolicy",
        ),
    },
    otherType: "azure-native:keyvault:Secret",
});
