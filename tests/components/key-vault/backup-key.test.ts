import * as assert from "node:assert/strict";
import { BackupKey, type BackupKeyArgs } from "../../../components/key-vault/backup-key";
import { only, settled, startRecording } from "../../support/recorder";
import { names, privateEndpoints, scope } from "../../support/scope";

const args: BackupKeyArgs = {
    ...scope,
    names,
    tenantId: "tenant",
    subscriptionId: "subscription",
    privateEndpoints,
    workspaceId: "workspace",
    protectData: false,
};

describe("BackupKey", () => {
    let backup: BackupKey;

    beforeEach(async () => {
        await startRecording();
        backup = new BackupKey("backup", args);
        await settled();
    });

    it("lies in the paired region, with its vault and its identity", () => {
        const vault = only("azure-native:keyvault:Vault").inputs;
        assert.deepEqual([vault.vaultName, vault.location], ["kv-aplus-bak-dev-frc", "francesouth"]);
        const identity = only("azure-native:managedidentity:UserAssignedIdentity").inputs;
        assert.deepEqual(
            [identity.resourceName, identity.location],
            ["id-aplus-backup-dev-frc", "francesouth"],
        );
        const key = only("azure-native:keyvault:Key").inputs;
        assert.deepEqual([key.vaultName, key.keyName], ["kv-aplus-bak-dev-frc", "database"]);
    });

    it("has its vault closed and undeletable as the platform's own, reached from the home network", () => {
        const { properties } = only("azure-native:keyvault:Vault").inputs as {
            properties: Record<string, unknown>;
        };
        assert.deepEqual(
            [
                properties.publicNetworkAccess,
                properties.enablePurgeProtection,
                properties.softDeleteRetentionInDays,
                properties.networkAcls,
            ],
            ["Disabled", true, 90, { bypass: "AzureServices", defaultAction: "Deny" }],
        );
        const endpoint = only("azure-native:network:PrivateEndpoint").inputs;
        assert.deepEqual(
            [endpoint.privateEndpointName, endpoint.location],
            ["pep-aplus-backupvault-dev-frc", "francecentral"],
        );
        assert.equal(only("azure-native:monitor:DiagnosticSetting").inputs.resourceUri, "backup-id");
    });

    it("lets its identity use the key, and nothing else", () => {
        const { scope: on, principalId } = only("azure-native:authorization:RoleAssignment").inputs;
        assert.deepEqual([on, principalId], ["backup-key-database-id", "backup-encryption-principal"]);
    });

    it("tells the key's address before it exists", () => {
        assert.equal(backup.key.uri, "https://kv-aplus-bak-dev-frc.vault.azure.net/keys/database");
    });

    it("refuses a region without a pair", () => {
        assert.throws(() => new BackupKey("backup", { ...args, location: "spaincentral" }), {
            message: 'location: expected a region with a pair, got "spaincentral"',
        });
    });
});
