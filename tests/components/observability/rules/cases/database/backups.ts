import type { Series } from "../../promtool";
import { type AlertCase, always, ksm } from "../case";

const JOB = { job: "kube-state-metrics", namespace: "database", cronjob: "backup-openmrs" };
const LABELS = { namespace: JOB.namespace, cronjob: JOB.cronjob };

const LAST = "kube_cronjob_status_last_successful_time";
const CREATED = "kube_cronjob_created";
const SUSPENDED = "kube_cronjob_spec_suspend";

/** When time begins in these cases, in seconds. */
const START = "2026-03-02T00:00:00Z";
const NOW = Date.parse(START) / 1000;

/** A moment so many hours before the beginning. */
const hoursAgo = (hours: number) => always(NOW - hours * 3600);

/** CronJobs of others, and one that is no backup. */
const besides = (metric: string, values: string): Series => ({
    ...ksm(metric, { ...JOB, job: "autre", cronjob: "backup-autre" }, values),
    ...ksm(metric, { ...JOB, cronjob: "autre" }, values),
});

export const backupCases: readonly AlertCase[] = [
    {
        alert: "BackupTooOld",
        fires: [{ series: ksm(LAST, JOB, hoursAgo(26)), start: START, from: "1m", labels: LABELS }],
        silent: [
            { series: { ...ksm(LAST, JOB, hoursAgo(25)), ...besides(LAST, hoursAgo(90)) }, start: START },
        ],
    },
    {
        alert: "BackupNeverSucceeded",
        fires: [
            {
                series: {
                    ...ksm(CREATED, JOB, hoursAgo(26)),
                    ...ksm(LAST, { ...JOB, cronjob: "backup-autre" }, always(1)),
                    ...ksm(LAST, { ...JOB, namespace: "autre" }, always(1)),
                    ...ksm(LAST, { ...JOB, job: "autre" }, always(1)),
                },
                start: START,
                from: "1m",
                labels: LABELS,
            },
        ],
        silent: [
            {
                series: { ...ksm(CREATED, JOB, hoursAgo(25)), ...besides(CREATED, hoursAgo(90)) },
                start: START,
            },
            { series: { ...ksm(CREATED, JOB, hoursAgo(90)), ...ksm(LAST, JOB, hoursAgo(90)) }, start: START },
        ],
    },
    {
        alert: "BackupSuspended",
        fires: [{ series: ksm(SUSPENDED, JOB, always(1)), labels: LABELS }],
        silent: [{ series: { ...ksm(SUSPENDED, JOB, always(0)), ...besides(SUSPENDED, always(1)) } }],
    },
];
