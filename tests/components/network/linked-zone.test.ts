import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { linkedZone } from "../../../components/network/linked-zone";
import { recordDependencies } from "../../support/dependencies";
import { only, settled, startRecording } from "../../support/recorder";
import { scope } from "../../support/scope";

describe("linkedZone", () => {
    it("is a zone of no region that one network asks, and that takes no names of machines", async () => {
        const { resourceGroupName, tags } = scope;
        await startRecording();
        const dependenciesOf = recordDependencies();
        const parent = new pulumi.ComponentResource("test:index:Parent", "parent");
        linkedZone(
            "zone",
            { resourceGroupName, tags, privateZoneName: "db.example", virtualNetworkId: "network-id" },
            parent,
        );
        await settled();
        const global = { resourceGroupName, tags, location: "global", privateZoneName: "db.example" };
        assert.deepEqual(only("azure-native:privatedns:PrivateZone").inputs, global);
        assert.deepEqual(only("azure-native:privatedns:VirtualNetworkLink").inputs, {
            ...global,
            virtualNetworkLinkName: "network",
            virtualNetwork: { id: "network-id" },
            registrationEnabled: false,
        });
        assert.ok(dependenciesOf("zone-link").includes("zone"));
    });
});
