import { type AlertCase, always, ksm, type Labels } from "../case";

const job = { namespace: "database", job_name: "mysql-accounts" };
const scaler = { namespace: "openmrs", horizontalpodautoscaler: "openmrs-gateway" };
const budget = { namespace: "openmrs", poddisruptionbudget: "openmrs-gateway" };

const hpa = (current: number | string, { desired = 0, min = 2, max = 6 } = {}) => ({
    ...ksm(
        "kube_horizontalpodautoscaler_status_current_replicas",
        scaler,
        typeof current === "number" ? always(current) : current,
    ),
    ...ksm("kube_horizontalpodautoscaler_status_desired_replicas", scaler, always(desired)),
    ...ksm("kube_horizontalpodautoscaler_spec_min_replicas", scaler, always(min)),
    ...ksm("kube_horizontalpodautoscaler_spec_max_replicas", scaler, always(max)),
});

const scaling = (labels: Labels, value = 1) =>
    ksm("kube_horizontalpodautoscaler_status_condition", { ...scaler, ...labels }, always(value));

const pdb = (name: string, value: number) =>
    ksm(`kube_poddisruptionbudget_status_${name}`, budget, always(value));

/** A job that began so many minutes before the situation does. */
const started = (minutesBefore: number, active: number) => ({
    ...ksm("kube_job_status_start_time", job, always(-60 * minutesBefore)),
    ...ksm("kube_job_status_active", job, always(active)),
});

export const jobsAndScalingCases: readonly AlertCase[] = [
    {
        alert: "JobFailed",
        fires: [
            {
                series: ksm("kube_job_failed", { ...job, condition: "true" }, always(1)),
                labels: job,
            },
        ],
        silent: [
            { series: ksm("kube_job_failed", { ...job, condition: "true" }, always(0)) },
            { series: ksm("kube_job_failed", { ...job, condition: "false" }, always(1)) },
        ],
    },
    {
        alert: "JobTooLong",
        fires: [{ series: started(715, 1), from: "6m", labels: job }],
        silent: [
            { series: started(730, 0) },
            { series: started(710, 1) },
            {
                series: {
                    ...started(730, 0),
                    ...ksm("kube_job_status_active", { ...job, job_name: "other" }, always(1)),
                },
            },
        ],
    },
    {
        alert: "AutoscalerAtMaximum",
        fires: [{ series: hpa(6), labels: scaler }],
        silent: [{ series: hpa(5) }, { series: hpa(6, { min: 6 }) }],
    },
    {
        alert: "AutoscalerNotFollowed",
        fires: [{ series: hpa(3, { desired: 4 }), labels: scaler }],
        silent: [{ series: hpa(4, { desired: 4 }) }, { series: hpa("2x9 3x30", { desired: 4 }) }],
    },
    {
        alert: "AutoscalerBlind",
        fires: [{ series: scaling({ condition: "ScalingActive", status: "false" }), labels: scaler }],
        silent: [
            { series: scaling({ condition: "ScalingActive", status: "true" }) },
            { series: scaling({ condition: "ScalingActive", status: "false" }, 0) },
            { series: scaling({ condition: "ScalingLimited", status: "false" }) },
        ],
    },
    {
        alert: "DisruptionBudgetUnmet",
        fires: [{ series: { ...pdb("desired_healthy", 2), ...pdb("current_healthy", 1) }, labels: budget }],
        silent: [{ series: { ...pdb("desired_healthy", 2), ...pdb("current_healthy", 2) } }],
    },
    {
        alert: "DisruptionBudgetBlocking",
        fires: [
            {
                series: {
                    ...ksm("kube_poddisruptionbudget_status_pod_disruptions_allowed", budget, "0x800"),
                    ...ksm("kube_poddisruptionbudget_status_expected_pods", budget, "2x800"),
                },
                labels: budget,
            },
        ],
        silent: [
            {
                series: {
                    ...ksm("kube_poddisruptionbudget_status_pod_disruptions_allowed", budget, "1x800"),
                    ...ksm("kube_poddisruptionbudget_status_expected_pods", budget, "2x800"),
                },
            },
            {
                series: {
                    ...ksm("kube_poddisruptionbudget_status_pod_disruptions_allowed", budget, "0x800"),
                    ...ksm("kube_poddisruptionbudget_status_expected_pods", budget, "1x800"),
                },
            },
        ],
    },
];
