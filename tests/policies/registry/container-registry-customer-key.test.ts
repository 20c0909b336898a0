import { containerRegistryCustomerKey } from "../../../policies/rules/registry/container-registry-customer-key";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const registry = (keyIdentifier: unknown, status: unknown = "enabled") => ({
    encryption: { status, keyVaultProperties: { keyIdentifier } },
});
const KEY = "https://kv.vault.azure.net/keys/registry";
const at = (got: string) =>
    `encryption.keyVaultProperties.keyIdentifier : attendu l’URI d’une clé, sans version, ${got}`;

describeRule(containerRegistryCustomerKey, {
    type: "azure-native:containerregistry:Registry",
    accepts: {
        "a key of the vault": compliant(registry(KEY)),
        "a key that is not created yet": compliant(registry(UNKNOWN)),
    },
    rejects: {
        "a version that stays": violation(
            registry(`${KEY}/0123456789abcdef`),
            at(`obtenu « ${KEY}/0123456789abcdef »`),
        ),
        "a key that is not in use": violation(
            registry(KEY, "disabled"),
            "encryption.status : attendu « enabled », obtenu « disabled »",
        ),
    },
    unset: {
        encryption: violation({}, "encryption.status : attendu « enabled », non défini", at("non défini")),
    },
    unknown: { encryption: undecided({ encryption: UNKNOWN }, "encryption") },
    otherType: "azure-native:containerregistry:Replication",
});
