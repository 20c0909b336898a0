import type { ActionGroupArgs } from "@pulumi/azure-native/monitor/actionGroup";

import { exactly, nonEmpty, reference, trueOrUnset } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const ACTION_GROUP = "azure-native:monitor:ActionGroup";

const checks: Readonly<Record<string, (properties: Inspection) => void>> = {
    [ACTION_GROUP]: (group) => {
        group.expect("enabled", exactly(true));
        group.each(
            "emailReceivers",
            (receiver) => {
                receiver.expect("emailAddress", nonEmpty);
            },
            { required: true },
        );
    },
    "azure-native:monitor:ActivityLogAlert": (alert) => {
        alert.expect("enabled", trueOrUnset);
        alert.each(
            "actions.actionGroups",
            (group) => {
                group.expectReference("actionGroupId", reference("un groupe d’actions"));
            },
            { required: true },
        );
    },
    "azure-native:monitor:ScheduledQueryRule": (alert) => {
        alert.expect("enabled", trueOrUnset);
        alert.each(
            "actions.actionGroups",
            (group) => {
                group.expectReference([], reference("un groupe d’actions"));
            },
            { required: true },
        );
    },
    "azure-native:security:SecurityContact": (contact) => {
        contact.expect("isEnabled", trueOrUnset);
        contact.expect("emails", nonEmpty);
    },
};

export const alertRecipients = defineRule({
    id: "alert-recipients",
    title: {
        fr: "Toute alerte parvient à quelqu’un",
        en: "Every alert reaches somebody",
    },
    why: {
        fr: "Une alerte sans destinataire fait courir le délai de 72 heures sans que nul ne le sache.",
        en: "An alert without recipient lets the 72 hours run without anybody knowing.",
    },
    remediation: {
        fr: "Donner des adresses au contact de sécurité et au groupe d’actions, et un groupe d’actions à chaque alerte.",
        en: "Give addresses to the security contact and the action group, and an action group to each alert.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups",
    appliesTo: Object.keys(checks),
    examples: {
        compliant: [
            {
                type: ACTION_GROUP,
                properties: {
                    enabled: true,
                    emailReceivers: [{ name: "on-call", emailAddress: "on-call@clinic.example" }],
                } satisfies Partial<ActionGroupArgs>,
            },
        ],
        violation: [
            {
                type: ACTION_GROUP,
                properties: { enabled: true, emailReceivers: [] } satisfies Partial<ActionGroupArgs>,
            },
        ],
    },
    remedies: (type) => (type === ACTION_GROUP ? [{ path: "enabled", value: true }] : []),
    check(properties, { type }) {
        checks[type]?.(properties);
    },
});
