import assert from "node:assert/strict";
import { azureNative } from "../../../../sandbox/providers/azure-native/provider";
import { ProviderClient, type Properties } from "../provider-client";

const ACCOUNT = "azure-native:storage:StorageAccount";
const TABLE = "azure-native:operationalinsights:Table";

describe("the azure-native stand-in's storage accounts and log tables", () => {
    let client: ProviderClient;
    beforeEach(async () => {
        client = await ProviderClient.start(azureNative, { location: "francecentral" });
    });
    afterEach(() => {
        client.close();
    });

    const account: Properties = {
        resourceGroupName: "rg",
        accountName: "stcore",
        kind: "StorageV2",
        sku: { name: "Standard_ZRS" },
    };

    it("are in one region, or in its pair too", async () => {
        const regions = async (inputs: Properties) => {
            const { outputs } = await client.deploy(ACCOUNT, inputs);
            return [outputs.primaryLocation, outputs.secondaryLocation, outputs.sku];
        };
        assert.deepEqual(await regions(account), [
            "francecentral",
            undefined,
            { name: "Standard_ZRS", tier: "Standard" },
        ]);
        assert.deepEqual(await regions({ ...account, sku: { name: "Standard_GZRS" } }), [
            "francecentral",
            "francesouth",
            { name: "Standard_GZRS", tier: "Standard" },
        ]);
    });

    it("tell the version of the key that they use", async () => {
        const keyVaultProperties = { keyName: "storage", keyVaultUri: "https://kv.vault.azure.net/" };
        const { outputs } = await client.deploy(ACCOUNT, {
            ...account,
            identity: { type: "UserAssigned" },
            encryption: { keySource: "Microsoft.Keyvault", keyVaultProperties },
        });
        const { currentVersionedKeyIdentifier: key } = (
            outputs.encryption as { keyVaultProperties: { currentVersionedKeyIdentifier: string } }
        ).keyVaultProperties;
        assert.match(key, /^https:\/\/kv\.vault\.azure\.net\/keys\/storage\/[0-9a-f]{32}$/);
    });

    it("are write-once for good", async () => {
        const writeOnce = (enabled: boolean) => ({ immutableStorageWithVersioning: { enabled } });
        const old = await client.deploy(ACCOUNT, { ...account, ...writeOnce(true) });
        await assert.rejects(
            client.update(ACCOUNT, old, { ...old.inputs, ...writeOnce(false) }),
            /PropertyChangeNotAllowed.*'immutableStorageWithVersioning\.enabled'/,
        );
    });

    it("keep logs beyond what can be searched", async () => {
        const retention = async (inputs: Properties) => {
            const { outputs } = await client.deploy(TABLE, {
                resourceGroupName: "rg",
                workspaceName: "log",
                tableName: "LAQueryLogs",
                ...inputs,
            });
            return [outputs.retentionInDays, outputs.totalRetentionInDays, outputs.archiveRetentionInDays];
        };
        assert.deepEqual(await retention({}), [30, 30, 0]);
        assert.deepEqual(await retention({ retentionInDays: 90 }), [90, 90, 0]);
        assert.deepEqual(await retention({ retentionInDays: 90, totalRetentionInDays: 180 }), [90, 180, 90]);
    });
});
