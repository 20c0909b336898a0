import { testRefusals } from "./refusals-support";

const ACCOUNT = "azure-native:storage:StorageAccount";
const BLOBS = "azure-native:storage:BlobServiceProperties";
const EXPIRY = "azure-native:storage:ManagementPolicy";
const KEY = "azure-native:keyvault:Key";
const REGISTRY = "azure-native:containerregistry:Registry";
const REPLICA = "azure-native:containerregistry:Replication";
const CACHE = "azure-native:containerregistry:CacheRule";
const VAULT = "azure-native:keyvault:Vault";

const WORM = "immutableStorageWithVersioning";
const POLICY = `${WORM}.immutabilityPolicy`;
const DAYS = `${POLICY}.immutabilityPeriodSinceCreationInDays`;
const account = {
    location: "francecentral",
    sku: { name: "Standard_GZRS" },
    minimumTlsVersion: "TLS1_2",
    identity: { type: "UserAssigned" },
    encryption: { keySource: "Microsoft.Keyvault", keyVaultProperties: { keyName: "storage" } },
    [WORM]: {
        enabled: true,
        immutabilityPolicy: {
            state: "Unlocked",
            immutabilityPeriodSinceCreationInDays: 365,
            allowProtectedAppendWrites: true,
        },
    },
};
const locked = {
    ...account,
    [WORM]: { enabled: true, immutabilityPolicy: { ...account[WORM].immutabilityPolicy, state: "Locked" } },
};
const seen = { [ACCOUNT]: [{ ...account, accountName: "staudit" }] };

describe("the stand-in for Azure Storage", () => {
    const refuse = (what: string, refused: object, message: RegExp) => ({
        what,
        type: ACCOUNT,
        accepted: account,
        refused: { ...refused },
        code: "InvalidRequestPropertyValue",
        message,
    });
    testRefusals([
        refuse(
            "TLS 1.3 as the minimum",
            { minimumTlsVersion: "TLS1_3" },
            /^The value 'TLS1_3' is not allowed/,
        ),
        refuse(
            "an account that is locked from the start",
            { [`${POLICY}.state`]: "Locked" },
            /'Locked' is not allowed/,
        ),
        {
            ...refuse("to lock what is not immutable yet", { [`${POLICY}.state`]: "Locked" }, /'Locked'/),
            before: { [`${POLICY}.state`]: "Disabled" },
        },
        {
            ...refuse(
                "to unlock an account",
                { [`${POLICY}.state`]: "Unlocked" },
                /'Unlocked' is not allowed/,
            ),
            accepted: locked,
            before: { [`${POLICY}.state`]: "Unlocked" },
            // Accepted: to lock what was unlocked.
            refused: { [`${POLICY}.state`]: "Unlocked", [DAYS]: 0 },
            message: /between 1 and 146000/,
        },
        {
            ...refuse(
                "to unlock a locked account",
                { [`${POLICY}.state`]: "Unlocked" },
                /'Unlocked' is not allowed/,
            ),
            accepted: locked,
            before: {},
        },
        {
            ...refuse("to shorten a locked period", { [DAYS]: 364 }, /'364' is not allowed/),
            accepted: locked,
            before: {},
        },
        {
            ...refuse(
                "to change appends to a locked account",
                { [`${POLICY}.allowProtectedAppendWrites`]: false },
                /allowProtectedAppendWrites/,
            ),
            accepted: locked,
            before: {},
        },
        refuse("an immutability of more than 400 years", { [DAYS]: 146_001 }, /between 1 and 146000/),
        refuse("immutable versions of hierarchical names", { isHnsEnabled: true }, /property isHnsEnabled/),
        refuse(
            "a key of one's own without an identity",
            { identity: undefined },
            /requires keyVaultProperties/,
        ),
        {
            ...refuse(
                "three zones in a region of one",
                { location: "francesouth" },
                /not available in francesouth/,
            ),
            code: "RedundancyConfigurationNotAvailableInRegion",
        },
        {
            ...refuse(
                "to stop versions of an immutable account",
                { isVersioningEnabled: false },
                /Versioning cannot/,
            ),
            type: BLOBS,
            accepted: { accountName: "staudit", isVersioningEnabled: true },
            names: ["default"],
            neighbours: seen,
        },
        {
            ...refuse(
                "to restore without the change feed",
                { changeFeed: undefined },
                /restore policy requires/,
            ),
            type: BLOBS,
            accepted: {
                isVersioningEnabled: true,
                restorePolicy: { enabled: true },
                changeFeed: { enabled: true },
                deleteRetentionPolicy: { enabled: true, days: 7 },
            },
            names: ["default"],
        },
        {
            ...refuse(
                "soft delete for more than a year",
                { "deleteRetentionPolicy.days": 366 },
                /between 1 and 365/,
            ),
            type: BLOBS,
            accepted: { deleteRetentionPolicy: { enabled: true, days: 365 } },
            names: ["default"],
        },
        {
            ...refuse("the archive tier of a zone-redundant account", {}, /property tierToArchive/),
            type: EXPIRY,
            accepted: {
                accountName: "staudit",
                policy: { rules: [{ definition: { actions: { baseBlob: { tierToArchive: {} } } } }] },
            },
            names: ["default"],
            refusedNeighbours: seen,
        },
        {
            ...refuse("flow logs for more than a year", { "retentionPolicy.days": 366 }, /between 0 and 365/),
            type: "azure-native:network:FlowLog",
            accepted: { retentionPolicy: { days: 365 } },
            code: "BadRequest",
        },
    ]);
});

const vault = {
    properties: { enablePurgeProtection: true, enableSoftDelete: true, softDeleteRetentionInDays: 90 },
};
const key = {
    vaultName: "kv",
    properties: {
        kty: "RSA-HSM",
        keySize: 3072,
        rotationPolicy: {
            attributes: { expiryTime: "P2Y" },
            lifetimeActions: [{ action: { type: "rotate" }, trigger: { timeAfterCreate: "P1Y" } }],
        },
    },
};

describe("the stand-in for Azure Key Vault", () => {
    const refuse = (what: string, type: string, accepted: object, refused: object, message: RegExp) => ({
        what,
        type,
        accepted: { ...accepted },
        refused: { ...refused },
        code: "BadRequest",
        message,
    });
    const action = (trigger: object) => ({
        "properties.rotationPolicy.lifetimeActions": [{ trigger: { ...trigger } }],
    });
    testRefusals([
        refuse(
            "a vault that says no to purge protection",
            VAULT,
            vault,
            { "properties.enablePurgeProtection": false },
            /"enablePurgeProtection" cannot be set to false/,
        ),
        {
            ...refuse(
                "to take purge protection away",
                VAULT,
                vault,
                { "properties.enablePurgeProtection": undefined },
                /is an irreversible action/,
            ),
            before: {},
        },
        refuse(
            "a vault without soft delete",
            VAULT,
            vault,
            { "properties.enableSoftDelete": false },
            /"enableSoftDelete" cannot be set to false/,
        ),
        refuse(
            "soft delete for less than a week",
            VAULT,
            vault,
            { "properties.softDeleteRetentionInDays": 6 },
            /between 7 and 90/,
        ),
        refuse(
            "a key of another size",
            KEY,
            key,
            { "properties.keySize": 1024 },
            /expected 2048, 3072 or 4096/,
        ),
        refuse(
            "a key that expires within four weeks",
            KEY,
            key,
            { "properties.rotationPolicy": { attributes: { expiryTime: "P27D" } } },
            /28 days or more/,
        ),
        refuse(
            "a rotation without a time",
            KEY,
            key,
            action({}),
            /either timeAfterCreate or timeBeforeExpiry/,
        ),
        refuse(
            "a rotation in the last week of a key",
            KEY,
            key,
            action({ timeAfterCreate: "P724D" }),
            /7 days or more after the creation of the key and before its expiry/,
        ),
        {
            ...refuse(
                "a hardware key in a Standard vault",
                KEY,
                key,
                {},
                /not supported by a vault of SKU standard/,
            ),
            neighbours: { [VAULT]: [{ vaultName: "kv", properties: { sku: { name: "premium" } } }] },
            refusedNeighbours: { [VAULT]: [{ vaultName: "kv", properties: { sku: { name: "standard" } } }] },
        },
    ]);
});

const registry = {
    location: "francecentral",
    sku: { name: "Premium" },
    publicNetworkAccess: "Disabled",
    zoneRedundancy: "Enabled",
    identity: { type: "UserAssigned" },
    encryption: { status: "enabled" },
    policies: {
        exportPolicy: { status: "disabled" },
        retentionPolicy: { status: "enabled", days: 30 },
        trustPolicy: { status: "disabled" },
    },
};
const seenRegistry = { [REGISTRY]: [{ ...registry, registryName: "cr" }] };

describe("the stand-in for Azure Container Registry", () => {
    const refuse = (what: string, refused: object, message: RegExp) => ({
        what,
        type: REGISTRY,
        accepted: registry,
        refused: { ...refused },
        code: "BadRequest",
        message,
    });
    const replica = {
        type: REPLICA,
        accepted: { registryName: "cr", location: "francesouth" },
        names: ["francesouth"] as const,
        neighbours: seenRegistry,
    };
    testRefusals([
        {
            ...refuse(
                "content trust",
                { "policies.trustPolicy.status": "enabled" },
                /removed on March 31, 2028/,
            ),
            code: "ContentTrustUnsupported",
        },
        refuse(
            "the public network of a registry without exports",
            { publicNetworkAccess: "Enabled" },
            /^Enabling public network access is not supported because the registry 'sample' has exports disabled\.$/,
        ),
        refuse(
            "soft delete together with retention",
            { "policies.softDeletePolicy.status": "enabled" },
            /cannot both/,
        ),
        refuse(
            "retention of more than a year",
            { "policies.retentionPolicy.days": 366 },
            /between 0 and 365/,
        ),
        refuse(
            "what is Premium's on Standard",
            { "sku.name": "Standard" },
            /requires a registry of SKU Premium/,
        ),
        refuse(
            "zones in a region that has none",
            { location: "francesouth" },
            /not supported in region francesouth/,
        ),
        refuse("a key of one's own without an identity", { identity: undefined }, /requires an identity/),
        {
            ...refuse(
                "to encrypt an existing registry",
                { "encryption.status": "enabled" },
                /when the registry is created/,
            ),
            accepted: { ...registry, encryption: { status: "disabled" } },
            before: {},
        },
        {
            ...refuse("a replica at home", { location: "France Central" }, /home region francecentral/),
            ...replica,
        },
        {
            ...refuse(
                "a replica in three zones of a region of one",
                { zoneRedundancy: "Enabled" },
                /francesouth/,
            ),
            ...replica,
        },
        {
            ...refuse("a replica of a Standard registry", {}, /SKU Premium/),
            ...replica,
            refusedNeighbours: { [REGISTRY]: [{ registryName: "cr", sku: { name: "Standard" } }] },
        },
        {
            ...refuse(
                "two cache rules to one repository",
                { targetRepository: "nginx" },
                /target repository nginx/,
            ),
            type: CACHE,
            accepted: { registryName: "cr", targetRepository: "mariadb" },
            neighbours: { [CACHE]: [{ registryName: "cr", targetRepository: "nginx" }] },
            code: "Conflict",
        },
    ]);
});
