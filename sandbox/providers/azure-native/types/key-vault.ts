import { GROUP } from "../arm";
import type { ArmType } from "../arm-type";

/** Vaults, keys and the encryption of disks. */
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
};
