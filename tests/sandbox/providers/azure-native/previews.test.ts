import assert from "node:assert/strict";
import { azureNative } from "../../../../sandbox/providers/azure-native/provider";
import { ProviderClient, UNKNOWN, type Properties } from "../provider-client";

const CLUSTER = "azure-native:containerservice:ManagedCluster";
const GROUP = "azure-native:resources:ResourceGroup";

describe("the azure-native stand-in", () => {
    let client: ProviderClient;
    beforeEach(async () => {
        client = await ProviderClient.start(azureNative, {});
    });
    afterEach(() => {
        client.close();
    });

    const inGroup = { resourceGroupName: "rg", location: "francecentral" };

    describe("previews", () => {
        it("answer every response property, unknown unless an input has its name", async () => {
            const inputs = {
                ...inGroup,
                resourceGroupName: "rg",
                tags: { a: "b" },
                azureApiVersion: "2024-03-01",
            };
            assert.deepEqual(await client.create(GROUP, inputs, { preview: true }), {
                id: "",
                outputs: {
                    azureApiVersion: "2024-03-01",
                    location: "francecentral",
                    managedBy: UNKNOWN,
                    name: UNKNOWN,
                    properties: UNKNOWN,
                    tags: { a: "b" },
                    type: UNKNOWN,
                },
            });
        });

        it("fill up nested objects, in lists and maps too", async () => {
            const { outputs } = await client.create(
                CLUSTER,
                {
                    ...inGroup,
                    oidcIssuerProfile: { enabled: true },
                    addonProfiles: { azurepolicy: { enabled: true } },
                    privateLinkResources: [{ name: "management" }],
                    identity: { type: "UserAssigned", userAssignedIdentities: [UNKNOWN] },
                    aadProfile: UNKNOWN,
                },
                { preview: true },
            );
            assert.deepEqual(outputs.oidcIssuerProfile, { enabled: true, issuerURL: UNKNOWN });
            assert.deepEqual(outputs.addonProfiles, {
                azurepolicy: { enabled: true, config: UNKNOWN, identity: UNKNOWN },
            });
            assert.deepEqual(outputs.privateLinkResources, [
                {
                    groupId: UNKNOWN,
                    id: UNKNOWN,
                    name: "management",
                    privateLinkServiceID: UNKNOWN,
                    requiredMembers: UNKNOWN,
                    type: UNKNOWN,
                },
            ]);
            assert.equal((outputs.identity as Properties).userAssignedIdentities, UNKNOWN);
            assert.equal(outputs.aadProfile, UNKNOWN);
        });

        it("of an update keep the name and the location", async () => {
            const inputs = { resourceGroupName: "rg", location: "francecentral" };
            const old = { id: "id", inputs, outputs: { name: "rg", location: "francecentral" } };
            const outputs = await client.update(
                GROUP,
                old,
                { ...inputs, tags: { a: "b" } },
                { preview: true },
            );
            assert.equal(outputs.name, "rg");
            assert.equal(outputs.location, "francecentral");
            assert.equal(outputs.type, UNKNOWN);
        });
    });

    describe("functions", () => {
        it("give a kubeconfig that signs in through Entra, to a host that does not exist", async () => {
            const { kubeconfigs } = await client.invoke(
                "azure-native:containerservice:listManagedClusterUserCredentials",
                { resourceGroupName: "rg", resourceName: "aks" },
            );
            const [credentials] = kubeconfigs as { name: string; value: string }[];
            assert.equal(credentials?.name, "clusterUser");
            const kubeconfig = JSON.parse(Buffer.from(credentials.value, "base64").toString()) as {
                clusters: { cluster: { server: string } }[];
                users: { user: { exec: { command: string; args: string[] } } }[];
            };
            assert.equal(kubeconfig.clusters[0]?.cluster.server, "https://aks.rg.sandbox.invalid:443");
            const exec = kubeconfig.users[0]?.user.exec;
            assert.equal(exec?.command, "kubelogin");
            assert.deepEqual(exec.args.slice(-2), ["--login", "devicecode"]);
        });
    });
});
