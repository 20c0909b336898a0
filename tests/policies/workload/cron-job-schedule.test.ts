import { cronJobSchedule } from "../../../policies/rules/workload/cron-job-schedule";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const schedule = (settings: object = {}) => ({
    spec: { concurrencyPolicy: "Forbid", startingDeadlineSeconds: 600, ...settings },
});

describeRule(cronJobSchedule, {
    type: "kubernetes:batch/v1:CronJob",
    accepts: {
        "one at a time": compliant(schedule()),
        "the last one started": compliant(
            schedule({ concurrencyPolicy: "Replace", startingDeadlineSeconds: 10 }),
        ),
        "a kept failure": compliant(schedule({ failedJobsHistoryLimit: 1, suspend: false })),
    },
    rejects: {
        "several at a time": violation(
            schedule({ concurrencyPolicy: "Allow" }),
            "spec.concurrencyPolicy : attendu « Forbid » ou « Replace », obtenu « Allow »",
        ),
        "a deadline that may be missed": violation(
            schedule({ startingDeadlineSeconds: 9 }),
            "spec.startingDeadlineSeconds : attendu au moins 10 secondes, obtenu 9",
        ),
        "a deadline and a number of failures as texts": violation(
            schedule({ startingDeadlineSeconds: "600", failedJobsHistoryLimit: "1" }),
            "spec.startingDeadlineSeconds : attendu au moins 10 secondes, obtenu « 600 »",
            "spec.failedJobsHistoryLimit : attendu au moins un échec conservé, obtenu « 1 »",
        ),
        "no kept failure": violation(
            schedule({ failedJobsHistoryLimit: 0 }),
            "spec.failedJobsHistoryLimit : attendu au moins un échec conservé, obtenu 0",
        ),
        "a job that does not run": violation(
            schedule({ suspend: true }),
            "spec.suspend : attendu false, obtenu true",
        ),
    },
    unset: {
        "the policy and the deadline": violation(
            { spec: {} },
            "spec.concurrencyPolicy : attendu « Forbid » ou « Replace », non défini",
            "spec.startingDeadlineSeconds : attendu au moins 10 secondes, non défini",
        ),
    },
    unknown: {
        "the policy": undecided(schedule({ concurrencyPolicy: UNKNOWN }), "spec.concurrencyPolicy"),
    },
    otherType: "kubernetes:batch/v1:Job",
});
