import * as assert from "node:assert/strict";
import { Registry } from "../../../components/registry/registry";
import { customerKey } from "../../support/customer-key";
import { recordDependencies } from "../../support/dependencies";
import { all, only, settled, startRecording } from "../../support/recorder";
import { names, privateEndpoints, scope } from "../../support/scope";

describe("Registry", () => {
    let registry: Registry;
    let dependenciesOf: ReturnType<typeof recordDependencies>;

    const make = async (replicaRegions: readonly string[]) => {
        await startRecording();
        dependenciesOf = recordDependencies();
        registry = new Registry("registry", {
            ...scope,
            names,
            subscriptionId: "subscription",
            key: customerKey("registry"),
            replicaRegions,
            privateEndpoints,
            workspaceId: "workspace",
            protectData: false,
        });
        await settled();
    };

    beforeEach(() => make(["francesouth", "germanywestcentral"]));

    it("is closed to the Internet, to anonymous pulls and to the shared account, and encrypted with its own key", () => {
        assert.deepEqual(only("azure-native:containerregistry:Registry").inputs, {
            ...scope,
            registryName: "crapluscoredevfrc",
            sku: { name: "Premium" },
            zoneRedundancy: "Enabled",
            adminUserEnabled: false,
            anonymousPullEnabled: false,
            publicNetworkAccess: "Disabled",
            networkRuleBypassOptions: "AzureServices",
            dataEndpointEnabled: true,
            identity: {
                type: "UserAssigned",
                userAssignedIdentities: { "registry-encryption-id": {} },
            },
            encryption: {
                status: "enabled",
                keyVaultProperties: {
                    identity: "registry-encryption-client",
                    keyIdentifier: "https://kv.vault.azure.net/keys/registry",
                },
            },
            policies: {
                exportPolicy: { status: "disabled" },
                quarantinePolicy: { status: "enabled" },
                retentionPolicy: { status: "enabled", days: 30 },
                azureADAuthenticationAsArmPolicy: { status: "disabled" },
            },
        });
    });

    it("may use its key before it is made", () => {
        assert.ok(dependenciesOf("registry").includes("registry-encryption-role"));
    });

    it("has a copy in each region of its list, over three zones where the region has them", () => {
        const { resourceGroupName, tags } = scope;
        const replica = {
            registryName: "crapluscoredevfrc",
            resourceGroupName,
            regionEndpointEnabled: true,
            tags,
        };
        assert.deepEqual(
            all("azure-native:containerregistry:Replication").map(({ inputs }) => inputs),
            [
                {
                    ...replica,
                    replicationName: "francesouth",
                    location: "francesouth",
                    zoneRedundancy: "Disabled",
                },
                {
                    ...replica,
                    replicationName: "germanywestcentral",
                    location: "germanywestcentral",
                    zoneRedundancy: "Enabled",
                },
            ],
        );
    });

    it("has no copy where none is asked for", async () => {
        await make([]);
        assert.deepEqual(all("azure-native:containerregistry:Replication"), []);
    });

    it("tells its host name before it exists", () => {
        assert.equal(registry.loginServer, "crapluscoredevfrc.azurecr.io");
    });

    it("is reached through a private endpoint, which knows the replicas", () => {
        assert.deepEqual(only("azure-native:network:PrivateEndpoint").inputs.privateLinkServiceConnections, [
            { name: "registry", privateLinkServiceId: "registry-id", groupIds: ["registry"] },
        ]);
        const waitsFor = dependenciesOf("registry-link");
        assert.ok(waitsFor.includes("registry-replica-francesouth"));
        assert.ok(waitsFor.includes("registry-replica-germanywestcentral"));
    });

    it("logs who signs in and who pushes", () => {
        const { resourceUri, logs } = only("azure-native:monitor:DiagnosticSetting").inputs;
        assert.deepEqual([resourceUri, logs], ["registry-id", [{ categoryGroup: "audit", enabled: true }]]);
    });
});
