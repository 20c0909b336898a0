import type { ActionGroupArgs } from "@pulumi/azure-native/monitor/actionGroup";

import { exactly, httpsAddress } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const GROUP = "azure-native:monitor:ActionGroup";

export const alertReceiversAuthenticated = defineRule({
    id: "alert-receivers-authenticated",
    title: {
        fr: "Les alertes envoyées à un programme le sont en HTTPS, avec une identité Entra",
        en: "Alerts sent to a program go over HTTPS, with an Entra identity",
    },
    why: {
        fr: "Une alerte décrit une faille ouverte ; sans identité, quiconque connaît l’adresse en envoie de fausses.",
        en: "An alert describes an open weakness; without identity, anyone who knows the address sends false ones.",
    },
    remediation: {
        fr: "Donner une adresse en https aux récepteurs, et useAadAuth à true aux webhooks.",
        en: "Give https addresses to the receivers, and useAadAuth true to the webhooks.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups",
    appliesTo: [GROUP],
    examples: {
        compliant: [
            {
                type: GROUP,
                properties: {
                    webhookReceivers: [
                        { name: "on-call", serviceUri: "https://on-call.example/alerts", useAadAuth: true },
                    ],
                } satisfies Partial<ActionGroupArgs>,
            },
        ],
        violation: [
            {
                type: GROUP,
                properties: {
                    webhookReceivers: [
                        { name: "on-call", serviceUri: "http://on-call.example/alerts", useAadAuth: true },
                    ],
                } satisfies Partial<ActionGroupArgs>,
            },
        ],
    },
    check(group) {
        group.each("webhookReceivers", (receiver) => {
            judgeAddress(receiver, "serviceUri");
            // Not set means without identity.
            receiver.expect("useAadAuth", exactly(true));
        });
        group.each("azureFunctionReceivers", (receiver) => {
            judgeAddress(receiver, "httpTriggerUrl");
        });
        group.each("logicAppReceivers", (receiver) => {
            judgeAddress(receiver, "callbackUrl");
        });
    },
});

/** The address of a receiver often holds a key: it is not quoted. */
function judgeAddress(receiver: Inspection, path: string): void {
    receiver.given(path, (address) => {
        if (!httpsAddress.accepts(address)) {
            receiver.violation(path, "attendu une adresse en https");
        }
    });
}
