import type { NamespaceAuthorizationRuleArgs } from "@pulumi/azure-native/servicebus/namespaceAuthorizationRule";

import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

const RULE = "azure-native:servicebus:NamespaceAuthorizationRule";

const manage = anyCase("Manage");

const rule = (...rights: readonly ("Listen" | "Manage" | "Send")[]) => ({
    type: RULE,
    properties: { rights: [...rights] } satisfies Partial<NamespaceAuthorizationRuleArgs>,
});

export const messagingKeyRights = defineRule({
    id: "messaging-key-rights",
    title: {
        fr: "Aucune clé de file ou de bus ne donne le droit de tout gérer",
        en: "No key of a queue or a bus grants the right to manage everything",
    },
    why: {
        fr: "Le droit « Manage » lit, écrit, crée et supprime ; une clé volée vide alors toutes les files.",
        en: 'The right "Manage" reads, writes, creates and deletes; a stolen key then empties every queue.',
    },
    remediation: {
        fr: "Donner à la clé « Listen » ou « Send » seulement ; mieux, supprimer la clé au profit d’un rôle.",
        en: 'Grant the key "Listen" or "Send" only; better, drop the key in favour of a role.',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas",
    appliesTo: [
        "azure-native:eventhub:EventHubAuthorizationRule",
        "azure-native:eventhub:NamespaceAuthorizationRule",
        "azure-native:servicebus:QueueAuthorizationRule",
        "azure-native:servicebus:TopicAuthorizationRule",
        RULE,
    ],
    examples: { compliant: [rule("Listen")], violation: [rule("Listen", "Manage", "Send")] },
    check(properties) {
        properties.each("rights", (right) => {
            right.given("", (name) => {
                if (manage.accepts(name)) {
                    right.violation("", "attendu « Listen » ou « Send », obtenu « Manage »");
                }
            });
        });
    },
});
