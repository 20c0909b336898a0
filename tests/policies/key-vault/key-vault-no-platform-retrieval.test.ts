import { keyVaultNoPlatformRetrieval } from "../../../policies/rules/key-vault/key-vault-no-platform-retrieval";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(keyVaultNoPlatformRetrieval, {
    type: "azure-native:keyvault:Vault",
    accepts: {
        "a vault closed to deployments": compliant({
            properties: {
                enabledForDeployment: false,
                enabledForTemplateDeployment: false,
                enabledForDiskEncryption: false,
            },
        }),
    },
    rejects: {
        machines: violation(
            { properties: { enabledForDeployment: true } },
            "properties.enabledForDeployment : attendu false, obtenu true",
        ),
        templates: violation(
            { properties: { enabledForTemplateDeployment: true } },
            "properties.enabledForTemplateDeployment : attendu false, obtenu true",
        ),
        "disks encrypted inside the machine": violation(
            { properties: { enabledForDiskEncryption: true } },
            "properties.enabledForDiskEncryption : attendu false, obtenu true",
        ),
    },
    unset: { "the options, which are then off,": compliant({ properties: {} }) },
    unknown: {
        "an option": undecided(
            { properties: { enabledForDeployment: UNKNOWN } },
            "properties.enabledForDeployment",
        ),
    },
    otherType: "azure-native:keyvault:Key",
});
