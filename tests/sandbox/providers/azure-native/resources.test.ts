import assert from "node:assert/strict";
import { azureNative } from "../../../../sandbox/providers/azure-native/provider";
import { ProviderClient, type Properties } from "../provider-client";

const AGENT_POOL = "azure-native:containerservice:AgentPool";
const CLUSTER = "azure-native:containerservice:ManagedCluster";
const ENDPOINT = "azure-native:network:PrivateEndpoint";
const GROUP = "azure-native:resources:ResourceGroup";
const IDENTITY = "azure-native:managedidentity:UserAssignedIdentity";
const NETWORK = "azure-native:network:VirtualNetwork";
const REGISTRY = "azure-native:containerregistry:Registry";
const ROLE = "azure-native:authorization:RoleAssignment";
const SETTING = "azure-native:monitor:DiagnosticSetting";
const SUBNET = "azure-native:network:Subnet";
const VAULT = "azure-native:keyvault:Vault";
const WORKSPACE = "azure-native:operationalinsights:Workspace";
const SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000001";
const RG = `${SUBSCRIPTION}/resourceGroups/rg`;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("the azure-native stand-in", () => {
    let client: ProviderClient;
    beforeEach(async () => {
        client = await ProviderClient.start(azureNative, { location: "francecentral" });
    });
    afterEach(() => {
        client.close();
    });

    const inGroup = { resourceGroupName: "rg" };

    describe("resources", () => {
        const AZURE = `${RG}/providers/Microsoft`;
        const vault = {
            ...inGroup,
            vaultName: "kv-core",
            properties: { tenantId: "t", sku: { family: "A", name: "premium" } },
        };
        const ASSIGNMENT = "11111111-2222-3333-4444-555555555555";
        const sent = { workspaceId: "log", logs: [{ categoryGroup: "audit", enabled: true }] };
        const ID_CASES: [string, Properties, string][] = [
            [GROUP, { resourceGroupName: "rg" }, RG],
            [VAULT, vault, `${AZURE}.KeyVault/vaults/kv-core`],
            [
                SUBNET,
                { resourceGroupName: "rg", virtualNetworkName: "v", subnetName: "s" },
                `${AZURE}.Network/virtualNetworks/v/subnets/s`,
            ],
            [
                ROLE,
                {
                    scope: RG,
                    roleAssignmentName: ASSIGNMENT,
                    principalId: "p",
                    principalType: "ServicePrincipal",
                    roleDefinitionId: "d",
                },
                `${AZURE}.Authorization/roleAssignments/${ASSIGNMENT}`,
            ],
            [
                SETTING,
                { resourceUri: `${AZURE}.KeyVault/vaults/kv`, name: "audit", ...sent },
                `${AZURE}.KeyVault/vaults/kv/providers/Microsoft.Insights/diagnosticSettings/audit`,
            ],
        ];
        for (const [type, inputs, id] of ID_CASES) {
            it(`of ${type} have their id in Azure's form`, async () => {
                assert.equal((await client.deploy(type, inputs)).id, id);
            });
        }

        const TYPE_CASES: [string, Properties, string, string][] = [
            [GROUP, { resourceGroupName: "rg" }, "rg", "Microsoft.Resources/resourceGroups"],
            [
                AGENT_POOL,
                { resourceGroupName: "rg", resourceName: "aks", agentPoolName: "user" },
                "user",
                "Microsoft.ContainerService/managedClusters/agentPools",
            ],
            [
                SETTING,
                { resourceUri: RG, name: "audit", ...sent },
                "audit",
                "Microsoft.Insights/diagnosticSettings",
            ],
        ];
        for (const [type, inputs, name, armType] of TYPE_CASES) {
            it(`of ${type} have Azure's name and type`, async () => {
                const { outputs } = await client.deploy(type, inputs);
                assert.deepEqual([outputs.name, outputs.type], [name, armType]);
            });
        }

        it("lie in the configured subscription", async () => {
            await client.configure({ subscriptionId: "s", location: "francecentral" });
            const { id } = await client.deploy(GROUP, { resourceGroupName: "rg" });
            assert.equal(id, "/subscriptions/s/resourceGroups/rg");
        });

        it("give the addresses that Azure derives from their names", async () => {
            const { outputs } = await client.deploy(VAULT, vault);
            assert.equal((outputs.properties as Properties).vaultUri, "https://kv-core.vault.azure.net/");
            const registry = await client.deploy(REGISTRY, {
                ...inGroup,
                registryName: "acrCoreX",
                sku: { name: "Premium" },
                dataEndpointEnabled: true,
            });
            assert.equal(registry.outputs.loginServer, "acrcorex.azurecr.io");
            assert.deepEqual(registry.outputs.sku, { name: "Premium", tier: "Premium" });
            assert.deepEqual(registry.outputs.dataEndpointHostNames, [
                "acrcorex.francecentral.data.azurecr.io",
            ]);
        });

        it("give an identity the same ids wherever it is named", async () => {
            const { id, outputs } = await client.deploy(IDENTITY, { ...inGroup, resourceName: "id-core" });
            assert.match(outputs.principalId as string, GUID);
            assert.match(outputs.clientId as string, GUID);
            assert.notEqual(outputs.principalId, outputs.clientId);
            const cluster = await client.deploy(CLUSTER, {
                ...inGroup,
                resourceName: "aks",
                agentPoolProfiles: [{ name: "system", mode: "System", count: 1 }],
                identity: { type: "UserAssigned", userAssignedIdentities: [id] },
            });
            assert.deepEqual(cluster.outputs.identity, {
                type: "UserAssigned",
                userAssignedIdentities: {
                    [id]: { clientId: outputs.clientId, principalId: outputs.principalId },
                },
            });
        });

        it("give an identity of its own to what asks for one", async () => {
            const { outputs } = await client.deploy(WORKSPACE, {
                ...inGroup,
                workspaceName: "log-core",
                identity: { type: "SystemAssigned" },
            });
            const { principalId, ...identity } = outputs.identity as Properties;
            assert.match(principalId as string, GUID);
            assert.deepEqual(identity, {
                type: "SystemAssigned",
                tenantId: "00000000-0000-0000-0000-000000000002",
            });
            assert.match(outputs.customerId as string, GUID);
        });

        const cluster = {
            ...inGroup,
            location: "francecentral",
            resourceName: "aks",
            dnsPrefix: "dns",
            kubernetesVersion: "1.33",
            agentPoolProfiles: [{ name: "system", mode: "System", count: 1 }],
        };

        it("give a private cluster a private name only, its issuer and its nodes' identity", async () => {
            const { outputs } = await client.deploy(CLUSTER, {
                ...cluster,
                location: "France Central",
                oidcIssuerProfile: { enabled: true },
                apiServerAccessProfile: { enablePrivateCluster: true },
            });
            assert.equal(outputs.fqdn, undefined);
            assert.match(
                outputs.privateFQDN as string,
                /^dns-[0-9a-f]{8}\.[0-9a-f-]{36}\.privatelink\.francecentral\.azmk8s\.io$/,
            );
            assert.match(
                (outputs.oidcIssuerProfile as Properties).issuerURL as string,
                /^https:\/\/francecentral\.oic\.prod-aks\.azure\.com\/00000000-0000-0000-0000-000000000002\/[0-9a-f-]{36}\/$/,
            );
            assert.equal(outputs.currentKubernetesVersion, "1.33.0");
            assert.equal(outputs.nodeResourceGroup, "MC_rg_aks_francecentral");
            const { kubeletidentity } = outputs.identityProfile as Record<string, Properties>;
            assert.equal(
                kubeletidentity?.resourceId,
                `${SUBSCRIPTION}/resourceGroups/MC_rg_aks_francecentral/providers/` +
                    "Microsoft.ManagedIdentity/userAssignedIdentities/aks-agentpool",
            );
        });

        it("give a public cluster a public name only", async () => {
            const { outputs } = await client.deploy(CLUSTER, cluster);
            assert.equal(outputs.privateFQDN, undefined);
            assert.match(outputs.fqdn as string, /^dns-[0-9a-f]{8}\.hcp\.francecentral\.azmk8s\.io$/);
        });

        it("repeat a reference to another resource by its id alone", async () => {
            const { outputs } = await client.deploy(ENDPOINT, {
                ...inGroup,
                privateEndpointName: "pe",
                subnet: { id: `${RG}/subnet`, privateEndpointNetworkPolicies: "Disabled" },
            });
            assert.deepEqual(outputs.subnet, { id: `${RG}/subnet` });
        });

        it("answer the same to the same update, and another etag to another", async () => {
            const old = await client.deploy(NETWORK, {
                ...inGroup,
                virtualNetworkName: "v",
                addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
            });
            assert.deepEqual(await client.update(NETWORK, old, old.inputs), old.outputs);
            const { etag, tags, ...rest } = await client.update(NETWORK, old, {
                ...old.inputs,
                tags: { a: "b" },
            });
            assert.notEqual(etag, old.outputs.etag);
            assert.deepEqual(tags, { a: "b" });
            assert.deepEqual({ ...rest, etag: old.outputs.etag }, old.outputs);
        });

        it("refuse, as Azure does, what cannot change", async () => {
            const apiServerAccessProfile = { enablePrivateCluster: false };
            const old = await client.deploy(CLUSTER, { ...cluster, apiServerAccessProfile });
            const news = { ...old.inputs, apiServerAccessProfile: { enablePrivateCluster: true } };
            await client.update(CLUSTER, old, news, { preview: true });
            await assert.rejects(client.update(CLUSTER, old, news), {
                message:
                    `9 ${old.id}: Code="PropertyChangeNotAllowed" ` +
                    `Message="Changing property 'apiServerAccessProfile.enablePrivateCluster' is not allowed."`,
            });
        });

        it("fail on an output that no table knows", async () => {
            await assert.rejects(
                client.deploy(NETWORK, {
                    ...inGroup,
                    virtualNetworkName: "v",
                    subnets: [{ name: "inline" }],
                }),
                {
                    message:
                        `3 ${NETWORK}: expected a value for the output "subnets[].ipConfigurationProfiles" ` +
                        "in sandbox/providers/azure-native/types, got none",
                },
            );
        });
    });
});
