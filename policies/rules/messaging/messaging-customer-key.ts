import type { NamespaceArgs } from "@pulumi/azure-native/servicebus/namespace";

import { anyCase, reference } from "../../expectation";
import { defineRule } from "../../rule";

const SERVICE_BUS = "azure-native:servicebus:Namespace";

const KEYS = "encryption.keyVaultProperties";

const namespace = (encryption: NamespaceArgs["encryption"]) => ({
    type: SERVICE_BUS,
    properties: { encryption } satisfies Partial<NamespaceArgs>,
});

export const messagingCustomerKey = defineRule({
    id: "messaging-customer-key",
    title: {
        fr: "Les messages en attente sont chiffrés par une clé du client",
        en: "Waiting messages are encrypted with a customer’s key",
    },
    why: {
        fr: "Une file garde des messages des jours durant ; avec une clé du fournisseur, celui-ci peut les lire.",
        en: "A queue keeps messages for days; with a key of the provider, the provider can read them.",
    },
    remediation: {
        fr: "Choisir le niveau Premium, donner encryption.keySource « Microsoft.KeyVault » et une clé dans keyVaultProperties.",
        en: 'Choose the Premium tier, give encryption.keySource "Microsoft.KeyVault" and a key in keyVaultProperties.',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/service-bus-messaging/configure-customer-managed-key",
    appliesTo: [SERVICE_BUS, "azure-native:eventhub:Namespace"],
    examples: {
        compliant: [
            namespace({
                keySource: "Microsoft.KeyVault",
                keyVaultProperties: [
                    { keyName: "messages", keyVaultUri: "https://kv-records.vault.azure.net" },
                ],
            }),
        ],
        violation: [namespace({ requireInfrastructureEncryption: true })],
    },
    check(properties) {
        // Not set means a key of the platform.
        properties.expect("encryption.keySource", anyCase("Microsoft.KeyVault"));
        properties.each(
            KEYS,
            (key) => {
                key.expectReference("keyName", reference("le nom d’une clé"));
                key.expectReference("keyVaultUri", reference("l’adresse d’un coffre"));
            },
            { required: true },
        );
    },
});
