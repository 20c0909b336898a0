import { jobBounded } from "../../../policies/rules/workload/job-bounded";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const bounded = { activeDeadlineSeconds: 3600, ttlSecondsAfterFinished: 86400 };

describeRule(jobBounded, {
    type: "kubernetes:batch/v1:Job",
    accepts: {
        "a job with bounds": compliant({ spec: bounded }),
        "as many tries as may be": compliant({ spec: { ...bounded, backoffLimit: 10 } }),
        "a cron job, which erases its jobs,": {
            ...compliant({ spec: { jobTemplate: { spec: { activeDeadlineSeconds: 60 } } } }),
            type: "kubernetes:batch/v1:CronJob",
        },
    },
    rejects: {
        "too many tries": violation(
            { spec: { ...bounded, backoffLimit: 11 } },
            "spec.backoffLimit : attendu au plus 10 essais, obtenu 11",
        ),
        "a number as a text": violation(
            { spec: { ...bounded, backoffLimit: "3" } },
            "spec.backoffLimit : attendu au plus 10 essais, obtenu « 3 »",
        ),
        "a cron job without bounds": {
            ...violation(
                { spec: {} },
                "spec.jobTemplate.spec.activeDeadlineSeconds : attendu une durée maximale, non défini",
            ),
            type: "kubernetes:batch/v1:CronJob",
        },
    },
    unset: {
        "the bounds": violation(
            { spec: {} },
            "spec.activeDeadlineSeconds : attendu une durée maximale, non défini",
            "spec.ttlSecondsAfterFinished : attendu un délai d’effacement, non défini",
        ),
    },
    unknown: {
        "the tries": undecided({ spec: { ...bounded, backoffLimit: UNKNOWN } }, "spec.backoffLimit"),
    },
    otherType: "kubernetes:apps/v1:Deployment",
});
