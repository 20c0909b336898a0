import { managedHsmProtected } from "../../../policies/rules/key-vault/managed-hsm-protected";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const hsm = (enablePurgeProtection: unknown, publicNetworkAccess: unknown) => ({
    properties: { enablePurgeProtection, publicNetworkAccess },
});
describeRule(managedHsmProtected, {
    type: "azure-native:keyvault:ManagedHsm",
    accepts: { "a protected module": compliant(hsm(true, "disabled")) },
    rejects: {
        "one that can be purged": violation(
            hsm(false, "Disabled"),
            "properties.enablePurgeProtection : attendu true, obtenu false",
        ),
        "a public one": violation(
            hsm(true, "Enabled"),
            "properties.publicNetworkAccess : attendu « Disabled », obtenu « Enabled »",
        ),
    },
    unset: {
        "both, of which the protection is then on,": violation(
            { properties: {} },
            "properties.publicNetworkAccess : attendu « Disabled », non défini",
        ),
    },
    unknown: { access: undecided(hsm(true, UNKNOWN), "properties.publicNetworkAccess") },
    otherType: "azure-native:keyvault:Vault",
});
