import type { ManagedHsmArgs } from "@pulumi/azure-native/keyvault/managedHsm";

import { anyCase, trueOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const managedHsmProtected = defineRule({
    id: "managed-hsm-protected",
    title: {
        fr: "Le module matériel de clés est fermé à Internet et protégé contre le vidage",
        en: "The hardware security module is closed to the Internet and protected against purging",
    },
    why: {
        fr: "Ses clés chiffrent tout : vidées, elles rendent les données illisibles ; joignables, elles sont à la portée d’un mot de passe volé.",
        en: "Its keys encrypt everything: purged, they make the data unreadable; reachable, they are within reach of a stolen password.",
    },
    remediation: {
        fr: "Laisser properties.enablePurgeProtection à true et mettre properties.publicNetworkAccess à « Disabled ».",
        en: 'Leave properties.enablePurgeProtection true and set properties.publicNetworkAccess to "Disabled".',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/key-vault/managed-hsm/best-practices",
    appliesTo: ["azure-native:keyvault:ManagedHsm"],
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:ManagedHsm",
                properties: {
                    properties: { enablePurgeProtection: true, publicNetworkAccess: "Disabled" },
                } satisfies Partial<ManagedHsmArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:keyvault:ManagedHsm",
                properties: {
                    properties: { publicNetworkAccess: "Enabled" },
                } satisfies Partial<ManagedHsmArgs>,
            },
        ],
    },
    check(hsm) {
        // The provider's own default is true.
        hsm.expect("properties.enablePurgeProtection", trueOrUnset);
        // Not set means "Enabled".
        hsm.expect("properties.publicNetworkAccess", anyCase("Disabled"));
    },
});
