import type { BackupPolicyArgs } from "@pulumi/azure-native/dataprotection/backupPolicy";

import { anyCase, type Scalar, such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const BACKUP_POLICY = "azure-native:dataprotection:BackupPolicy";
const PROTECTION_POLICY = "azure-native:recoveryservices:ProtectionPolicy";

/** Days of a unit, in an ISO 8601 duration ("P30D") and as a recovery vault writes it ("Days"). */
const DAYS: Readonly<Record<string, number>> = {
    D: 1,
    W: 7,
    M: 30,
    Y: 365,
    days: 1,
    weeks: 7,
    months: 30,
    years: 365,
};

interface Config {
    readonly minDays: number;
}

export const backupPolicyRetention = defineRule<Config>({
    id: "backup-policy-retention",
    title: {
        fr: "Une politique de sauvegarde garde chaque copie trente jours au moins",
        en: "A backup policy keeps each copy for thirty days at least",
    },
    why: {
        fr: "Un dossier altéré se découvre souvent des semaines après : il faut une copie d’avant.",
        en: "A damaged record is often found weeks later: a copy from before is needed.",
    },
    remediation: {
        fr: "Porter la durée de chaque règle de conservation à trente jours ou plus (« P30D »).",
        en: 'Raise the duration of each retention rule to thirty days or more ("P30D").',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/backup/guidance-best-practices",
    appliesTo: [BACKUP_POLICY, PROTECTION_POLICY],
    examples: {
        compliant: [
            {
                type: BACKUP_POLICY,
                properties: {
                    properties: {
                        objectType: "BackupPolicy",
                        datasourceTypes: ["Microsoft.Compute/disks"],
                        policyRules: [
                            {
                                objectType: "AzureRetentionRule",
                                name: "Default",
                                isDefault: true,
                                lifecycles: [
                                    {
                                        sourceDataStore: {
                                            dataStoreType: "OperationalStore",
                                            objectType: "DataStoreInfoBase",
                                        },
                                        deleteAfter: { objectType: "AbsoluteDeleteOption", duration: "P30D" },
                                    },
                                ],
                            },
                        ],
                    },
                } satisfies Partial<BackupPolicyArgs>,
            },
        ],
        violation: [
            {
                type: BACKUP_POLICY,
                properties: {
                    properties: {
                        objectType: "BackupPolicy",
                        datasourceTypes: ["Microsoft.Compute/disks"],
                        policyRules: [
                            {
                                objectType: "AzureRetentionRule",
                                name: "Default",
                                isDefault: true,
                                lifecycles: [
                                    {
                                        sourceDataStore: {
                                            dataStoreType: "OperationalStore",
                                            objectType: "DataStoreInfoBase",
                                        },
                                        deleteAfter: { objectType: "AbsoluteDeleteOption", duration: "P7D" },
                                    },
                                ],
                            },
                        ],
                    },
                } satisfies Partial<BackupPolicyArgs>,
            },
        ],
    },
    config: {
        minDays: {
            type: "integer",
            minimum: 1,
            description: "Jours de conservation d’une sauvegarde, au moins.",
            default: 30,
        },
    },
    check(properties, { type }, { minDays }) {
        if (type === BACKUP_POLICY) {
            judgeRules(properties, minDays);
        } else {
            judgeSchedules(properties.at("properties"), minDays);
            properties.each("properties.subProtectionPolicy", (part) => {
                part.given("policyType", (kind) => {
                    // Logs and differences are of no use without the full copy.
                    if (anyCase("Full").accepts(kind)) {
                        judgeSchedules(part, minDays);
                    }
                });
            });
        }
    },
});

function judgeRules(policy: Inspection, minDays: number): void {
    const long = such(`une durée d’au moins ${String(minDays)} jours`, (value) => isoDays(value) >= minDays);
    policy.each("properties.policyRules", (rule) => {
        rule.given("objectType", (kind) => {
            if (kind === "AzureRetentionRule") {
                rule.each("lifecycles", (lifecycle) => {
                    lifecycle.expect("deleteAfter.duration", long);
                });
            }
        });
    });
}

/** The days of a duration in one unit, as Azure Backup writes them; not a number for anything else. */
function isoDays(value: Scalar): number {
    const [, count, unit] = /^P(\d+)([DWMY])$/.exec(String(value)) ?? [];
    return Number(count) * Number(DAYS[String(unit)]);
}

/** The schedule that every copy falls under: the daily one, else the weekly one, else the only one. */
function judgeSchedules(policy: Inspection, minDays: number): void {
    const base = ["dailySchedule", "weeklySchedule"].find(
        (schedule) => policy.read(`retentionPolicy.${schedule}`).state !== "unset",
    );
    const retention = policy.at(
        base === undefined
            ? "retentionPolicy.retentionDuration"
            : `retentionPolicy.${base}.retentionDuration`,
    );
    if (policy.read("retentionPolicy").state === "unset") {
        return;
    }
    retention.given("durationType", (unit) => {
        const days = DAYS[String(unit).toLowerCase()] ?? 0;
        retention.expect(
            "count",
            such(
                `une durée d’au moins ${String(minDays)} jours`,
                (count) => typeof count === "number" && count * days >= minDays,
            ),
        );
    });
}
