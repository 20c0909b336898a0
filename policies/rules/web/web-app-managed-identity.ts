import type { WebAppArgs } from "@pulumi/azure-native/web/webApp";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

export const webAppManagedIdentity = defineRule({
    id: "web-app-managed-identity",
    title: {
        fr: "L’application web a une identité managée",
        en: "The web application has a managed identity",
    },
    why: {
        fr: "Sans identité, elle garde des mots de passe pour joindre la base et le coffre, que quelqu’un finit par lire.",
        en: "Without an identity, it keeps passwords to reach the database and the vault, which somebody ends up reading.",
    },
    remediation: {
        fr: "Donner à identity.type la valeur « UserAssigned » ou « SystemAssigned ».",
        en: 'Set identity.type to "UserAssigned" or "SystemAssigned".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/app-service/overview-managed-identity",
    appliesTo: ["azure-native:web:WebApp", "azure-native:web:WebAppSlot"],
    examples: {
        compliant: [
            {
                type: "azure-native:web:WebApp",
                properties: { identity: { type: "SystemAssigned" } } satisfies Partial<WebAppArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:web:WebApp",
                properties: { identity: { type: "None" } } satisfies Partial<WebAppArgs>,
            },
        ],
    },
    check(app) {
        app.expect(
            "identity.type",
            anyCase("SystemAssigned", "UserAssigned", "SystemAssigned, UserAssigned"),
        );
    },
});
