import assert from "node:assert/strict";
import { azureNative } from "../../../../sandbox/providers/azure-native/provider";
import { autonaming, AutonamingMode, ProviderClient, UNKNOWN, type Properties } from "../provider-client";

const CLUSTER = "azure-native:containerservice:ManagedCluster";
const ENDPOINT = "azure-native:network:PrivateEndpoint";
const GROUP = "azure-native:resources:ResourceGroup";
const ROLE = "azure-native:authorization:RoleAssignment";
const SETTING = "azure-native:monitor:DiagnosticSetting";
const SUBNET = "azure-native:network:Subnet";
const VAULT = "azure-native:keyvault:Vault";

describe("the inputs of the azure-native stand-in", () => {
    let client: ProviderClient;
    beforeEach(async () => {
        client = await ProviderClient.start(azureNative, {});
    });
    afterEach(() => {
        client.close();
    });

    const inGroup = { resourceGroupName: "rg", location: "francecentral" };

    describe("checks", () => {
        const vault = { ...inGroup, vaultName: "kv", properties: { tenantId: "t" } };

        it("add the API version of the npm package's class", async () => {
            assert.deepEqual(await client.check(VAULT, vault), {
                inputs: { ...vault, azureApiVersion: "2024-11-01" },
                failures: [],
            });
        });

        it("take the location from the old inputs, then from the configuration", async () => {
            const locationOf = async (olds: Properties) =>
                (await client.check(GROUP, {}, olds)).inputs.location;
            await client.configure({ location: "francesouth" });
            assert.equal(await locationOf({ location: "westeurope" }), "westeurope");
            assert.equal(await locationOf({}), "francesouth");
        });

        const MISSING: [string, Properties, string[]][] = [
            [VAULT, {}, ["properties", "resourceGroupName"]],
            [SUBNET, { subnetName: "s" }, ["resourceGroupName", "virtualNetworkName"]],
            [ROLE, { roleAssignmentName: "r" }, ["principalId", "roleDefinitionId", "scope"]],
            [SETTING, { name: "n" }, ["resourceUri"]],
        ];
        for (const [type, news, missing] of MISSING) {
            it(`miss the required properties of ${type}`, async () => {
                const { failures } = await client.check(type, news);
                assert.deepEqual(
                    failures,
                    missing.map((name) => ({ property: "", reason: `missing required property '${name}'` })),
                );
            });
        }

        it("say how a missing location can be given", async () => {
            const { failures } = await client.check(GROUP, { resourceGroupName: "rg" });
            assert.deepEqual(failures, [
                {
                    property: "",
                    reason:
                        "missing required property 'location'. Either set it explicitly or configure it with " +
                        "'pulumi config set azure-native:location <value>'.",
                },
            ]);
        });

        it("leave unknown values alone", async () => {
            const news = { ...vault, vaultName: UNKNOWN, properties: UNKNOWN };
            const { inputs, failures } = await client.check(VAULT, news);
            assert.deepEqual(inputs, { ...news, azureApiVersion: "2024-11-01" });
            assert.deepEqual(failures, []);
        });

        it("name what has no name, and keep that name", async () => {
            const { inputs } = await client.check(GROUP, { location: "francecentral" });
            assert.match(inputs.resourceGroupName as string, /^name[0-9a-f]{8}$/);
            assert.equal(inputs.__createBeforeDelete, true);
            const again = await client.check(
                GROUP,
                { location: "francecentral" },
                { resourceGroupName: "old" },
            );
            assert.equal(again.inputs.resourceGroupName, "old");
        });

        it("follow the engine's wishes about names", async () => {
            const news = { location: "francecentral" };
            const proposed = await client.check(GROUP, news, {}, autonaming(AutonamingMode.PROPOSE, "mine"));
            assert.equal(proposed.inputs.resourceGroupName, "mine");
            const disabled = await client.check(GROUP, news, {}, autonaming(AutonamingMode.DISABLE));
            assert.deepEqual(disabled.failures, [
                { property: "", reason: "missing required property 'resourceGroupName'" },
            ]);
        });
    });

    describe("diffs", () => {
        const DIFFS: [string, string, Properties, Properties, Record<string, string>][] = [
            ["nothing", VAULT, { ...inGroup, tags: {} }, { ...inGroup, tags: {} }, {}],
            ["a tag", VAULT, { tags: { a: "1" } }, { tags: { a: "2" } }, { "tags.a": "UPDATE" }],
            [
                "a location written otherwise",
                VAULT,
                { location: "France Central" },
                { location: "francecentral" },
                {},
            ],
            [
                "another location",
                VAULT,
                { location: "francecentral" },
                { location: "westeurope" },
                { location: "UPDATE_REPLACE" },
            ],
            [
                "an unknown location",
                VAULT,
                { location: "a" },
                { location: UNKNOWN },
                { location: "UPDATE_REPLACE" },
            ],
            [
                "another name",
                SUBNET,
                { subnetName: "a" },
                { subnetName: "b" },
                { subnetName: "UPDATE_REPLACE" },
            ],
            [
                "another parent",
                SUBNET,
                { virtualNetworkName: "a" },
                { virtualNetworkName: "b" },
                { virtualNetworkName: "UPDATE_REPLACE" },
            ],
            [
                "who gets a role",
                ROLE,
                { principalId: "a" },
                { principalId: "b" },
                { principalId: "UPDATE_REPLACE" },
            ],
            [
                "another subnet of an endpoint",
                ENDPOINT,
                { subnet: { id: "a" } },
                { subnet: { id: "b" } },
                { "subnet.id": "UPDATE_REPLACE" },
            ],
            [
                "another pod range of a cluster",
                CLUSTER,
                { networkProfile: { podCidr: "a", advancedNetworking: { enabled: false } } },
                { networkProfile: { podCidr: "b", advancedNetworking: { enabled: true } } },
                {
                    "networkProfile.podCidr": "UPDATE_REPLACE",
                    "networkProfile.advancedNetworking.enabled": "UPDATE",
                },
            ],
            [
                "what Azure itself refuses, which is an update to the provider",
                CLUSTER,
                { apiServerAccessProfile: { enablePrivateCluster: true } },
                { apiServerAccessProfile: { enablePrivateCluster: false } },
                { "apiServerAccessProfile.enablePrivateCluster": "UPDATE" },
            ],
        ];
        for (const [what, type, olds, news, details] of DIFFS) {
            it(`find ${what}`, async () => {
                const replaces = Object.keys(details)
                    .filter((path) => details[path]?.endsWith("_REPLACE"))
                    .map((path) => path.split(".")[0]);
                assert.deepEqual(await client.diff(type, olds, news), {
                    changes: Object.keys(details).length === 0 ? "none" : "some",
                    details,
                    replaces,
                    deleteBeforeReplace: replaces.length > 0,
                });
            });
        }

        it("create before they delete what was named by the provider", async () => {
            const { deleteBeforeReplace } = await client.diff(
                GROUP,
                { location: "a", __createBeforeDelete: true },
                { location: "b", __createBeforeDelete: true },
            );
            assert.equal(deleteBeforeReplace, false);
        });

        it("never replace a provider", async () => {
            const { replaces } = await client.diffConfig({ location: "a" }, { location: "b" });
            assert.deepEqual(replaces, []);
        });
    });
});
