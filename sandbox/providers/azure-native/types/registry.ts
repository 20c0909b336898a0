import { propertiesAt, textAt } from "../../protocol/values";
import { CREATED, digest, GROUP, regionOf } from "../arm";
import type { ArmResource, ArmType } from "../arm-type";

const REGISTRY = `${GROUP}/providers/Microsoft.ContainerRegistry/registries/{registryName}`;

/** The registry and its parts. */
export const registryTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:containerregistry:Registry": {
        path: REGISTRY,
        immutable: ["encryption.status", "zoneRedundancy"],
        outputs: {
            anonymousPullEnabled: false,
            adminUserEnabled: false,
            creationDate: CREATED,
            dataEndpointEnabled: false,
            dataEndpointHostNames: ({ name, inputs }) =>
                inputs.dataEndpointEnabled === true
                    ? [`${name}.${regionOf(inputs)}.data.azurecr.io`.toLowerCase()]
                    : [],
            encryption: { status: "disabled" },
            "encryption.keyVaultProperties.keyRotationEnabled": ({ inputs }) => !hasVersion(keyOf(inputs)),
            "encryption.keyVaultProperties.lastKeyRotationTimestamp": CREATED,
            "encryption.keyVaultProperties.versionedKeyIdentifier": ({ id, inputs }) =>
                hasVersion(keyOf(inputs)) ? keyOf(inputs) : `${keyOf(inputs)}/${digest(`${id}/key`, 32)}`,
            loginServer: ({ name }) => `${name.toLowerCase()}.azurecr.io`,
            networkRuleBypassOptions: "AzureServices",
            "policies.retentionPolicy.lastUpdatedTime": CREATED,
            "policies.softDeletePolicy.lastUpdatedTime": CREATED,
            privateEndpointConnections: [],
            publicNetworkAccess: "Enabled",
            "sku.tier": ({ inputs }) => textAt(propertiesAt(inputs, "sku"), "name"),
            status: { displayStatus: "Ready", message: "The registry is ready", timestamp: CREATED },
            zoneRedundancy: "Disabled",
        },
        unset: "identity networkRuleSet policies tags",
    },
    "azure-native:containerregistry:Replication": {
        path: `${REGISTRY}/replications/{replicationName}`,
        immutable: ["zoneRedundancy"],
        outputs: {
            regionEndpointEnabled: true,
            status: { displayStatus: "Ready", message: "The replication is ready", timestamp: CREATED },
            zoneRedundancy: "Disabled",
        },
        unset: "tags",
    },
    "azure-native:containerregistry:CacheRule": {
        path: `${REGISTRY}/cacheRules/{cacheRuleName}`,
        // An update changes the credentials alone.
        immutable: ["sourceRepository", "targetRepository"],
        outputs: { creationDate: CREATED },
        unset: "credentialSetResourceId sourceRepository targetRepository",
    },
    "azure-native:containerregistry:CredentialSet": {
        path: `${REGISTRY}/credentialSets/{credentialSetName}`,
        immutable: ["loginServer"],
        outputs: {
            "authCredentials[].credentialHealth": { status: "Healthy" },
            creationDate: CREATED,
        },
        unset: "authCredentials identity loginServer",
    },
};

function keyOf(inputs: ArmResource["inputs"]): string {
    const encryption = propertiesAt(inputs, "encryption");
    return textAt(propertiesAt(encryption, "keyVaultProperties"), "keyIdentifier") ?? "";
}

/** Of a key's address: `.../keys/<name>/<version>`. */
function hasVersion(keyIdentifier: string): boolean {
    return /\/keys\/[^/]+\/[^/]+$/.test(keyIdentifier);
}
