import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { privateHost } from "../../../components/edge/private-host";
import { recordDependencies } from "../../support/dependencies";
import { only, recorded, settled, startRecording } from "../../support/recorder";
import { scope, tags } from "../../support/scope";

const HOST = "administration.example.fr";
const { resourceGroupName } = scope;

describe("a private host", () => {
    let dependenciesOf: (name: string) => readonly string[];

    beforeEach(async () => {
        await startRecording();
        dependenciesOf = recordDependencies();
        const place = { resourceGroupName, tags, virtualNetworkId: "network-id" };
        privateHost(
            "administration",
            { ...place, host: HOST, address: "10.40.3.254" },
            new pulumi.ComponentResource("audioprothese:test:Parent", "parent"),
        );
        await settled();
    });

    it("has a zone of its own name, which takes no other name from public DNS", () => {
        assert.equal(only("azure-native:privatedns:PrivateZone").inputs.privateZoneName, HOST);
    });

    it("leads to its address", () => {
        assert.deepEqual(only("azure-native:privatedns:PrivateRecordSet").inputs, {
            resourceGroupName,
            privateZoneName: HOST,
            recordType: "A",
            relativeRecordSetName: "@",
            ttl: 300,
            aRecords: [{ ipv4Address: "10.40.3.254" }],
        });
    });

    it("is known in the network, where no machine registers itself", () => {
        const { inputs } = only("azure-native:privatedns:VirtualNetworkLink");
        assert.deepEqual(
            [inputs.privateZoneName, inputs.virtualNetwork, inputs.registrationEnabled],
            [HOST, { id: "network-id" }, false],
        );
    });

    it("has its address once the network knows the zone, and makes nothing else", () => {
        assert.ok(dependenciesOf("administration-address").includes("administration-link"));
        assert.equal(recorded().length, 3);
    });
});
