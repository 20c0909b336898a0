import type { DiagnosticSettingArgs } from "@pulumi/azure-native/monitor/diagnosticSetting";

import { all, any } from "../../answer";
import { anyCase, exactly } from "../../expectation";
import { defineRule } from "../../rule";

const SETTING = "azure-native:monitor:DiagnosticSetting";

/** Who changed what, what the defences saw, and what the policies of Azure refused. */
const CATEGORIES = ["Administrative", "Security", "Alert", "Policy"];

const SUBSCRIPTION = /^\/subscriptions\/[^/]+\/?$/i;

const setting = (...categories: readonly string[]) => ({
    type: SETTING,
    properties: {
        resourceUri: "/subscriptions/00000000-0000-0000-0000-000000000000",
        logs: categories.map((category) => ({ category, enabled: true })),
    } satisfies Partial<DiagnosticSettingArgs>,
});

export const activityLogComplete = defineRule({
    id: "activity-log-complete",
    title: {
        fr: "Le journal d’activité d’un abonnement est exporté avec toutes ses catégories de sécurité",
        en: "The activity log of a subscription is exported with all of its security categories",
    },
    why: {
        fr: "Azure ne garde ce journal que 90 jours ; lui seul dit qui a ouvert un pare-feu ou donné un droit.",
        en: "Azure keeps this log for 90 days only; who opened a firewall or granted a right is found there alone.",
    },
    remediation: {
        fr: "Activer les catégories Administrative, Security, Alert et Policy dans le DiagnosticSetting de l’abonnement.",
        en: "Enable the categories Administrative, Security, Alert and Policy in the DiagnosticSetting of the subscription.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-monitor/platform/activity-log",
    appliesTo: [SETTING, "azure-native:monitor:SubscriptionDiagnosticSetting"],
    examples: {
        compliant: [setting("Administrative", "Security", "Alert", "Policy")],
        violation: [setting("Administrative")],
    },
    check(log, { type }) {
        const target = log.read("resourceUri");
        // The id of a subscription is known before anything is created.
        if (type === SETTING && !(target.state === "known" && isSubscription(target.value))) {
            log.dismiss();
            return;
        }
        for (const name of CATEGORIES) {
            const category = anyCase(name);
            const group = anyCase("allLogs");
            log.settle(
                log.anyItem("logs", (item) =>
                    all([
                        item.meets("enabled", exactly(true)),
                        any([item.meets("category", category), item.meets("categoryGroup", group)]),
                    ]),
                ),
                "logs",
                `attendu la catégorie ${category.text}, active`,
            );
        }
    },
});

function isSubscription(id: unknown): boolean {
    return typeof id === "string" && SUBSCRIPTION.test(id);
}
