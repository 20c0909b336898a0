import * as assert from "node:assert/strict";
import { PrivateLink } from "../../../components/network/private-link";
import { only, settled, startRecording } from "../../support/recorder";
import { privateEndpoints, scope } from "../../support/scope";

describe("PrivateLink", () => {
    beforeEach(async () => {
        await startRecording();
        new PrivateLink("logs", {
            ...scope,
            endpointName: "pep-logs",
            serviceId: "log-scope",
            groupId: "azuremonitor",
            zones: ["monitor", "blob"],
            privateEndpoints,
        });
        await settled();
    });

    it("brings the service into the endpoints' subnet", () => {
        assert.deepEqual(only("azure-native:network:PrivateEndpoint").inputs, {
            ...scope,
            privateEndpointName: "pep-logs",
            subnet: {
                id: "endpoints-subnet",
                // The package's own defaults, of which Azure reads the id alone.
                privateEndpointNetworkPolicies: "Disabled",
                privateLinkServiceNetworkPolicies: "Enabled",
            },
            privateLinkServiceConnections: [
                { name: "azuremonitor", privateLinkServiceId: "log-scope", groupIds: ["azuremonitor"] },
            ],
        });
    });

    it("has Azure write the service's names to each of its zones", () => {
        assert.deepEqual(only("azure-native:network:PrivateDnsZoneGroup").inputs, {
            resourceGroupName: scope.resourceGroupName,
            privateEndpointName: "pep-logs",
            privateDnsZoneGroupName: "default",
            privateDnsZoneConfigs: [
                { name: "monitor", privateDnsZoneId: "monitor-zone" },
                { name: "blob", privateDnsZoneId: "blob-zone" },
            ],
        });
    });
});
