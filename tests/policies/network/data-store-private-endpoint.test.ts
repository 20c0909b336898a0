import { dataStorePrivateEndpoint } from "../../../policies/rules/network/data-store-private-endpoint";
import { type StackMember, describeStackRule, UNKNOWN } from "../../support/evaluate";

const ID = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-aplus-dev";
const vault: StackMember = {
    type: "azure-native:keyvault:Vault",
    name: "vault",
    props: { vaultName: "kv-aplus-dev" },
};
const registry: StackMember = {
    type: "azure-native:containerregistry:Registry",
    name: "registry",
    props: { registryName: "craplusdev" },
};
const endpoint = (serviceId: unknown, from?: StackMember, name: unknown = "pep-vault"): StackMember => ({
    type: "azure-native:network:PrivateEndpoint",
    name: "endpoint",
    props: {
        privateEndpointName: name,
        privateLinkServiceConnections: [{ privateLinkServiceId: serviceId }],
    },
    ...(from === undefined ? {} : { dependencies: { privateLinkServiceConnections: [from] } }),
});
const group = (name: unknown = "pep-vault", from?: StackMember): StackMember => ({
    type: "azure-native:network:PrivateDnsZoneGroup",
    name: "group",
    props: { privateEndpointName: name },
    ...(from === undefined ? {} : { dependencies: { privateEndpointName: [from] } }),
});
const MISSING = "attendu un PrivateEndpoint vers cette ressource, avec son PrivateDnsZoneGroup";
const unreached = (...members: readonly StackMember[]) => ({
    members: [vault, ...members],
    violations: [["vault", MISSING]] as const,
});
const unborn = endpoint(UNKNOWN, vault, UNKNOWN);

describeStackRule(dataStorePrivateEndpoint, {
    accepts: {
        "a vault with its endpoint": { members: [vault, endpoint(ID), group()] },
        "a vault that is not created yet": { members: [vault, endpoint(UNKNOWN, vault), group()] },
        "an endpoint whose name comes later": { members: [vault, unborn, group(UNKNOWN, unborn)] },
    },
    rejects: {
        ...Object.fromEntries(
            [
                "containerregistry:Registry",
                "cosmosdb:DatabaseAccount",
                "eventhub:Namespace",
                "keyvault:Vault",
                "servicebus:Namespace",
                "sql:Server",
                "storage:StorageAccount",
            ].map((type) => {
                const store = { type: `azure-native:${type}`, name: "store", props: {} };
                return [
                    `a ${type} by itself`,
                    { members: [store], violations: [["store", MISSING]] as const },
                ];
            }),
        ),
        "the name that came from another endpoint": unreached(
            endpoint(ID),
            group("pep-vault", { ...endpoint(ID), name: "other" }),
        ),
        "a vault without endpoint": unreached(group()),
        "an endpoint without name": unreached(endpoint(ID)),
        "the name of another endpoint": unreached(endpoint(ID), group("pep-registry")),
        "an endpoint of another store": unreached(registry, endpoint(UNKNOWN, registry), group()),
    },
    unset: { "the connections of the endpoint": unreached({ ...endpoint(ID), props: {} }, group()) },
    unknown: {
        "what the only endpoint leads to": {
            members: [vault, endpoint(UNKNOWN), group()],
            unknowns: ["endpoint/privateLinkServiceConnections[0].privateLinkServiceId"],
        },
        "the name of the only endpoint": {
            members: [vault, endpoint(ID, undefined, UNKNOWN), group()],
            unknowns: ["endpoint/privateEndpointName"],
        },
        "whose name the zones hold": {
            members: [vault, endpoint(ID), group(UNKNOWN)],
            unknowns: ["group/privateEndpointName"],
        },
    },
    otherType: "azure-native:network:VirtualNetwork",
});
