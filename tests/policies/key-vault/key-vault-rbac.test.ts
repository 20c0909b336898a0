import { keyVaultRbac } from "../../../policies/rules/key-vault/key-vault-rbac";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(keyVaultRbac, {
    type: "azure-native:keyvault:Vault",
    accepts: { "a vault under Azure roles": compliant({ properties: { enableRbacAuthorization: true } }) },
    rejects: {
        "a vault under access policies": violation(
            { properties: { enableRbacAuthorization: false } },
            "properties.enableRbacAuthorization : attendu true, obtenu false",
        ),
    },
    unset: {
        "the mode of access": violation(
            { properties: {} },
            "properties.enableRbacAuthorization : attendu true, non défini",
        ),
    },
    unknown: {
        "the mode of access": undecided(
            { properties: { enableRbacAuthorization: UNKNOWN } },
            "properties.enableRbacAuthorization",
        ),
    },
    otherType: "azure-native:keyvault:Key",
});
