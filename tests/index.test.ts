import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { stackConfig } from "../architecture/stack-config";
import { recorded, settled, startRecording } from "./support/recorder";

const PROGRAM = require.resolve("../index");

/** Runs the program, as Pulumi does, and returns what it exports. */
async function run(config: Record<string, string>): Promise<Record<string, unknown>> {
    await startRecording();
    pulumi.runtime.setAllConfig(config);
    Reflect.deleteProperty(require.cache, PROGRAM);
    const outputs = module.require(PROGRAM) as Record<string, unknown>;
    await settled();
    return outputs;
}

const registered = () => recorded().map(({ type, name }) => `${type} ${name}`);

describe("the program", () => {
    it("registers the same resources for dev and prod; what comes in pairs gets a disruption budget", async () => {
        await run(stackConfig("dev"));
        const dev = new Set(registered());
        await run(stackConfig("prod"));
        const prod = registered();
        assert.deepEqual(prod.filter((resource) => !dev.has(resource)).sort(), [
            "kubernetes:policy/v1:PodDisruptionBudget openmrs-frontend",
            "kubernetes:policy/v1:PodDisruptionBudget openmrs-gateway",
        ]);
        assert.equal(prod.length, dev.size + 2);
    });

    it("takes every image from its own registry, by digest", async () => {
        await run(stackConfig("dev"));
        const images = JSON.stringify(recorded().map(({ inputs }) => inputs)).match(/"image":"[^"]*"/g) ?? [];
        assert.equal(images.length, 11);
        for (const image of images) {
            assert.match(image, /^"image":"crapluscoredevfrc\.azurecr\.io\/[^@"]+@sha256:[0-9a-f]{64}"$/);
        }
    });

    it("exports what operators look for", async () => {
        const { oidcIssuerUrl, ...outputs } = await run(stackConfig("dev"));
        assert.ok(pulumi.Output.isInstance(oidcIssuerUrl));
        assert.deepEqual(outputs, {
            clusterName: "aks-aplus-core-dev-frc",
            registryLoginServer: "crapluscoredevfrc.azurecr.io",
            vaultUri: "https://kv-aplus-core-dev-frc.vault.azure.net/",
        });
    });

    it("registers nothing when the configuration is wrong", async () => {
        const config = { ...stackConfig("dev"), "azure-native:location": "eastus" };
        await assert.rejects(run(config), pulumi.RunError);
        await settled();
        assert.deepEqual(recorded(), []);
    });
});
