import type { ManagementLockByScopeArgs } from "@pulumi/azure-native/authorization/managementLockByScope";
import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault";

import { isLocked, lockReads } from "../../azure/locks";
import { defineStackRule } from "../../rule";

const STORES: readonly string[] = [
    "azure-native:containerregistry:Registry",
    "azure-native:containerservice:ManagedCluster",
    "azure-native:dbformysql:Server",
    "azure-native:dbforpostgresql:Server",
    "azure-native:keyvault:Vault",
    "azure-native:operationalinsights:Workspace",
    "azure-native:sql:Server",
    "azure-native:storage:StorageAccount",
];

export const dataStoreDeleteLock = defineStackRule({
    id: "data-store-delete-lock",
    title: {
        fr: "Ce qui garde des données ou des clés est verrouillé contre la suppression",
        en: "What keeps data or keys is locked against deletion",
    },
    why: {
        fr: "Une suppression, par erreur ou par malveillance, emporterait les dossiers ou les clés qui les déchiffrent.",
        en: "A deletion, by mistake or malice, would take away the records or the keys that decrypt them.",
    },
    remediation: {
        fr: "Poser un ManagementLockByScope « CanNotDelete » sur la ressource, ou sur son groupe de ressources.",
        en: 'Put a "CanNotDelete" ManagementLockByScope on the resource, or on its resource group.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources",
    appliesTo: STORES,
    reads: lockReads,
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Vault",
                name: "vault",
                properties: { resourceGroupName: "rg", vaultName: "kv" } satisfies Partial<VaultArgs>,
            },
            {
                type: "azure-native:authorization:ManagementLockByScope",
                name: "lock",
                properties: {
                    level: "CanNotDelete",
                    scope: "/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv",
                } satisfies Partial<ManagementLockByScopeArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:keyvault:Vault",
                name: "vault",
                properties: { resourceGroupName: "rg", vaultName: "kv" } satisfies Partial<VaultArgs>,
            },
            {
                type: "azure-native:authorization:ManagementLockByScope",
                name: "lock",
                properties: {
                    level: "CanNotDelete",
                    scope: "/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/other",
                } satisfies Partial<ManagementLockByScopeArgs>,
            },
        ],
    },
    check(store, context) {
        store.properties.settle(
            isLocked(store, context),
            "",
            "attendu un verrou de suppression sur cette ressource ou son groupe",
        );
    },
});
