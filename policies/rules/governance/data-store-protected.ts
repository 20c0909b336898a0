import type { DiskArgs } from "@pulumi/azure-native/compute/disk";

import { isLocked, lockReads } from "../../azure/locks";
import { defineStackRule } from "../../rule";

/** Stores besides those that must be locked in any case. */
const STORES: readonly string[] = [
    "azure-native:compute:Disk",
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:dataprotection:BackupVault",
    "azure-native:recoveryservices:Vault",
];

export const dataStoreProtected = defineStackRule({
    id: "data-store-protected",
    title: {
        fr: "Ce qui garde des données est protégé par Pulumi, ou verrouillé",
        en: "What keeps data is protected by Pulumi, or locked",
    },
    why: {
        fr: "Un changement de nom ou une commande destroy supprimerait disques, sauvegardes ou bases avec leurs données.",
        en: "A change of name or a destroy command would delete disks, backups or databases with their data.",
    },
    remediation: {
        fr: "Donner l’option protect à la ressource, ou poser un verrou « CanNotDelete » sur elle ou son groupe.",
        en: 'Give the resource the option protect, or put a "CanNotDelete" lock on it or its group.',
    },
    severity: "high",
    url: "https://www.pulumi.com/docs/iac/concepts/resources/options/protect/",
    appliesTo: STORES,
    reads: lockReads,
    examples: {
        compliant: [
            {
                type: "azure-native:compute:Disk",
                properties: { diskName: "archive" } satisfies Partial<DiskArgs>,
                options: { protect: true },
            },
        ],
        violation: [
            {
                type: "azure-native:compute:Disk",
                properties: { diskName: "archive" } satisfies Partial<DiskArgs>,
            },
        ],
    },
    check(store, context) {
        if (!store.opts.protect) {
            store.properties.settle(
                isLocked(store, context),
                "",
                "attendu l’option protect, ou un verrou de suppression sur cette ressource ou son groupe",
            );
        }
    },
});
