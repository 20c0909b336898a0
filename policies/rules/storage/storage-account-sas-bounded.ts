import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { all, any } from "../../answer";
import { anyCase, exactly } from "../../expectation";
import { defineRule } from "../../rule";

/** In seconds. */
const DAY = 86_400;

interface Config {
    readonly maxDays: number;
}

export const storageAccountSasBounded = defineRule<Config>({
    id: "storage-account-sas-bounded",
    title: {
        fr: "Une signature d’accès partagé ne vaut pas longtemps",
        en: "A shared access signature does not hold for long",
    },
    why: {
        fr: "Un lien signé vaut pour quiconque le trouve, jusqu’à son terme, sans qu’on puisse le révoquer seul.",
        en: "A signed link holds for whoever finds it, until its term, and cannot be revoked on its own.",
    },
    remediation: {
        fr: "Interdire les clés partagées, ou donner au compte une sasPolicy courte dont expirationAction est « Block ».",
        en: 'Forbid shared keys, or give the account a short sasPolicy whose expirationAction is "Block".',
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/storage/common/sas-expiration-policy",
    appliesTo: ["azure-native:storage:StorageAccount"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    allowSharedKeyAccess: true,
                    sasPolicy: { expirationAction: "Block", sasExpirationPeriod: "1.00:00:00" },
                } satisfies Partial<StorageAccountArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    sasPolicy: { expirationAction: "Log", sasExpirationPeriod: "30.00:00:00" },
                } satisfies Partial<StorageAccountArgs>,
            },
        ],
    },
    config: {
        maxDays: {
            type: "number",
            description: "Durée la plus longue d’une signature d’accès partagé, en jours.",
            default: 7,
        },
    },
    check(account, _resource, { maxDays }) {
        account.settle(
            any([
                // Only shared keys sign without a limit of the platform: a delegation by Entra holds for seven days at most.
                account.meets("allowSharedKeyAccess", exactly(false)),
                all([
                    account.meets("sasPolicy.expirationAction", anyCase("Block")),
                    account.some(
                        account.readings("sasPolicy.sasExpirationPeriod"),
                        (period) => seconds(String(period)) <= maxDays * DAY,
                    ),
                ]),
            ]),
            "sasPolicy",
            `attendu une durée d’au plus ${String(maxDays)} jours et l’action « Block », ou allowSharedKeyAccess à false`,
        );
    },
});

/** Of a period in the form "days.hours:minutes:seconds"; not a number for any other. */
function seconds(period: string): number {
    const [, days, hours, minutes, rest] = /^(\d+)\.(\d+):(\d+):(\d+)$/.exec(period) ?? [];
    return Number(days) * DAY + Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}
