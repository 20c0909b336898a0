import * as assert from "node:assert/strict";
import { MySql, type MySqlArgs } from "../../../components/database/mysql";
import { rules } from "../../../policies/catalogue";
import { evaluate, secret } from "../../support/evaluate";
import { all, only, recorded, settled, startRecording } from "../../support/recorder";
import { scope } from "../../support/scope";
import { args } from "./mysql-args";

const HOST = "mysql-aplus-core-dev-frc.mysql.database.azure.com";
const PASSWORD = "random:index/randomPassword:RandomPassword";
const azure = (type: string) => `azure-native:${type}`;

async function record(changes: Partial<MySqlArgs> = {}): Promise<MySql> {
    await startRecording();
    const database = new MySql("database", { ...args, ...changes });
    await settled();
    return database;
}

interface JobSpec {
    readonly template: { readonly metadata: { readonly annotations: Record<string, string> } };
}

interface DeploymentSpec {
    readonly template: JobSpec["template"] & {
        readonly spec: {
            readonly containers: readonly {
                readonly args: readonly string[];
                readonly volumeMounts: readonly { readonly mountPath: string; readonly readOnly: boolean }[];
            }[];
        };
    };
}

const deployment = () =>
    only("kubernetes:apps/v1:Deployment", "mysqld-exporter").inputs.spec as DeploymentSpec;

const EXPORTER_CONFIG = `[client]
host = ${HOST}
port = 3306
user = exporter
password = database-exporter-password-value
tls = true
`;

const configHash = () =>
    (only("kubernetes:batch/v1:Job").inputs.spec as JobSpec).template.metadata.annotations[
        "audioprothese/config-sha256"
    ];

describe("MySql", () => {
    let database: MySql;

    beforeEach(async () => {
        database = await record();
    });

    it("has a standby in another zone, private, under its own key, copied to the paired region under another", () => {
        assert.deepEqual(only(azure("dbformysql:Server")).inputs, {
            ...scope,
            serverName: "mysql-aplus-core-dev-frc",
            version: "8.4",
            sku: { name: "Standard_D4ads_v5", tier: "GeneralPurpose" },
            administratorLogin: "ap_db",
            administratorLoginPassword: "database-administrator-password-value",
            highAvailability: { mode: "ZoneRedundant" },
            backup: { backupRetentionDays: 35, geoRedundantBackup: "Enabled" },
            storage: {
                storageSizeGB: 256,
                autoGrow: "Enabled",
                autoIoScaling: "Enabled",
                storageRedundancy: "ZoneRedundancy",
                // The package's own default.
                logOnDisk: "Disabled",
            },
            identity: {
                type: "UserAssigned",
                userAssignedIdentities: ["database-encryption-id", "database-backup-encryption-id"],
            },
            dataEncryption: {
                type: "AzureKeyVault",
                primaryKeyURI: "https://kv.vault.azure.net/keys/database/version",
                primaryUserAssignedIdentityId: "database-encryption-id",
                geoBackupKeyURI: "database-backup-key-database-version",
                geoBackupUserAssignedIdentityId: "database-backup-encryption-id",
            },
            network: {
                delegatedSubnetResourceId: "database-subnet",
                privateDnsZoneResourceId: "database-zone-id",
                publicNetworkAccess: "Disabled",
            },
            maintenanceWindow: { customWindow: "Enabled", dayOfWeek: 6, startHour: 1, startMinute: 30 },
        });
    });

    it("takes its tier from its size", async () => {
        await record({ sku: "Standard_E4ads_v5" });
        assert.deepEqual(only(azure("dbformysql:Server")).inputs.sku, {
            name: "Standard_E4ads_v5",
            tier: "MemoryOptimized",
        });
    });

    it("speaks TLS 1.3 only, writes who connects and who changes tables or rights, and nothing about patients", () => {
        const parameters = all(azure("dbformysql:Configuration")).map(({ inputs }) => inputs);
        assert.ok(
            parameters.every(
                ({ serverName, source }) =>
                    [serverName, source].join() === "mysql-aplus-core-dev-frc,user-override",
            ),
        );
        assert.deepEqual(
            Object.fromEntries(parameters.map(({ configurationName, value }) => [configurationName, value])),
            {
                require_secure_transport: "ON",
                tls_version: "TLSv1.3",
                audit_log_enabled: "ON",
                audit_log_events: "CONNECTION,DDL,DCL",
                slow_query_log: "OFF",
                local_infile: "OFF",
                sql_generate_invisible_primary_key: "OFF",
                character_set_server: "utf8mb4",
                collation_server: "utf8mb4_general_ci",
            },
        );
    });

    it("sends its audit log to the workspace", () => {
        const { resourceUri, workspaceId, logs } = only(
            azure("monitor:DiagnosticSetting"),
            "database-audit",
        ).inputs;
        assert.deepEqual(
            [resourceUri, workspaceId, logs],
            ["database-id", "workspace", [{ category: "MySqlAuditLogs", enabled: true }]],
        );
    });

    it("archives it too, which Azure does not export from the workspace", () => {
        const { resourceUri, storageAccountId, logs } = only(
            azure("monitor:DiagnosticSetting"),
            "database-archive",
        ).inputs;
        assert.deepEqual(
            [resourceUri, storageAccountId, logs],
            ["database-id", "archive-id", [{ category: "MySqlAuditLogs", enabled: true }]],
        );
    });

    it("has a database for each service", () => {
        const { resourceGroupName } = scope;
        assert.deepEqual(
            all(azure("dbformysql:Database")).map(({ inputs }) => inputs),
            [
                {
                    resourceGroupName,
                    serverName: "mysql-aplus-core-dev-frc",
                    databaseName: "openmrs",
                    charset: "utf8mb4",
                    collation: "utf8mb4_general_ci",
                },
            ],
        );
    });

    it("is found by its name from the network alone", () => {
        assert.deepEqual(
            only(azure("privatedns:PrivateZone")).inputs.privateZoneName,
            HOST.replace(".mysql", ".private.mysql"),
        );
        assert.deepEqual(only(azure("privatedns:VirtualNetworkLink")).inputs.virtualNetwork, {
            id: "network-id",
        });
    });

    it("keeps every password in the vault, for a year, of the kinds of characters that Azure asks for", () => {
        const { keepers, ...drawn } = only(PASSWORD, "database-administrator-password").inputs;
        assert.deepEqual(drawn, { length: 32, special: false, minLower: 1, minUpper: 1, minNumeric: 1 });
        assert.deepEqual(
            all(PASSWORD).map(({ inputs }) => inputs.keepers),
            [keepers, keepers, { rotatedOn: "2026-11-01" }],
        );
        const attributes = { enabled: true, expires: Date.parse("2027-11-01T00:00:00Z") / 1000 };
        const kept = Object.fromEntries(
            ["administrator", "exporter", "openmrs"].map((account) => [
                `database-${account}-password`,
                `database-${account}-password-value`,
            ]),
        );
        assert.deepEqual(
            Object.fromEntries(
                all(azure("keyvault:Secret")).map(({ inputs }) => [
                    inputs.secretName,
                    [inputs.vaultName, inputs.properties],
                ]),
            ),
            Object.fromEntries(
                Object.entries({ ...kept, "database-exporter-config": EXPORTER_CONFIG }).map(
                    ([name, value]) => [
                        name,
                        ["kv-aplus-core-dev-frc", { value, contentType: "text/plain", attributes }],
                    ],
                ),
            ),
        );
    });

    it("holds no three letters or digits in a row in the administrator's name, which a password may not repeat", () => {
        const { administratorLogin } = only(azure("dbformysql:Server")).inputs;
        assert.doesNotMatch(String(administratorLogin), /[a-z0-9]{3}/i);
    });

    it("has a task of the cluster make the accounts, again with each rotation", async () => {
        const before = configHash();
        await record();
        assert.equal(configHash(), before);
        await record({ credentialsRotatedOn: "2027-02-01" });
        assert.notEqual(configHash(), before);
    });

    const readBy = (account: string) =>
        all(azure("authorization:RoleAssignment"))
            .filter(({ inputs }) => inputs.principalId === `${account}-principal`)
            .map(({ inputs }) => inputs.scope);

    it("lets the task read the accounts' passwords, and nothing else of the vault", () => {
        assert.deepEqual(readBy("mysql-accounts"), [
            "vault-id/secrets/database-administrator-password",
            "vault-id/secrets/database-openmrs-password",
            "vault-id/secrets/database-exporter-password",
        ]);
    });

    it("lets the exporter read how it connects, and nothing else of the vault", () => {
        assert.deepEqual(readBy("mysqld-exporter"), ["vault-id/secrets/database-exporter-config"]);
    });

    it("has the exporter read how it connects from the vault's file, again with each rotation", async () => {
        const [container] = deployment().template.spec.containers;
        assert.equal(container?.args[0], "--config.my-cnf=/run/secrets/vault/my.cnf");
        assert.deepEqual(
            container.volumeMounts.map(({ mountPath, readOnly }) => [mountPath, readOnly]),
            [["/run/secrets/vault", true]],
        );
        const { annotations } = deployment().template.metadata;
        await record({ credentialsRotatedOn: "2027-02-01" });
        assert.notDeepEqual(deployment().template.metadata.annotations, annotations);
    });

    it("tells each service where its database is, and who it is there", () => {
        assert.deepEqual(database.access, {
            openmrs: {
                server: { host: HOST, port: 3306 },
                engine: "mysql",
                databaseName: "openmrs",
                userName: "openmrs",
                passwordSecret: "database-openmrs-password",
            },
        });
    });

    it("tells where its metrics are", () => {
        assert.deepEqual(database.metrics, {
            mysql: { namespace: "database", workload: "mysqld-exporter", port: 9104 },
        });
    });

    it("refuses a region without a pair, where no second key could be", () => {
        assert.throws(() => new MySql("database", { ...args, location: "italynorth" }), {
            message: 'location: expected a region with a pair, got "italynorth"',
        });
    });

    it("satisfies every rule of the policy packs that judges one resource", () => {
        // What the generator of passwords makes is a secret; the recorder does not tell.
        const asSent = (inputs: object) =>
            JSON.parse(JSON.stringify(inputs), (_, each: unknown) =>
                typeof each === "string" && each.endsWith("-password-value") ? secret(each) : each,
            ) as Record<string, unknown>;
        // The recorder's ids are no paths.
        const ofIds = "role-assignment-narrow-scope";
        const found = recorded().flatMap(({ type, name, inputs }) =>
            rules
                .filter(({ id }) => id !== ofIds)
                .filter((rule) => rule.kind === "resource")
                .map((rule) => ({ rule: rule.id, name, ...evaluate(rule, type, asSent(inputs)) }))
                .filter(({ status }) => status === "violation" || status === "undecided"),
        );
        assert.deepEqual(found, []);
    });
});
