import { type AlertCase, always, changing, kubelet, ksm, series, target } from "../case";
import { beside } from "../beside";
import { openmrs } from "./targets";

const PAGES = "http://openmrs-backend.openmrs.svc.cluster.local:8080/openmrs/health";
const ALIVE = { job: "blackbox", probe: "openmrs-backend", instance: `${PAGES}/alive` };
const STARTED = { ...ALIVE, instance: `${PAGES}/started` };

const probe = (labels: typeof ALIVE, value: number) => series("probe_success", labels, always(value));

/** The server's container. */
const SELECTED = { job: "kube-state-metrics", namespace: "openmrs", container: "backend" };
const POD = { pod: "openmrs-backend-0" };
const CONTAINER = { ...SELECTED, ...POD };
const RESTARTS = "kube_pod_container_status_restarts_total";
const RUNNING = "kube_pod_container_status_running";
const REASON = "kube_pod_container_status_last_terminated_reason";

const container = (metric: string, values: string) => ksm(metric, CONTAINER, values);

const OOM = { ...CONTAINER, reason: "OOMKilled" };

const DISK = { job: "kubelet", namespace: "openmrs", persistentvolumeclaim: "data-openmrs-backend-0" };

const disk = (share: number, labels = DISK) => ({
    ...kubelet("kubelet_volume_stats_available_bytes", labels, always(share * 64)),
    ...kubelet("kubelet_volume_stats_capacity_bytes", labels, always(64)),
});

const otherDisks = Object.assign(
    {},
    ...Object.keys(DISK).map((name) => disk(0.01, { ...DISK, [name]: "autre" })),
) as Readonly<Record<string, string>>;

const REQUESTS = "http_server_request_duration_seconds_count";

export const serverCases: readonly AlertCase[] = [
    {
        alert: "OpenmrsDown",
        fires: [{ series: probe(ALIVE, 0), labels: { instance: ALIVE.instance } }],
        silent: [
            {
                series: {
                    ...probe(ALIVE, 1),
                    ...probe(STARTED, 0),
                    ...beside("probe_success", ALIVE, always(0)),
                    ...probe({ ...ALIVE, probe: "autre", instance: "http://autre/health/alive" }, 0),
                },
            },
        ],
    },
    {
        alert: "OpenmrsNotStarted",
        fires: [
            {
                series: { ...probe(STARTED, 0), ...container(RUNNING, always(1)) },
                labels: { instance: STARTED.instance },
            },
        ],
        silent: [
            // It does not run at all.
            {
                series: {
                    ...probe(STARTED, 0),
                    ...container(RUNNING, always(0)),
                    ...beside(RUNNING, SELECTED, always(1)),
                },
            },
            // It has started.
            {
                series: {
                    ...probe(STARTED, 1),
                    ...container(RUNNING, always(1)),
                    ...beside("probe_success", STARTED, always(0)),
                    ...probe({ ...STARTED, probe: "autre", instance: "http://autre/health/started" }, 0),
                },
            },
        ],
    },
    {
        alert: "OpenmrsRestarting",
        fires: [
            {
                series: container(RESTARTS, "0x30 2.2x90"),
                from: "31m",
                labels: { namespace: "openmrs", ...POD },
            },
        ],
        silent: [
            {
                series: {
                    ...beside(RESTARTS, SELECTED, "0x30 9x90"),
                    ...container(RESTARTS, "0x30 1.9x90"),
                },
            },
        ],
    },
    {
        alert: "OpenmrsOomKilled",
        fires: [
            {
                series: {
                    ...container(RESTARTS, "3x5 4x60"),
                    ...ksm(REASON, OOM, always(1)),
                },
                from: "6m",
                labels: { namespace: "openmrs", ...POD },
            },
        ],
        silent: [
            // Restarted, but not for want of memory.
            {
                series: {
                    ...container(RESTARTS, "3x5 4x60"),
                    ...ksm(REASON, OOM, always(0)),
                    ...beside(
                        REASON,
                        { job: SELECTED.job, container: SELECTED.container, reason: "OOMKilled" },
                        always(1),
                        {
                            ...POD,
                            namespace: "openmrs",
                        },
                    ),
                },
            },
            // Killed long ago.
            {
                series: {
                    ...container(RESTARTS, always(4)),
                    ...ksm(REASON, OOM, always(1)),
                    ...series(RESTARTS, { ...CONTAINER, job: "autre" }, "3x5 4x60"),
                    ...series(RESTARTS, { ...CONTAINER, container: "autre" }, "3x5 4x60"),
                },
            },
            // Another namespace's.
            {
                series: {
                    ...ksm(RESTARTS, { ...CONTAINER, namespace: "autre" }, "3x5 4x60"),
                    ...ksm(REASON, { ...OOM, namespace: "autre" }, always(1)),
                },
            },
        ],
    },
    {
        alert: "OpenmrsDiskFillingUp",
        fires: [
            {
                series: disk(0.14),
                labels: { namespace: "openmrs", persistentvolumeclaim: DISK.persistentvolumeclaim },
            },
        ],
        silent: [{ series: { ...disk(0.16), ...otherDisks } }],
    },
    {
        alert: "OpenmrsTelemetrySilent",
        fires: [
            {
                series: {
                    ...probe(ALIVE, 1),
                    ...target({ job: "autre" })(REQUESTS, {}, changing(0, 1)),
                },
                labels: { job: "openmrs-backend" },
            },
        ],
        silent: [
            { series: { ...probe(ALIVE, 1), ...openmrs(REQUESTS, {}, changing(0, 1)) } },
            { series: { ...probe(ALIVE, 0), ...beside("probe_success", ALIVE, always(1)) } },
        ],
    },
];
