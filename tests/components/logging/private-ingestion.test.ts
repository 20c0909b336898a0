import * as assert from "node:assert/strict";
import { PrivateIngestion } from "../../../components/logging/private-ingestion";
import { only, settled, startRecording } from "../../support/recorder";
import { names, privateEndpoints, scope } from "../../support/scope";

describe("PrivateIngestion", () => {
    beforeEach(async () => {
        await startRecording();
        new PrivateIngestion("ingestion", { ...scope, names, workspaceId: "workspace", privateEndpoints });
        await settled();
    });

    it("lets the network neither write nor read logs anywhere else", () => {
        assert.deepEqual(only("azure-native:monitor:PrivateLinkScope").inputs, {
            scopeName: "ampls-aplus-core-dev-frc",
            resourceGroupName: "rg-aplus-core-dev-frc",
            location: "global",
            accessModeSettings: { ingestionAccessMode: "PrivateOnly", queryAccessMode: "PrivateOnly" },
            tags: scope.tags,
        });
    });

    it("holds the workspace", () => {
        assert.deepEqual(only("azure-native:monitor:PrivateLinkScopedResource").inputs, {
            name: "log-aplus-core-dev-frc",
            scopeName: "ampls-aplus-core-dev-frc",
            resourceGroupName: "rg-aplus-core-dev-frc",
            linkedResourceId: "workspace",
        });
    });

    it("is reached through a private endpoint, under every name that Azure Monitor goes by", () => {
        const { privateEndpointName, privateLinkServiceConnections } = only(
            "azure-native:network:PrivateEndpoint",
        ).inputs;
        assert.equal(privateEndpointName, "pep-aplus-logs-dev-frc");
        const [connection] = privateLinkServiceConnections as Record<string, unknown>[];
        assert.deepEqual(
            [connection?.privateLinkServiceId, connection?.groupIds],
            ["ingestion-id", ["azuremonitor"]],
        );
        const { privateDnsZoneConfigs } = only("azure-native:network:PrivateDnsZoneGroup").inputs;
        assert.deepEqual(
            (privateDnsZoneConfigs as { privateDnsZoneId: string }[]).map((zone) => zone.privateDnsZoneId),
            ["monitor-zone", "oms-zone", "ods-zone", "agentService-zone", "blob-zone"],
        );
    });
});
