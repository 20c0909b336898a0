import assert from "node:assert/strict";
import { azureNative } from "../../../../sandbox/providers/azure-native/provider";
import { ProviderClient, type Properties } from "../provider-client";

const SERVER = "azure-native:dbformysql:Server";
const PARAMETER = "azure-native:dbformysql:Configuration";
const SECRET = "azure-native:keyvault:Secret";

describe("the azure-native stand-in's managed databases and secrets", () => {
    let client: ProviderClient;
    beforeEach(async () => {
        client = await ProviderClient.start(azureNative, { location: "francecentral" });
    });
    afterEach(() => {
        client.close();
    });

    const server: Properties = {
        resourceGroupName: "rg",
        serverName: "mysql-core",
        administratorLogin: "ap_db",
        administratorLoginPassword: "aB3".repeat(10),
        sku: { name: "Standard_D2ads_v5", tier: "GeneralPurpose" },
    };

    it("have their name in full, and tell no password", async () => {
        const { outputs } = await client.deploy(SERVER, server);
        assert.equal(outputs.fullyQualifiedDomainName, "mysql-core.mysql.database.azure.com");
        assert.ok(!JSON.stringify(outputs).includes("aB3"));
    });

    it("have a standby in another zone, where they are asked for one", async () => {
        const standby = async (inputs: Properties) => {
            const { outputs } = await client.deploy(SERVER, inputs);
            return outputs.highAvailability;
        };
        assert.deepEqual(await standby(server), { mode: "Disabled", state: "NotEnabled" });
        assert.deepEqual(await standby({ ...server, highAvailability: { mode: "ZoneRedundant" } }), {
            mode: "ZoneRedundant",
            standbyAvailabilityZone: "2",
            state: "Healthy",
        });
    });

    it("wait for a restart to change what is read at the start only", async () => {
        const pending = async (configurationName: string, value: string) => {
            const place = { resourceGroupName: "rg", serverName: "mysql-core" };
            const { outputs } = await client.deploy(PARAMETER, { ...place, configurationName, value });
            return [outputs.value, outputs.isConfigPendingRestart];
        };
        assert.deepEqual(await pending("tls_version", "TLSv1.3"), ["TLSv1.3", "True"]);
        assert.deepEqual(await pending("local_infile", "OFF"), ["OFF", "False"]);
    });

    it("replace a server of another network or login", async () => {
        const network = {
            delegatedSubnetResourceId: "/subnets/a",
            privateDnsZoneResourceId: "/privateDnsZones/a.mysql.database.azure.com",
        };
        const replaces = async (changes: Properties) => {
            const { replaces } = await client.diff(SERVER, { ...server, network }, { ...server, ...changes });
            return replaces;
        };
        assert.deepEqual(await replaces({ network, administratorLogin: "ap_my" }), ["administratorLogin"]);
        assert.deepEqual(
            await replaces({ network: { ...network, delegatedSubnetResourceId: "/subnets/b" } }),
            ["network"],
        );
        assert.deepEqual(await replaces({ network, administratorLoginPassword: "bC4".repeat(10) }), []);
    });

    it("give a secret another version with its value, and never the value", async () => {
        const place = { resourceGroupName: "rg", vaultName: "kv", secretName: "password" };
        const made = async (value: string) => {
            const { id, outputs } = await client.deploy(SECRET, { ...place, properties: { value } });
            return { id, properties: outputs.properties as Record<string, unknown> };
        };
        const [first, second] = [await made("hidden"), await made("other")];
        assert.match(first.id, /\/vaults\/kv\/secrets\/password$/);
        assert.equal(first.properties.secretUri, "https://kv.vault.azure.net/secrets/password");
        assert.notEqual(first.properties.secretUriWithVersion, second.properties.secretUriWithVersion);
        assert.equal(first.properties.value, undefined);
    });
});
