import * as pulumi from "@pulumi/pulumi";
import type { AzureScope } from "../azure-scope";
import type { Images } from "../images";
import { BackupKey } from "../key-vault/backup-key";
import { keep, keepPassword } from "../key-vault/credentials";
import type { CustomerKey } from "../key-vault/customer-key";
import { EncryptionIdentity } from "../key-vault/encryption-identity";
import { type VaultAccess, VaultReader } from "../key-vault/vault-reader";
import type { Endpoint, OutsideHost } from "../kubernetes/flows";
import { Namespace } from "../kubernetes/namespace";
import { demandOf } from "../kubernetes/quota";
import { Task, taskDemand } from "../kubernetes/task";
import { Workload } from "../kubernetes/workload";
import { endpointOf } from "../kubernetes/workload-args";
import type { PlatformNames } from "../naming";
import { linkedZone } from "../network/linked-zone";
import type { PrivateEndpoints } from "../network/private-link";
import { accessTo, type DatabaseAccess } from "./access";
import { EXPORTER_ACCOUNT, passwordSecretOf, type Service, SERVICE_ACCOUNTS } from "./accounts";
import { accountsTask, ADMINISTRATOR_SECRET, MYSQL_ACCOUNTS } from "./mysql-accounts";
import { EXPORTER_FILES, EXPORTER_SECRET, exporterConfig, mysqldExporter } from "./mysql-exporter";
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

    /** Images of MariaDB, for its client, and of what tells the server's metrics. */
    readonly images: Pick<Images, "mariadb" | "mysqldExporter">;

    /** Revision of the mesh that the namespace joins. */
    readonly meshRevision: string;

    /** Day that the passwords are of, such as 2026-11-01; with another day come other passwords. */
    readonly credentialsRotatedOn: string;

    /** Whether Pulumi refuses to delete the server, its databases, and the key of its backups. */
    readonly protectData: boolean;
}

/**
 * The services' databases in an Azure Database for MySQL: in two zones, private, under a key of the platform's own, with
 * a copy of its backups in the paired region under another. In the cluster a task makes the accounts, and an exporter
 * tells the server's metrics.
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

    /** Where Prometheus finds the server's metrics. */
    public readonly metrics: Readonly<Record<"mysql", Endpoint>>;

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
        const exporterPassword = keepPassword(passwordSecretOf(EXPORTER_ACCOUNT), keeping, this);
        const secrets = [
            administrator.kept,
            ...SERVICE_ACCOUNTS.map((account) => keepPassword(passwordSecretOf(account), keeping, this).kept),
            exporterPassword.kept,
        ];
        const exporterSecret = keep(
            EXPORTER_SECRET,
            exporterPassword.value.apply((password) => exporterConfig(server, password)),
            keeping,
            this,
        );

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
            image: args.images.mariadb,
            server,
            administrator: ADMINISTRATOR,
            credentialsRotatedOn,
        });
        const exporter = mysqldExporter({
            namespace: NAMESPACE,
            image: args.images.mysqldExporter,
            server,
            credentialsRotatedOn,
        });
        const namespace = new Namespace(
            NAMESPACE,
            { meshRevision: args.meshRevision, demands: [taskDemand(task), demandOf(exporter)] },
            child,
        );
        const files = [ADMINISTRATOR_SECRET, ...MYSQL_ACCOUNTS.map(passwordSecretOf)];
        const taskFiles = new VaultReader(
            {
                vault,
                identityName: names.mySqlAccountsIdentity,
                account: task,
                files: Object.fromEntries(files.map((file) => [file, file])),
            },
            { parent: this, dependsOn: [namespace, ...secrets] },
        );
        const accounts = new Task(task, { parent: this, dependsOn: [...ready, taskFiles] });
        const exporterFiles = new VaultReader(
            {
                vault,
                identityName: names.mysqldExporterIdentity,
                account: exporter,
                files: EXPORTER_FILES,
            },
            { parent: this, dependsOn: [namespace, exporterSecret] },
        );
        new Workload(
            { ...exporter, meshRevision: args.meshRevision },
            { parent: this, dependsOn: [accounts, exporterFiles] },
        );

        this.serverId = id;
        this.backupVaultId = backup.vaultId;
        this.access = accessTo({ server, engine: "mysql" });
        this.metrics = { mysql: endpointOf(exporter, "metrics") };
        this.registerOutputs({ serverId: this.serverId, backupVaultId: this.backupVaultId });
    }
}
