import { keyVaultNotPublic } from "../../../policies/rules/key-vault/key-vault-not-public";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const PUBLIC = "properties.publicNetworkAccess : attendu « Disabled », obtenu « Enabled »";
const UNSET = "properties.publicNetworkAccess : attendu « Disabled », non défini";

const vault = (publicNetworkAccess: unknown) => ({ properties: { publicNetworkAccess } });

describeRule(keyVaultNotPublic, {
    type: "azure-native:keyvault:Vault",
    accepts: {
        "a vault closed to the Internet": compliant(vault("Disabled")),
        "the lower case that Azure may answer": compliant(vault("disabled")),
    },
    rejects: {
        "a public vault": violation(vault("Enabled"), PUBLIC),
        "a public vault of another API version": {
            ...violation(vault("Enabled"), PUBLIC),
            type: "azure-native:keyvault/v20230701:Vault",
        },
        "a public vault of a generated package": {
            ...violation(vault("Enabled"), PUBLIC),
            type: "azure-native_keyvault_v20230701:keyvault:Vault",
        },
        "properties that are no object": violation(
            { properties: "Disabled" },
            "properties : attendu un objet, obtenu une chaîne",
        ),
    },
    unset: {
        "public access": violation({ properties: {} }, UNSET),
        everything: violation({}, UNSET),
        "public access, by a null,": violation(vault(null), UNSET),
    },
    unknown: {
        "public access": undecided(vault(UNKNOWN), "properties.publicNetworkAccess"),
        "the whole of the properties": undecided({ properties: UNKNOWN }, "properties"),
    },
    otherType: "azure-native:keyvault:Key",
});
