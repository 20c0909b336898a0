import { refusalsOf, subnet, testRefusals } from "./refusals-support";

const SERVER = "azure-native:dbformysql:Server";
const VAULT = "azure-native:keyvault:Vault";
const SUBNET = "azure-native:network:Subnet";
const RG = "/subscriptions/s/resourceGroups/rg/providers";
const IDENTITY = `${RG}/Microsoft.ManagedIdentity/userAssignedIdentities`;

const server = {
    location: "francecentral",
    administratorLogin: "ap_db",
    administratorLoginPassword: "aB3".repeat(10),
    version: "8.4",
    sku: { name: "Standard_D4ads_v5", tier: "GeneralPurpose" },
    highAvailability: { mode: "ZoneRedundant" },
    backup: { backupRetentionDays: 35, geoRedundantBackup: "Enabled" },
    storage: { storageSizeGB: 256, autoGrow: "Enabled" },
    identity: { type: "UserAssigned", userAssignedIdentities: [`${IDENTITY}/near`, `${IDENTITY}/far`] },
    dataEncryption: {
        type: "AzureKeyVault",
        primaryKeyURI: "https://near.vault.azure.net/keys/database/1",
        primaryUserAssignedIdentityId: `${IDENTITY}/near`,
        geoBackupKeyURI: "https://far.vault.azure.net/keys/database/1",
        geoBackupUserAssignedIdentityId: `${IDENTITY}/far`,
    },
    network: {
        delegatedSubnetResourceId: `${RG}/Microsoft.Network/virtualNetworks/vnet/subnets/database`,
        privateDnsZoneResourceId: `${RG}/Microsoft.Network/privateDnsZones/m.private.mysql.database.azure.com`,
        publicNetworkAccess: "Disabled",
    },
    maintenanceWindow: { customWindow: "Enabled", dayOfWeek: 6, startHour: 23, startMinute: 59 },
};
const vault = (vaultName: string, location: string, softDeleteRetentionInDays = 90) => ({
    vaultName,
    location,
    properties: { enablePurgeProtection: true, softDeleteRetentionInDays },
});
const near = vault("near", "francecentral");
const far = vault("far", "francesouth");
const database = {
    ...subnet("database", "10.0.0.0/27"),
    delegations: [{ serviceName: "Microsoft.DBforMySQL/flexibleServers" }],
};
const seen = { [VAULT]: [near, far], [SUBNET]: [database] };

describe("the stand-in for Azure Database for MySQL", () => {
    const refuse = (what: string, refused: object, message: RegExp, code = "InvalidParameterValue") => ({
        ...refusalsOf(SERVER, server, code)(what, refused, message),
        names: ["mysql-core"] as const,
        neighbours: seen,
    });
    const encryption = (what: string, refused: object, message: RegExp) =>
        refuse(what, refused, message, "CMKInvalidEncryptionParameters");
    const change = (what: string, before: object, refused: object, message: RegExp, code?: string) => ({
        ...refuse(what, refused, message, code),
        before: { ...before },
    });
    const place = (what: string, vaults: readonly object[], message: RegExp) => ({
        ...encryption(what, {}, message),
        refusedNeighbours: { ...seen, [VAULT]: vaults.map((each) => ({ ...each })) },
    });
    testRefusals([
        refuse("a server without an administrator", { administratorLogin: undefined }, /required/),
        refuse("a server without a password", { administratorLoginPassword: undefined }, /required/),
        refuse("an administrator's name of its own", { administratorLogin: "Admin" }, /not allowed/),
        refuse("an administrator's name with a hyphen", { administratorLogin: "my-db" }, /not allowed/),
        refuse("a password of 7 characters", { administratorLoginPassword: "aB3aB3a" }, /8 to 128/),
        refuse("a password of two kinds", { administratorLoginPassword: "aB".repeat(8) }, /8 to 128/),
        refuse(
            "a password with a part of the login's name",
            { administratorLogin: "the_dba", administratorLoginPassword: "aB3aB3DBAaB3" },
            /part of the login name/,
        ),
        refuse("a version that it does not know", { version: "8.1" }, /'8\.1'/, "ServerVersionNotSupported"),
        change(
            "to go back to an older version",
            { version: "8.0.21" },
            { version: "5.7" },
            /cannot be brought to version 5\.7/,
            "MajorVersionDowngradeNotSupported",
        ),
        refuse("a size of another tier", { "sku.name": "Standard_E4ads_v5" }, /Standard_E4/, "InvalidSku"),
        refuse(
            "high availability of a burstable server",
            { sku: { name: "Standard_B2ms", tier: "Burstable" } },
            /Burstable/,
            "HANotSupportedForBurstableSku",
        ),
        refuse(
            "zone redundancy in a region without zones",
            { location: "francesouth" },
            /francesouth/,
            "ZoneRedundantHANotSupportedInRegion",
        ),
        {
            ...change(
                "zone redundancy for a server that is there",
                {},
                { "highAvailability.mode": "ZoneRedundant" },
                /only be enabled when the server is created/,
                "HAModeChangeNotSupported",
            ),
            accepted: { ...server, highAvailability: { mode: "SameZone" } },
        },
        refuse("storage that does not grow under a standby", { "storage.autoGrow": "Disabled" }, /auto-grow/),
        refuse("backups of 36 days", { "backup.backupRetentionDays": 36 }, /between 1 and 35/),
        refuse(
            "a copy of the backups where there is no pair",
            { location: "italynorth" },
            /italynorth/,
            "GeoRedundantBackupNotSupportedInRegion",
        ),
        change(
            "to give up the copy of a zone-redundant server's backups",
            {},
            { "backup.geoRedundantBackup": "Disabled" },
            /only be set when the server is created/,
            "GeoRedundantBackupChangeNotSupported",
        ),
        encryption(
            "a copy of the backups without a key for it",
            { "dataEncryption.geoBackupKeyURI": undefined },
            /Geo-Backup Encryption user assigned identity and key is required/,
        ),
        encryption(
            "a key without an identity",
            { "dataEncryption.primaryUserAssignedIdentityId": undefined },
            /are required/,
        ),
        encryption(
            "an identity that the server does not have",
            { "identity.userAssignedIdentities": [`${IDENTITY}/near`] },
            /far is not assigned/,
        ),
        place(
            "a key of another region",
            [vault("near", "westeurope"), far],
            /near must be in region francec/,
        ),
        place(
            "a key for the copy outside of the pair",
            [near, vault("far", "francecentral")],
            /far must be in region francesouth/,
        ),
        place(
            "a key that could be lost within 90 days",
            [vault("near", "francecentral", 30), far],
            /for 90 days/,
        ),
        refuse(
            "a subnet without a zone",
            { "network.privateDnsZoneResourceId": undefined },
            /needs both a delegated subnet and a private DNS zone/,
        ),
        refuse(
            "a public end of a server in a network",
            { "network.publicNetworkAccess": "Enabled" },
            /cannot be enabled/,
        ),
        refuse(
            "a zone of another suffix",
            { "network.privateDnsZoneResourceId": `${RG}/Microsoft.Network/privateDnsZones/db.example` },
            /must end with 'mysql\.database\.azure\.com'/,
            "InvalidPrivateDnsZone",
        ),
        {
            ...refuse("a subnet that is not its own", {}, /is not delegated/, "InvalidVnetConfiguration"),
            refusedNeighbours: { ...seen, [SUBNET]: [subnet("database", "10.0.0.0/27")] },
        },
        refuse("storage of less than 20 GB", { "storage.storageSizeGB": 19 }, /between 20 and 16384/),
        change(
            "to shrink the storage",
            { "storage.storageSizeGB": 256 },
            { "storage.storageSizeGB": 255 },
            /cannot be decreased/,
        ),
        refuse(
            "maintenance at an hour that is none",
            { "maintenanceWindow.startHour": 24 },
            /between 0 and 23/,
        ),
        {
            what: "a database of MySQL's own name",
            type: "azure-native:dbformysql:Database",
            accepted: { charset: "utf8mb4", collation: "utf8mb4_general_ci" },
            refused: {},
            names: ["openmrs", "mysql"],
            code: "InvalidParameterValue",
            message: /reserved/,
        },
        {
            what: "a collation of another character set",
            type: "azure-native:dbformysql:Database",
            accepted: { charset: "utf8mb4", collation: "utf8mb4_general_ci" },
            refused: { collation: "latin1_swedish_ci" },
            code: "InvalidParameterValue",
            message: /latin1_swedish_ci/,
        },
        {
            what: "a TLS version that is none",
            type: "azure-native:dbformysql:Configuration",
            accepted: { value: "TLSv1.2,TLSv1.3" },
            refused: { value: "TLSv1.2,TLSv1.4" },
            names: ["tls_version"],
            code: "InvalidParameterValue",
            message: /TLSv1\.4/,
        },
        {
            what: "a parameter that is Azure's",
            type: "azure-native:dbformysql:Configuration",
            accepted: { value: "ON" },
            refused: {},
            names: ["event_scheduler", "log_bin"],
            code: "ServerParameterReadOnly",
            message: /'log_bin' is read only/,
        },
    ]);
});
