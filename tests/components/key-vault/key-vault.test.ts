import * as assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import type { KeyName } from "../../../components/key-vault/customer-key";
import { KeyVault } from "../../../components/key-vault/key-vault";
import { all, only, settled, startRecording } from "../../support/recorder";
import { names, privateEndpoints, scope } from "../../support/scope";

const URI = "https://kv-aplus-core-dev-frc.vault.azure.net/";
const WRAPS = ["wrapKey", "unwrapKey"];
const OPERATIONS: Readonly<Record<KeyName, readonly string[]>> = {
    disks: WRAPS,
    storage: WRAPS,
    registry: WRAPS,
    database: WRAPS,
    etcd: ["encrypt", "decrypt"],
};
const keyNames = Object.keys(OPERATIONS) as KeyName[];

const valueOf = <T>(output: pulumi.Output<T>) =>
    new Promise<T>((resolve) => {
        output.apply(resolve);
    });

describe("KeyVault", () => {
    let vault: KeyVault;

    beforeEach(async () => {
        await startRecording();
        vault = new KeyVault("vault", {
            ...scope,
            names,
            tenantId: "tenant",
            privateEndpoints,
            workspaceId: "workspace",
            protectData: false,
        });
        await settled();
    });

    it("keeps keys in hardware, undeletable for 90 days, open to Entra roles and to nobody on the Internet", () => {
        assert.deepEqual(only("azure-native:keyvault:Vault").inputs, {
            ...scope,
            vaultName: "kv-aplus-core-dev-frc",
            properties: {
                sku: { family: "A", name: "premium" },
                tenantId: "tenant",
                enableRbacAuthorization: true,
                enableSoftDelete: true,
                softDeleteRetentionInDays: 90,
                enablePurgeProtection: true,
                enabledForDeployment: false,
                enabledForDiskEncryption: false,
                enabledForTemplateDeployment: false,
                publicNetworkAccess: "Disabled",
                networkAcls: { bypass: "AzureServices", defaultAction: "Deny" },
            },
        });
    });

    it("is reached through a private endpoint", () => {
        assert.deepEqual(only("azure-native:network:PrivateEndpoint").inputs.privateLinkServiceConnections, [
            { name: "vault", privateLinkServiceId: "vault-id", groupIds: ["vault"] },
        ]);
    });

    it("logs who uses which key or secret", () => {
        const { resourceUri, logs } = only("azure-native:monitor:DiagnosticSetting").inputs;
        assert.deepEqual([resourceUri, logs], ["vault-id", [{ categoryGroup: "audit", enabled: true }]]);
    });

    it("holds one key for each kind of data, and no other", () => {
        assert.deepEqual(
            all("azure-native:keyvault:Key").map(({ inputs }) => inputs.keyName),
            keyNames,
        );
    });

    for (const key of keyNames) {
        it(`makes the key of ${key} for its own use alone, anew each year`, () => {
            const { resourceGroupName, tags } = scope;
            assert.deepEqual(only("azure-native:keyvault:Key", `vault-key-${key}`).inputs, {
                keyName: key,
                vaultName: "kv-aplus-core-dev-frc",
                resourceGroupName,
                tags,
                properties: {
                    kty: "RSA-HSM",
                    keySize: 3072,
                    keyOps: OPERATIONS[key],
                    rotationPolicy: {
                        attributes: { expiryTime: "P3Y" },
                        lifetimeActions: [
                            { action: { type: "rotate" }, trigger: { timeAfterCreate: "P1Y" } },
                            { action: { type: "notify" }, trigger: { timeBeforeExpiry: "P30D" } },
                        ],
                    },
                },
            });
        });

        it(`gives the key of ${key} to those who encrypt with it, its address before it exists`, async () => {
            const { id, uriWithVersion, vaultId, ...plain } = vault.keys[key];
            assert.deepEqual(plain, { name: key, vaultUri: URI, uri: `${URI}keys/${key}` });
            assert.deepEqual(
                [await valueOf(id), await valueOf(uriWithVersion), await valueOf(vaultId)],
                [`vault-key-${key}-id`, `vault-key-${key}-version`, "vault-id"],
            );
        });
    }

    it("tells its address before it exists", () => {
        assert.equal(vault.vaultUri, URI);
    });
});
