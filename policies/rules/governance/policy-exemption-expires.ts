import type { PolicyExemptionArgs } from "@pulumi/azure-native/authorization/policyExemption";

import { nonEmpty, such } from "../../expectation";
import { defineRule, type ResourceRule } from "../../rule";

/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/** The rule as it judges at a given time, in milliseconds since 1970. */
export function policyExemptionExpiresBy(now: () => number): ResourceRule<{ readonly maxDays: number }> {
    return defineRule({
        id: "policy-exemption-expires",
        title: {
            fr: "Toute dérogation d’Azure Policy a une échéance proche",
            en: "Every exemption from Azure Policy ends soon",
        },
        why: {
            fr: "Une dérogation sans fin devient la règle : personne ne réexamine le risque accepté.",
            en: "An exemption without end becomes the rule: nobody reviews the risk that was accepted.",
        },
        remediation: {
            fr: "Donner à expiresOn une date, à 180 jours au plus, et dire pourquoi dans description.",
            en: "Give expiresOn a date, 180 days away at most, and say why in description.",
        },
        severity: "medium",
        url: "https://learn.microsoft.com/azure/governance/policy/concepts/exemption-structure",
        appliesTo: ["azure-native:authorization:PolicyExemption"],
        examples: {
            compliant: [
                {
                    type: "azure-native:authorization:PolicyExemption",
                    properties: {
                        description: "Migration du service, ticket 4012.",
                        expiresOn: "2025-06-30T00:00:00Z",
                    } satisfies Partial<PolicyExemptionArgs>,
                },
            ],
            violation: [
                {
                    type: "azure-native:authorization:PolicyExemption",
                    properties: {
                        description: "Migration du service, ticket 4012.",
                    } satisfies Partial<PolicyExemptionArgs>,
                },
            ],
        },
        config: {
            maxDays: {
                type: "integer",
                minimum: 1,
                maximum: 366,
                description: "Nombre de jours que dure une dispense, au plus.",
                default: 180,
            },
        },
        check(exemption, _resource, { maxDays }) {
            exemption.expect("description", nonEmpty);
            // One that has ended exempts nothing.
            const end = now() + maxDays * DAY;
            exemption.expect(
                "expiresOn",
                such(
                    `une date, à ${String(maxDays)} jours au plus`,
                    (date) => typeof date === "string" && Date.parse(date) <= end,
                ),
            );
        },
    });
}

export const policyExemptionExpires = policyExemptionExpiresBy(Date.now);
