import { isList, propertiesAt, textAt } from "../../protocol/values";
import type { Properties, Value } from "../../protocol/values";
import { CREATED, digest, GROUP } from "../arm";
import type { ArmResource, ArmType } from "../arm-type";

/** The moment at which everything in the sandbox was made, in seconds since 1970, as the vault counts. */
const CREATED_AT = Date.parse(CREATED) / 1000;

/** Vaults, keys and secrets. */
export const keyVaultTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:keyvault:Vault": {
        path: `${GROUP}/providers/Microsoft.KeyVault/vaults/{vaultName}`,
        immutable: ["properties.enableSoftDelete", "properties.softDeleteRetentionInDays"],
        outputs: {
            "properties.privateEndpointConnections": [],
            "properties.vaultUri": ({ name }) => `https://${name}.vault.azure.net/`,
        },
        unset: "location properties.hsmPoolResourceId tags",
    },
    "azure-native:keyvault:Key": {
        path: `${GROUP}/providers/Microsoft.KeyVault/vaults/{vaultName}/keys/{keyName}`,
        // Azure reports success and changes nothing; refused here, so that nobody believes it.
        immutable: ["properties", "tags"],
        outputs: {
            attributes: (key) => ({
                created: CREATED_AT,
                enabled: true,
                exportable: false,
                recoveryLevel: "Recoverable",
                updated: CREATED_AT,
                ...propertiesAt(asked(key), "attributes"),
            }),
            curveName: (key) => asked(key).curveName,
            keyOps: (key) => asked(key).keyOps,
            keySize: (key) => asked(key).keySize,
            keyUri,
            keyUriWithVersion: (key) => `${keyUri(key)}/${digest(key.id, 32)}`,
            kty: (key) => asked(key).kty,
            // The vault's, which this stand-in does not remember.
            location: "francecentral",
            releasePolicy: (key) => asked(key).releasePolicy,
            rotationPolicy,
        },
        unset: "tags",
    },
    "azure-native:keyvault:Secret": {
        path: `${GROUP}/providers/Microsoft.KeyVault/vaults/{vaultName}/secrets/{secretName}`,
        writeOnly: ["properties.value"],
        outputs: {
            // The vault's, which this stand-in does not remember.
            location: "francecentral",
            "properties.attributes": { created: CREATED_AT, enabled: true, updated: CREATED_AT },
            "properties.attributes.created": CREATED_AT,
            "properties.attributes.enabled": true,
            "properties.attributes.updated": CREATED_AT,
            "properties.secretUri": secretUri,
            "properties.secretUriWithVersion": (secret) =>
                `${secretUri(secret)}/${digest(JSON.stringify([secret.id, asked(secret)]), 32)}`,
        },
        unset: "tags",
    },
};

function secretUri({ name, inputs }: ArmResource): string {
    return `https://${textAt(inputs, "vaultName") ?? ""}.vault.azure.net/secrets/${name}`;
}

const asked = ({ inputs }: ArmResource): Properties => propertiesAt(inputs, "properties");

function keyUri({ name, inputs }: ArmResource): string {
    return `https://${textAt(inputs, "vaultName") ?? ""}.vault.azure.net/keys/${name}`;
}

function rotationPolicy(key: ArmResource): Value | undefined {
    const policy = propertiesAt(asked(key), "rotationPolicy");
    const attributes = propertiesAt(policy, "attributes");
    return isList(policy.lifetimeActions)
        ? { ...policy, attributes: { created: CREATED_AT, updated: CREATED_AT, ...attributes } }
        : undefined;
}
