import { type AlertCase, always, changing, ksm, type Labels } from "../case";

const own = (kind: string) => ({ namespace: "openmrs", [kind]: `openmrs-${kind}` });

/** Series of kube-state-metrics about one object, by the end of their names. */
const about =
    (kind: string) =>
    (what: Readonly<Record<string, string | number>>, labels: Labels = {}) =>
        Object.assign(
            {},
            ...Object.entries(what).map(([name, value]) =>
                ksm(
                    `kube_${kind}_${name}`,
                    { ...own(kind), ...labels },
                    typeof value === "number" ? always(value) : value,
                ),
            ),
        ) as Readonly<Record<string, string>>;

const deployment = about("deployment");
const statefulset = about("statefulset");
const daemonset = about("daemonset");

const revision = (which: "current" | "update", name: string) =>
    ksm(`kube_statefulset_status_${which}_revision`, { ...own("statefulset"), revision: name }, always(1));

const condition = (status: string, name: string, value: number) =>
    deployment({ status_condition: value }, { condition: name, status });

export const workloadsCases: readonly AlertCase[] = [
    {
        alert: "DeploymentWithoutPod",
        fires: [
            {
                series: deployment({ spec_replicas: 1, status_replicas_available: 0 }),
                labels: own("deployment"),
            },
        ],
        silent: [
            { series: deployment({ spec_replicas: 2, status_replicas_available: 1 }) },
            { series: deployment({ spec_replicas: 0, status_replicas_available: 0 }) },
        ],
    },
    {
        alert: "DeploymentReplicasMissing",
        fires: [
            {
                series: deployment({
                    spec_replicas: 3,
                    status_replicas_available: 2,
                    status_replicas_updated: 3,
                }),
                labels: own("deployment"),
            },
        ],
        silent: [
            {
                series: deployment({
                    spec_replicas: 3,
                    status_replicas_available: 3,
                    status_replicas_updated: 3,
                }),
            },
            // An update under way.
            {
                series: deployment({
                    spec_replicas: 3,
                    status_replicas_available: 2,
                    status_replicas_updated: "0x9 1x9 2x9",
                }),
            },
        ],
    },
    {
        alert: "DeploymentRolloutStuck",
        fires: [{ series: condition("false", "Progressing", 1), labels: own("deployment") }],
        silent: [
            { series: condition("false", "Progressing", 0) },
            { series: condition("true", "Progressing", 1) },
            { series: condition("false", "Available", 1) },
        ],
    },
    {
        alert: "StatefulSetWithoutPod",
        fires: [
            { series: statefulset({ replicas: 1, status_replicas_ready: 0 }), labels: own("statefulset") },
        ],
        silent: [
            { series: statefulset({ replicas: 2, status_replicas_ready: 1 }) },
            { series: statefulset({ replicas: 0, status_replicas_ready: 0 }) },
        ],
    },
    {
        alert: "StatefulSetReplicasMissing",
        fires: [
            {
                series: statefulset({ replicas: 2, status_replicas_ready: 1, status_replicas_updated: 2 }),
                labels: own("statefulset"),
            },
        ],
        silent: [
            { series: statefulset({ replicas: 2, status_replicas_ready: 2, status_replicas_updated: 2 }) },
            {
                series: statefulset({
                    replicas: 2,
                    status_replicas_ready: 1,
                    status_replicas_updated: "0x9 1x9 2x9",
                }),
            },
        ],
    },
    {
        alert: "StatefulSetUpdateStuck",
        fires: [
            {
                series: {
                    ...statefulset({ replicas: 2, status_replicas_updated: 1 }),
                    ...revision("current", "a"),
                    ...revision("update", "b"),
                },
                labels: own("statefulset"),
            },
        ],
        silent: [
            {
                series: {
                    ...statefulset({ replicas: 2, status_replicas_updated: 2 }),
                    ...revision("current", "a"),
                    ...revision("update", "b"),
                },
            },
            {
                series: {
                    ...statefulset({ replicas: 2, status_replicas_updated: 1 }),
                    ...revision("current", "a"),
                    ...revision("update", "a"),
                },
            },
            {
                series: {
                    ...statefulset({ replicas: 2, status_replicas_updated: "0x9 1x30" }),
                    ...revision("current", "a"),
                    ...revision("update", "b"),
                },
            },
        ],
    },
    {
        alert: "DaemonSetPodsMissing",
        fires: [
            {
                series: daemonset({
                    status_desired_number_scheduled: 4,
                    status_number_available: 3,
                    status_updated_number_scheduled: 4,
                }),
                labels: own("daemonset"),
            },
        ],
        silent: [
            {
                series: daemonset({
                    status_desired_number_scheduled: 4,
                    status_number_available: 4,
                    status_updated_number_scheduled: 4,
                }),
            },
            {
                series: daemonset({
                    status_desired_number_scheduled: 4,
                    status_number_available: 3,
                    status_updated_number_scheduled: changing(0, 1),
                }),
            },
        ],
    },
    {
        alert: "DaemonSetMisscheduled",
        fires: [{ series: daemonset({ status_number_misscheduled: 1 }), labels: own("daemonset") }],
        silent: [{ series: daemonset({ status_number_misscheduled: 0 }) }],
    },
];
