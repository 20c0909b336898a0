import * as assert from "node:assert/strict";
import { Registry } from "../../../components/registry/registry";
import { only, settled, startRecording } from "../../support/recorder";
import { names, scope } from "../../support/scope";

describe("Registry", () => {
    let registry: Registry;

    beforeEach(async () => {
        await startRecording();
        registry = new Registry("registry", {
            ...scope,
            registryName: names.registry,
            endpointName: names.registryEndpoint,
            virtualNetworkId: "network",
            subnetId: "subnet",
            workspaceId: "workspace",
            protectData: false,
        });
        await settled();
    });

    it("is closed to the Internet, to anonymous pulls and to the shared account", () => {
        assert.deepEqual(only("azure-native:containerregistry:Registry").inputs, {
            ...scope,
            registryName: "crapluscoredevfrc",
            sku: { name: "Premium" },
            zoneRedundancy: "Enabled",
            adminUserEnabled: false,
            anonymousPullEnabled: false,
            publicNetworkAccess: "Disabled",
            networkRuleBypassOptions: "None",
            dataEndpointEnabled: true,
            policies: {
                exportPolicy: { status: "disabled" },
                retentionPolicy: { status: "enabled", days: 30 },
            },
        });
    });

    it("tells its host name before it exists", () => {
        assert.equal(registry.loginServer, "crapluscoredevfrc.azurecr.io");
    });

    it("is reached through a private endpoint", () => {
        assert.deepEqual(only("azure-native:network:PrivateEndpoint").inputs.privateLinkServiceConnections, [
            { name: "registry", privateLinkServiceId: "registry-id", groupIds: ["registry"] },
        ]);
        assert.equal(
            only("azure-native:privatedns:PrivateZone").inputs.privateZoneName,
            "privatelink.azurecr.io",
        );
    });

    it("logs who signs in and who pushes", () => {
        assert.deepEqual(only("azure-native:monitor:DiagnosticSetting").inputs.logs, [
            { categoryGroup: "audit", enabled: true },
        ]);
    });
});
