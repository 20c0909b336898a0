import type { batch } from "@pulumi/kubernetes/types/input";

import { falseOrUnset, such } from "../../expectation";
import { defineRule } from "../../rule";

const oneAtATime = such("« Forbid » ou « Replace »", (policy) => policy === "Forbid" || policy === "Replace");

/** Not set means 1. */
const failureKept = such(
    "au moins un échec conservé",
    (limit) => limit === undefined || (typeof limit === "number" && limit >= 1),
);

/** Below ten seconds, the controller may never see the schedule in time. */
const delay = such("au moins 10 secondes", (seconds) => typeof seconds === "number" && seconds >= 10);

export const cronJobSchedule = defineRule({
    id: "cron-job-schedule",
    title: {
        fr: "Toute tâche planifiée court, une à la fois, et garde trace de ses échecs",
        en: "Every scheduled job runs, one at a time, and keeps a trace of its failures",
    },
    why: {
        fr: "Deux sauvegardes à la fois se corrompent ; suspendue ou sans trace de ses échecs, une sauvegarde manque en silence.",
        en: "Two backups at once corrupt each other; suspended, or without a trace of its failures, a backup is silently missing.",
    },
    remediation: {
        fr: "Mettre concurrencyPolicy à « Forbid », donner startingDeadlineSeconds, et garder failedJobsHistoryLimit à 1 ou plus.",
        en: 'Set concurrencyPolicy to "Forbid", give startingDeadlineSeconds, and keep failedJobsHistoryLimit at 1 or more.',
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/",
    appliesTo: ["kubernetes:batch:CronJob"],
    examples: {
        compliant: [
            {
                type: "kubernetes:batch/v1:CronJob",
                properties: {
                    spec: {
                        schedule: "0 2 * * *",
                        concurrencyPolicy: "Forbid",
                        startingDeadlineSeconds: 600,
                        jobTemplate: {},
                    },
                } satisfies Partial<batch.v1.CronJob>,
            },
        ],
        violation: [
            {
                type: "kubernetes:batch/v1:CronJob",
                properties: {
                    spec: {
                        schedule: "0 2 * * *",
                        concurrencyPolicy: "Allow",
                        startingDeadlineSeconds: 600,
                        jobTemplate: {},
                    },
                } satisfies Partial<batch.v1.CronJob>,
            },
        ],
    },
    check(job) {
        // Not set means Allow.
        job.expect("spec.concurrencyPolicy", oneAtATime);
        // Not set, there is no deadline, and after a hundred missed schedules the job never runs again.
        job.expect("spec.startingDeadlineSeconds", delay);
        job.expect("spec.failedJobsHistoryLimit", failureKept);
        job.expect("spec.suspend", falseOrUnset);
    },
});
