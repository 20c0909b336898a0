import * as pulumi from "@pulumi/pulumi";
import type { AzureScope } from "../azure-scope";
import { BackupKey } from "../key-vault/backup-key";
import { keepPassword } from "../key-vault/credentials";
import type { CustomerKey } from "../key-vault/customer-key";
import { EncryptionIdentity } from "../key-vault/encryption-identity";
import { type VaultAccess, VaultReader } from "../key-vault/vault-reader";
import type { Endpoint, OutsideHost } from "../kubernetes/flows";
import { Namespace } from "../kubernetes/namespace";
import { Task, taskDemand } from "../kubernetes/task";
import type { PlatformNames } from "../naming";
import { linkedZone } from "../network/linked-zone";
import type { PrivateEndpoints } from "../network/private-link";
import { accessTo, type DatabaseAccess } from "./access";
import { passwordSecretOf, type Service, SERVICE_ACCOUNTS } from "./accounts";
import { accountsTask, ADMINISTRATOR_SECRET } from "./mysql-accounts";
import { type MySqlMaintenance, mySqlServer } from "./mysql-server";

/**
 * The administrator's name. Azure refuses a password that holds three letters or digits in a row of it: it has no three, so
 * that no password that is drawn can be refused.
 */
const ADMINISTRATOR = "ap_db";

const NAMESPACE = "database";

export interface MySqlArgs extends AzureScope {
    readonly names: PlatformNames;
    readonly subscriptionId: string;

    /** Size of the machine, such as Standard_D4ads_v5: of the tiers that may have a standby. */
    readonly sku: string;
    readonly storageGiB: number;
    readonly maintenance: MySqlMaintenance;

    /** Key that the data is encrypted with. */
    readonly key: CustomerKey;

    /** Azure resource ids of the network, and of its subnet for managed databases. */
    readonly virtualNetworkId: pulumi.Input<string>;
    readonly subnetId: pulumi.Input<string>;
    readonly privateEndpoints: PrivateEndpoints;

    /** Workspace that keeps the audit logs. */
    readonly workspaceId: pulumi.Input<string>;

    /** Azure resource id of the storage account that archives the server's. */
    readonly archiveAccountId: pulumi.Input<string>;

    readonly vault: VaultAccess;

    /** Image of MariaDB, for its client. */
    readonly image: string;

    /** Revision of the mesh that the namespace joins. */
    readonly meshRevision: string;

    /** Day that the passwords are of, such as 2026-11-01; with another day come other passwords. */
    readonly credentialsRotatedOn: string;

    /** Whether Pulumi refuses to delete the server, its databases, and the key of its backups. */
    readonly protectData: boolean;
}

/**
 * The services' databases in an Azure Database for MySQL: in two zones, private, under a key of the platform's own, with
 * a copy of its backups in the paired region under another. A task in the cluster makes the services' accounts.
 *
 * Throws a ResourceError in a region without a pair.
 */
export class MySql extends pulumi.ComponentResource {
    /** Azure resource id of the server. */
    public readonly serverId: pulumi.Output<string>;

    /** Azure resource id of the vault that the copy of the backups depends on. */
    public readonly backupVaultId: pulumi.Output<string>;

    /** How each service reaches its database. */
    public readonly access: Readonly<Record<Service, DatabaseAccess>>;

    /** Where Prometheus finds metrics: nowhere, Azure keeps them. */
    public readonly metrics: Readonly<Record<string, Endpoint>> = {};

    constructor(name: string, args: MySqlArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:database:MySql", name, {}, opts);
        const { resourceGroupName, location, tags, names, subscriptionId, vault } = args;
        const scope: AzureScope = { resourceGroupName, location, tags };
        const { virtualNetworkId, privateEndpoints, workspaceId, protectData } = args;
        const { credentialsRotatedOn } = args;
        const child = { parent: this };
        const serverName = names.mySqlServer;
        const server: OutsideHost = { host: `${serverName}.mysql.database.azure.com`, port: 3306 };

        const keeping = { vault, rotatedOn: credentialsRotatedOn };
        const administrator = keepPassword(ADMINISTRATOR_SECRET, keeping, this);
        const secrets = [
            administrator.kept,
            ...SERVICE_ACCOUNTS.map((account) => keepPassword(passwordSecretOf(account), keeping, this).kept),
        ];

        const backup = new BackupKey(
            `${name}-backup`,
            {
                ...scope,
                names,
                subscriptionId,
                tenantId: vault.tenantId,
                privateEndpoints,
                workspaceId,
                protectData,
            },
            child,
        );
        const { id, ready } = mySqlServer(
            name,
            {
                ...scope,
                serverName,
                sku: args.sku,
                storageGiB: args.storageGiB,
                maintenance: args.maintenance,
                administrator: { userName: ADMINISTRATOR, password: administrator.value },
                key: args.key,
                keyIdentity: new EncryptionIdentity(
                    `${name}-encryption`,
                    { ...scope, identityName: names.mySqlIdentity, subscriptionId, key: args.key },
                    child,
                ),
                backup,
                subnetId: args.subnetId,
                zone: linkedZone(
                    `${name}-zone`,
                    {
                        resourceGroupName,
                        tags,
                        privateZoneName: `${serverName}.private.mysql.database.azure.com`,
                        virtualNetworkId,
                    },
                    this,
                ),
                workspaceId,
                archiveAccountId: args.archiveAccountId,
                protectData,
            },
            this,
        );

        const task = accountsTask({
            namespace: NAMESPACE,
            image: args.image,
            server,
            administrator: ADMINISTRATOR,
            credentialsRotatedOn,
        });
        const namespace = new Namespace(
            NAMESPACE,
            { meshRevision: args.meshRevision, demands: [taskDemand(task)] },
            child,
        );
        const files = [ADMINISTRATOR_SECRET, ...SERVICE_ACCOUNTS.map(passwordSecretOf)];
        const reader = new VaultReader(
            {
                vault,
                identityName: names.mySqlAccountsIdentity,
                account: task,
                files: Object.fromEntries(files.map((file) => [file, file])),
            },
            { parent: this, dependsOn: [namespace, ...secrets] },
        );
        new Task(task, { parent: this, dependsOn: [...ready, reader] });

        this.serverId = id;
        this.backupVaultId = backup.vaultId;
        this.access = accessTo({ server, engine: "mysql" });
        this.registerOutputs({ serverId: this.serverId, backupVaultId: this.backupVaultId });
    }
}
