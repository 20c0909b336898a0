import * as pulumi from "@pulumi/pulumi";
import { MySqlConfiguration, MySqlDatabase, MySqlServer } from "../azure";
import type { AzureScope } from "../azure-scope";
import { IGNORED_CHANGES } from "../ignored-changes";
import type { BackupKey } from "../key-vault/backup-key";
import type { CustomerKey } from "../key-vault/customer-key";
import type { EncryptionIdentity } from "../key-vault/encryption-identity";
import { archivedLog, auditLog } from "../logging/audit-log";
import type { LinkedZone } from "../network/linked-zone";
import { SERVICES } from "./accounts";

/** As in the cluster, so that data can be moved from one to the other. */
const CHARACTERS = { charset: "utf8mb4", collation: "utf8mb4_general_ci" };

/** What differs from Azure's own choice, or must not come to differ. */
const PARAMETERS = {
    require_secure_transport: "ON",
    // Read at the start alone: the server has to be restarted once, during its first deployment (docs/base-managee.md).
    tls_version: "TLSv1.3",
    audit_log_enabled: "ON",
    // Not DML: the text of a statement is what was asked or written about a patient.
    audit_log_events: "CONNECTION,DDL,DCL",
    slow_query_log: "OFF",
    local_infile: "OFF",
    // Azure gives a table without a primary key one of its own, beside which Liquibase could add none.
    sql_generate_invisible_primary_key: "OFF",
    character_set_server: CHARACTERS.charset,
    collation_server: CHARACTERS.collation,
};

/** The letter after "Standard_" of the sizes of each tier. */
const tierOf = (sku: string) => (sku.startsWith("Standard_E") ? "MemoryOptimized" : "GeneralPurpose");

/** As Azure counts them. */
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function maintenanceWindow({ day, startTime }: MySqlMaintenance) {
    const [startHour = 0, startMinute = 0] = startTime.split(":").map(Number);
    return { customWindow: "Enabled", dayOfWeek: DAYS.indexOf(day), startHour, startMinute };
}

/** When Azure may change the server, each week. */
export interface MySqlMaintenance {
    /** Such as Saturday. */
    readonly day: string;

    /** Time of day, UTC, such as 02:00. */
    readonly startTime: string;
}

export interface MySqlServerArgs extends AzureScope {
    readonly serverName: string;

    /** Size of the machine, such as Standard_D4ads_v5. */
    readonly sku: string;
    readonly storageGiB: number;
    readonly maintenance: MySqlMaintenance;
    readonly administrator: { readonly userName: string; readonly password: pulumi.Input<string> };

    /** Key that the data is encrypted with, and the identity that may use it. */
    readonly key: CustomerKey;
    readonly keyIdentity: EncryptionIdentity;

    /** The same for the copy of the backups in the paired region. */
    readonly backup: BackupKey;

    /** Azure resource id of the subnet that is given to such servers. */
    readonly subnetId: pulumi.Input<string>;

    /** Where Azure writes the server's address. */
    readonly zone: LinkedZone;

    /** Workspace that keeps the audit log. */
    readonly workspaceId: pulumi.Input<string>;

    /** Azure resource id of the storage account that archives it. */
    readonly archiveAccountId: pulumi.Input<string>;

    /** Whether Pulumi refuses to delete the server and its databases. */
    readonly protectData: boolean;
}

/** The server, its settings and its databases; known once all of them are there. */
export function mySqlServer(
    name: string,
    args: MySqlServerArgs,
    parent: pulumi.Resource,
): { readonly id: pulumi.Output<string>; readonly ready: readonly pulumi.Resource[] } {
    const { resourceGroupName, location, tags, serverName, administrator, key, keyIdentity, backup } = args;
    const server = new MySqlServer(
        name,
        {
            resourceGroupName,
            location,
            tags,
            serverName,
            // MySQL's long-term series; Oracle ended 8.0 in April 2026.
            version: "8.4",
            sku: { name: args.sku, tier: tierOf(args.sku) },
            administratorLogin: administrator.userName,
            administratorLoginPassword: administrator.password,
            // Both zones are Azure's to choose: each failover swaps them.
            highAvailability: { mode: "ZoneRedundant" },
            // Said now or never: Azure adds no copy elsewhere to a zone-redundant server.
            backup: { backupRetentionDays: 35, geoRedundantBackup: "Enabled" },
            storage: {
                storageSizeGB: args.storageGiB,
                autoGrow: "Enabled",
                autoIoScaling: "Enabled",
                // Said outright: the package would ask for one zone.
                storageRedundancy: "ZoneRedundancy",
            },
            identity: {
                type: "UserAssigned",
                userAssignedIdentities: [keyIdentity.id, backup.identity.id],
            },
            dataEncryption: {
                type: "AzureKeyVault",
                // By their versions: this service follows no rotation. docs/base-managee.md tells how the next come in.
                primaryKeyURI: key.uriWithVersion,
                primaryUserAssignedIdentityId: keyIdentity.id,
                geoBackupKeyURI: backup.key.uriWithVersion,
                geoBackupUserAssignedIdentityId: backup.identity.id,
            },
            network: {
                delegatedSubnetResourceId: args.subnetId,
                privateDnsZoneResourceId: args.zone.id,
                publicNetworkAccess: "Disabled",
            },
            // Azure heeds it from the server's first change on, not when it makes the server.
            maintenanceWindow: maintenanceWindow(args.maintenance),
        },
        {
            parent,
            dependsOn: [args.zone.link, keyIdentity, backup],
            protect: args.protectData,
            ignoreChanges: IGNORED_CHANGES.mySqlServer.properties,
        },
    );
    auditLog(
        `${name}-audit`,
        { service: "mySql", resourceId: server.id, workspaceId: args.workspaceId },
        parent,
    );
    archivedLog(
        `${name}-archive`,
        { service: "mySql", resourceId: server.id, accountId: args.archiveAccountId },
        parent,
    );
    const inServer = { serverName, resourceGroupName };

    // One after another: the server takes one change at a time.
    let previous: pulumi.Resource = server;
    for (const [configurationName, value] of Object.entries(PARAMETERS)) {
        previous = new MySqlConfiguration(
            `${name}-${configurationName}`,
            { ...inServer, configurationName, value, source: "user-override" },
            { parent, dependsOn: previous },
        );
    }
    for (const databaseName of SERVICES) {
        previous = new MySqlDatabase(
            `${name}-${databaseName}`,
            { ...inServer, databaseName, ...CHARACTERS },
            { parent, dependsOn: previous, protect: args.protectData },
        );
    }
    return { id: server.id, ready: [previous] };
}
