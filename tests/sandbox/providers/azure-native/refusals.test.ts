import assert from "node:assert/strict";
import { azureNative } from "../../../../sandbox/providers/azure-native/provider";
import { Neighbourhood } from "../../../../sandbox/providers/azure-native/refusals/neighbourhood";
import { ProviderClient, type Properties } from "../provider-client";

const LOCK = "azure-native:authorization:ManagementLockByScope";
const NETWORK = "azure-native:network:VirtualNetwork";
const SUBNET = "azure-native:network:Subnet";
const VAULT = "azure-native:keyvault:Vault";

const RG = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg";

describe("what the azure-native stand-in refuses", () => {
    let client: ProviderClient;
    beforeEach(async () => {
        client = await ProviderClient.start(azureNative, { location: "francecentral" });
    });
    afterEach(() => {
        client.close();
    });

    const vault = (properties: Properties) => ({
        resourceGroupName: "rg",
        vaultName: "kv-core",
        properties: { tenantId: "t", sku: { family: "A", name: "premium" }, ...properties },
    });
    const refusal =
        `9 ${RG}/providers/Microsoft.KeyVault/vaults/kv-core: Code="BadRequest" Message="The property ` +
        `"enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an ` +
        `irreversible action."`;

    it("is refused in the words of the real provider's errors", async () => {
        await assert.rejects(client.deploy(VAULT, vault({ enablePurgeProtection: false })), {
            message: refusal,
        });
    });

    it("passes check and preview, which do not ask Azure", async () => {
        const { inputs, failures } = await client.check(VAULT, vault({ enablePurgeProtection: false }));
        assert.deepEqual(failures, []);
        await client.create(VAULT, inputs, { preview: true });
        const old = await client.deploy(VAULT, vault({ enablePurgeProtection: true }));
        await client.update(VAULT, old, inputs, { preview: true });
    });

    it("is refused at an update too", async () => {
        const old = await client.deploy(VAULT, vault({ enablePurgeProtection: true }));
        const inputs = { ...old.inputs, properties: vault({ enablePurgeProtection: false }).properties };
        await assert.rejects(client.update(VAULT, old, inputs), { message: refusal });
    });

    const network = {
        resourceGroupName: "rg",
        virtualNetworkName: "vnet",
        addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    };
    const outside = {
        resourceGroupName: "rg",
        virtualNetworkName: "vnet",
        subnetName: "nodes",
        addressPrefix: "10.1.0.0/24",
    };

    it("is refused for the sake of what this run has made", async () => {
        await client.deploy(NETWORK, network);
        await assert.rejects(client.deploy(SUBNET, outside), /NetcfgSubnetRangeOutsideVnet/);
    });

    it("is refused for the sake of what an earlier run has made", async () => {
        await client.check(NETWORK, network, network);
        await assert.rejects(client.deploy(SUBNET, outside), /NetcfgSubnetRangeOutsideVnet/);
    });

    it("is not refused for the sake of what this run has only planned", async () => {
        await client.check(NETWORK, network);
        await client.create(NETWORK, network, { preview: true });
        await client.deploy(SUBNET, outside);
    });

    it("is not refused for the sake of what another connection sees", async () => {
        await client.deploy(NETWORK, network);
        const other = client.again();
        await other.configure({ location: "francecentral" });
        await other.deploy(SUBNET, outside);
        other.close();
    });
});

describe("a lock of the azure-native stand-in", () => {
    let client: ProviderClient;
    beforeEach(async () => {
        client = await ProviderClient.start(azureNative, { location: "francecentral" });
    });
    afterEach(() => {
        client.close();
    });

    const SCOPE = `${RG}/providers/Microsoft.ContainerService/managedClusters/aks`;
    const POOL = "azure-native:containerservice:AgentPool";
    const poolId = `${SCOPE}/agentPools/general`;
    const lockId = `${SCOPE}/providers/Microsoft.Authorization/locks/keep`;
    const lock = { lockName: "keep", scope: SCOPE, level: "CanNotDelete" };
    const message =
        `9 ${poolId}: Code="ScopeLocked" Message="The scope '${poolId}' cannot perform delete operation because ` +
        `following scope(s) are locked: '${SCOPE}'. Please remove the lock and try again."`;

    it("has the deletion of what lies under it refused, in Azure's words", async () => {
        await client.check(LOCK, lock, lock);
        await assert.rejects(client.delete(POOL, poolId), { message });
    });

    it("counts from the moment that it is made", async () => {
        await client.check(LOCK, lock);
        await client.delete(POOL, poolId);
        await client.deploy(LOCK, lock);
        await assert.rejects(client.delete(POOL, poolId), { message });
    });

    it("lets go once it is deleted, as before a replacement", async () => {
        await client.check(LOCK, lock, lock);
        await client.delete(LOCK, lockId);
        await client.delete(POOL, poolId);
        await client.deploy(LOCK, lock);
        await assert.rejects(client.delete(POOL, poolId), { message });
    });

    it("tells no upper from lower case, and holds neither its neighbours nor names that begin alike", async () => {
        await client.check(LOCK, lock, lock);
        await assert.rejects(client.delete(POOL, poolId.toUpperCase()), /ScopeLocked/);
        await assert.rejects(
            client.delete("azure-native:containerservice:ManagedCluster", SCOPE),
            /ScopeLocked/,
        );
        await client.delete(POOL, `${SCOPE}-two/agentPools/general`);
    });

    it("is not seen by a destroy, which checks nothing", async () => {
        await client.delete(POOL, poolId);
    });
});

describe("a neighbourhood", () => {
    const one = { type: SUBNET, name: "one" };
    const other = { type: SUBNET, name: "other" };

    it("holds each resource as it was seen last, by type", () => {
        const neighbourhood = new Neighbourhood();
        neighbourhood.see(one, { addressPrefix: "10.0.0.0/24" });
        neighbourhood.see(one, { addressPrefix: "10.0.1.0/24" });
        assert.deepEqual(neighbourhood.of(other)(SUBNET), [{ addressPrefix: "10.0.1.0/24" }]);
        assert.deepEqual(neighbourhood.of(other)(NETWORK), []);
    });

    it("does not hold what is gone", () => {
        const neighbourhood = new Neighbourhood();
        neighbourhood.see(one, {});
        neighbourhood.forget(one);
        assert.deepEqual(neighbourhood.of(other)(SUBNET), []);
    });

    it("does not count a resource as its own neighbour", () => {
        const neighbourhood = new Neighbourhood();
        neighbourhood.see(one, {});
        assert.deepEqual(neighbourhood.of(one)(SUBNET), []);
    });
});
