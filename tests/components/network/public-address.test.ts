import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { publicAddress } from "../../../components/network/public-address";
import { only, settled, startRecording } from "../../support/recorder";
import { scope } from "../../support/scope";

describe("publicAddress", () => {
    const MODES = { none: "Disabled", ip: "Enabled", network: "VirtualNetworkInherited" } as const;
    for (const [ddosProtection, protectionMode] of Object.entries(MODES)) {
        it(`is ${protectionMode} against floods where the stack chooses "${ddosProtection}"`, async () => {
            await startRecording();
            publicAddress(
                "address",
                {
                    ...scope,
                    publicIpAddressName: "pip",
                    ddosProtection: ddosProtection as keyof typeof MODES,
                    workspaceId: "workspace",
                },
                new pulumi.ComponentResource("test:index:Parent", "parent"),
            );
            await settled();
            assert.deepEqual(only("azure-native:network:PublicIPAddress").inputs, {
                ...scope,
                publicIpAddressName: "pip",
                sku: { name: "Standard", tier: "Regional" },
                publicIPAddressVersion: "IPv4",
                publicIPAllocationMethod: "Static",
                zones: ["1", "2", "3"],
                ddosSettings: { protectionMode },
            });
            assert.equal(only("azure-native:monitor:DiagnosticSetting").inputs.resourceUri, "address-id");
        });
    }
});
