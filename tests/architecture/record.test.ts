import * as assert from "node:assert/strict";
import type { Resource } from "../../architecture/graph";
import { graphOf } from "../graph/recorded";

describe("the record of a stack", () => {
    async function find(type: string, name: string): Promise<Resource> {
        const found = (await graphOf("dev")).of(type).find((resource) => resource.name === name);
        assert.ok(found, `${type} ${name}: expected one, got none`);
        return found;
    }

    it("has each resource's parent, and what each of its inputs was made of", async () => {
        const graph = await graphOf("dev");
        const vault = await find("azure-native:keyvault:Vault", "vault");
        const log = await find("azure-native:monitor:DiagnosticSetting", "vault-audit");
        assert.equal(graph.at(log.parent)?.type, "audioprothese:key-vault:KeyVault");
        assert.deepEqual(log.propertyDependencies.resourceUri, [vault.urn]);
        assert.ok(log.dependencies.includes(vault.urn));
    });

    it("has the ids that Azure gives, and the provider that the program chose", async () => {
        const graph = await graphOf("dev");
        const { id } = await find("azure-native:keyvault:Vault", "vault");
        assert.match(
            id,
            /^\/subscriptions\/.*\/providers\/Microsoft\.KeyVault\/vaults\/kv-aplus-core-dev-frc$/,
        );
        const database = await find("kubernetes:apps/v1:StatefulSet", "mariadb");
        assert.equal(database.id, "database/mariadb");
        assert.equal(graph.at(database.provider)?.type, "pulumi:providers:kubernetes");
    });

    it("marks secrets", async () => {
        const { inputs } = await find("azure-native:keyvault:Secret", "openmrs-admin-password");
        assert.match(JSON.stringify(inputs.properties), /\{"secret":/);
    });

    it("has options: what is protected and what is left alone", async () => {
        const network = await find("azure-native:network:VirtualNetwork", "network");
        assert.deepEqual([network.protect, network.ignoreChanges], [false, ["subnets"]]);
        const vaults = (await graphOf("prod")).of("azure-native:keyvault:Vault");
        assert.ok(vaults.length > 0 && vaults.every(({ protect }) => protect));
    });
});
