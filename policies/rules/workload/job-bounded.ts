import type { batch } from "@pulumi/kubernetes/types/input";

import { such } from "../../expectation";
import { defineRule } from "../../rule";

const CRON_JOB = "kubernetes:batch:CronJob";

/** The wait between tries doubles up to six minutes: ten take about an hour. Not set means 6. */
const tries = such(
    "au plus 10 essais",
    (limit) => limit === undefined || (typeof limit === "number" && limit <= 10),
);

export const jobBounded = defineRule({
    id: "job-bounded",
    title: {
        fr: "Toute tâche est bornée en durée et en essais, puis effacée",
        en: "Every job is bounded in time and tries, then erased",
    },
    why: {
        fr: "Une sauvegarde bloquée sans échéance empêche la suivante et ne se signale à personne.",
        en: "A backup that hangs without a deadline holds up the next one and tells nobody.",
    },
    remediation: {
        fr: "Donner activeDeadlineSeconds, un backoffLimit d’au plus 10, et ttlSecondsAfterFinished hors d’un CronJob.",
        en: "Give activeDeadlineSeconds, a backoffLimit of at most 10, and ttlSecondsAfterFinished outside a CronJob.",
    },
    severity: "low",
    url: "https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup",
    appliesTo: [CRON_JOB, "kubernetes:batch:Job"],
    examples: {
        compliant: [
            {
                type: "kubernetes:batch/v1:Job",
                properties: {
                    spec: { activeDeadlineSeconds: 3600, ttlSecondsAfterFinished: 86400, template: {} },
                } satisfies Partial<batch.v1.Job>,
            },
        ],
        violation: [
            {
                type: "kubernetes:batch/v1:Job",
                properties: {
                    spec: { ttlSecondsAfterFinished: 86400, template: {} },
                } satisfies Partial<batch.v1.Job>,
            },
        ],
    },
    check(resource, { type }) {
        const job = resource.at(type === CRON_JOB ? "spec.jobTemplate.spec" : "spec");
        job.expectGiven("activeDeadlineSeconds", "une durée maximale");
        job.expect("backoffLimit", tries);
        // A CronJob erases its jobs by itself.
        if (type !== CRON_JOB) {
            job.expectGiven("ttlSecondsAfterFinished", "un délai d’effacement");
        }
    },
});
