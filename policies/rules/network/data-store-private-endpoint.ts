import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault";
import type { PrivateDnsZoneGroupArgs } from "@pulumi/azure-native/network/privateDnsZoneGroup";
import type { PrivateEndpointArgs } from "@pulumi/azure-native/network/privateEndpoint";

import { all, type Answer, any } from "../../answer";
import { namesResource, refersTo } from "../../azure/references";
import { defineStackRule, type Subject } from "../../rule";

const ENDPOINT = "azure-native:network:PrivateEndpoint";
const ZONE_GROUP = "azure-native:network:PrivateDnsZoneGroup";
const CONNECTIONS = "privateLinkServiceConnections";
const NAME = "privateEndpointName";

const STORES: readonly string[] = [
    "azure-native:containerregistry:Registry",
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:eventhub:Namespace",
    "azure-native:keyvault:Vault",
    "azure-native:servicebus:Namespace",
    "azure-native:sql:Server",
    "azure-native:storage:StorageAccount",
];

export const dataStorePrivateEndpoint = defineStackRule({
    id: "data-store-private-endpoint",
    title: {
        fr: "Les services de données sont joints par une adresse privée",
        en: "Data services are reached at a private address",
    },
    why: {
        fr: "Sans point de terminaison privé et son nom DNS, la plateforme passe par Internet, ou ne passe pas.",
        en: "Without a private endpoint and its DNS name, the platform goes over the Internet, or not at all.",
    },
    remediation: {
        fr: "Déclarer un PrivateEndpoint vers la ressource et, pour ce point, un PrivateDnsZoneGroup.",
        en: "Declare a PrivateEndpoint to the resource and, for that endpoint, a PrivateDnsZoneGroup.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
    appliesTo: STORES,
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Vault",
                properties: { vaultName: "kv-example" } satisfies Partial<VaultArgs>,
            },
            {
                type: "azure-native:network:PrivateEndpoint",
                properties: {
                    privateEndpointName: "pep-example",
                    privateLinkServiceConnections: [
                        {
                            groupIds: ["vault"],
                            privateLinkServiceId:
                                "/subscriptions/0000/resourceGroups/rg-example/providers/Microsoft.KeyVault/vaults/kv-example",
                        },
                    ],
                } satisfies Partial<PrivateEndpointArgs>,
            },
            {
                type: "azure-native:network:PrivateDnsZoneGroup",
                properties: { privateEndpointName: "pep-example" } satisfies Partial<PrivateDnsZoneGroupArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:keyvault:Vault",
                properties: { vaultName: "kv-example" } satisfies Partial<VaultArgs>,
            },
        ],
    },
    reads: { [ENDPOINT]: [CONNECTIONS, NAME], [ZONE_GROUP]: [NAME] },
    survey: (context) => ({
        endpoints: context.filter(({ type }) => type === ENDPOINT),
        groups: context.filter(({ type }) => type === ZONE_GROUP),
    }),
    check(store, { endpoints, groups }) {
        const reached = any(
            endpoints.map((endpoint) =>
                all([
                    leadsTo(endpoint, store),
                    any(groups.map((group) => namesResource(group, NAME, endpoint))),
                ]),
            ),
        );
        store.properties.settle(
            reached,
            "",
            "attendu un PrivateEndpoint vers cette ressource, avec son PrivateDnsZoneGroup",
        );
    },
});

function leadsTo(endpoint: Subject, store: Subject): Answer {
    return endpoint.properties.anyItem(CONNECTIONS, (connection) =>
        refersTo(endpoint, CONNECTIONS, connection.readings("privateLinkServiceId"), store),
    );
}
