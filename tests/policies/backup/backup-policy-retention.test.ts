import { backupPolicyRetention } from "../../../policies/rules/backup/backup-policy-retention";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const rules = (duration: unknown, objectType: unknown = "AzureRetentionRule") => ({
    properties: { policyRules: [{ objectType, lifecycles: [{ deleteAfter: { duration } }] }] },
});
const DURATION = "properties.policyRules[0].lifecycles[0].deleteAfter.duration";
const LONG = "attendu une durée d’au moins 30 jours";
const lasting = (count: unknown, durationType: unknown = "Days") => ({
    retentionDuration: { count, durationType },
});
const recovery = (sample: Case): Case => ({
    ...sample,
    type: "azure-native:recoveryservices:ProtectionPolicy",
});
const policy = (retentionPolicy: unknown) => ({ properties: { retentionPolicy } });
const part = (policyType: unknown, count: number) => ({
    properties: { subProtectionPolicy: [{ policyType, retentionPolicy: lasting(count) }] },
});
const COUNT = "properties.retentionPolicy.dailySchedule.retentionDuration.count";

describeRule(backupPolicyRetention, {
    type: "azure-native:dataprotection:BackupPolicy",
    accepts: {
        "thirty days": compliant(rules("P30D")),
        "five weeks": compliant(rules("P5W")),
        "a month": compliant(rules("P1M")),
        "a year": compliant(rules("P1Y")),
        "a rule on hours": compliant(rules("P1D", "AzureBackupRule")),
        "a week, if the users want no more": { ...compliant(rules("P7D")), config: { minDays: 7 } },
        "thirty days of a machine": recovery(compliant(policy({ dailySchedule: lasting(30) }))),
        "five weeks of a machine": recovery(compliant(policy({ weeklySchedule: lasting(5, "Weeks") }))),
        "one month of a share": recovery(compliant(policy(lasting(1, "months")))),
        "one year of a machine": recovery(compliant(policy({ dailySchedule: lasting(1, "Years") }))),
        "thirty days of a full copy": recovery(compliant(part("Full", 30))),
        "a fortnight of logs": recovery(compliant(part("Log", 15))),
    },
    rejects: {
        "a day too little": violation(rules("P29D"), `${DURATION} : ${LONG}, obtenu « P29D »`),
        "four weeks": violation(rules("P4W"), `${DURATION} : ${LONG}, obtenu « P4W »`),
        hours: violation(rules("PT720H"), `${DURATION} : ${LONG}, obtenu « PT720H »`),
        "a duration within another text": violation(
            rules("xP30D"),
            `${DURATION} : ${LONG}, obtenu « xP30D »`,
        ),
        "a duration before another text": violation(
            rules("P30Dx"),
            `${DURATION} : ${LONG}, obtenu « P30Dx »`,
        ),
        "months of thirty days": {
            ...violation(rules("P1M"), `${DURATION} : attendu une durée d’au moins 31 jours, obtenu « P1M »`),
            config: { minDays: 31 },
        },
        "years of 365 days": {
            ...violation(
                rules("P1Y"),
                `${DURATION} : attendu une durée d’au moins 366 jours, obtenu « P1Y »`,
            ),
            config: { minDays: 366 },
        },
        ...Object.fromEntries(
            [
                { unit: "Weeks", minDays: 8 },
                { unit: "Months", minDays: 31 },
                { unit: "Years", minDays: 366 },
            ].map(({ unit, minDays }) => [
                `less than ${String(minDays)} days, in ${unit}`,
                {
                    ...recovery(
                        violation(
                            policy({ dailySchedule: lasting(1, unit) }),
                            `${COUNT} : attendu une durée d’au moins ${String(minDays)} jours, obtenu 1`,
                        ),
                    ),
                    config: { minDays },
                },
            ]),
        ),
        "less than the users want": {
            ...violation(rules("P6D"), `${DURATION} : attendu une durée d’au moins 7 jours, obtenu « P6D »`),
            config: { minDays: 7 },
        },
        "a day too little of a machine": recovery(
            violation(policy({ dailySchedule: lasting(29) }), `${COUNT} : ${LONG}, obtenu 29`),
        ),
        "a short daily schedule beside a long weekly one": recovery(
            violation(
                policy({ dailySchedule: lasting(7), weeklySchedule: lasting(52, "Weeks") }),
                `${COUNT} : ${LONG}, obtenu 7`,
            ),
        ),
        "a number written as text": recovery(
            violation(policy({ dailySchedule: lasting("30") }), `${COUNT} : ${LONG}, obtenu « 30 »`),
        ),
        "an unheard-of unit": recovery(
            violation(policy({ dailySchedule: lasting(30, "Hours") }), `${COUNT} : ${LONG}, obtenu 30`),
        ),
        "a full copy that goes early": recovery(
            violation(
                part("full", 29),
                `properties.subProtectionPolicy[0].retentionPolicy.retentionDuration.count : ${LONG}, obtenu 29`,
            ),
        ),
    },
    unset: {
        "the rules": compliant({}),
        "the duration": violation(rules(null), `${DURATION} : ${LONG}, non défini`),
        "the count": recovery(
            violation(policy({}), `properties.retentionPolicy.retentionDuration.count : ${LONG}, non défini`),
        ),
        "the retention of a policy in parts": recovery(compliant({ properties: {} })),
    },
    unknown: {
        "the duration": undecided(rules(UNKNOWN), DURATION),
        "the kind of a rule": undecided(rules("P1D", UNKNOWN), "properties.policyRules[0].objectType"),
        "the count": recovery(undecided(policy({ dailySchedule: lasting(UNKNOWN) }), COUNT)),
    },
    otherType: "azure-native:dataprotection:BackupVault",
});
