import { all, any } from "../../answer";
import { refersTo } from "../../azure/references";
import { anyCase } from "../../expectation";
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
        fr: "Poser un ManagementLockByScope « CanNotDelete » sur la ressource.",
        en: 'Put a "CanNotDelete" ManagementLockByScope on the resource.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources",
    appliesTo: STORES,
    reads: { "azure-native:authorization:ManagementLockByScope": ["scope", "level"] },
    check(store, locks) {
        const locked = any(
            locks.map((lock) =>
                all([
                    refersTo(lock, "scope", lock.properties.readings("scope"), store),
                    lock.properties.meets("level", anyCase("CanNotDelete", "ReadOnly")),
                ]),
            ),
        );
        store.properties.settle(locked, "", "attendu un ManagementLockByScope sur cette ressource");
    },
});
