import { type AlertCase, always, apiserver, changing, kubelet, series } from "../case";

const rejected = (perMinute: number) =>
    apiserver(
        "apiserver_flowcontrol_rejected_requests_total",
        { priority_level: "workload-low", reason: "queue-full", flow_schema: "service-accounts" },
        changing(0, perMinute),
    );

const webhook = (errorType: string, perMinute: number) =>
    apiserver(
        "apiserver_admission_webhook_rejection_count",
        { name: "validation.gatekeeper.sh", error_type: errorType, operation: "CREATE" },
        changing(0, perMinute),
    );

const extension = { name: "v1beta1.metrics.k8s.io" };

const asked = (job: "kubelet" | "apiserver", code: string, perMinute: number) =>
    (job === "kubelet" ? kubelet : apiserver)(
        "rest_client_requests_total",
        { code, method: "GET", host: "kubernetes" },
        changing(0, perMinute),
    );

const build = (minor: string, job = "kubelet") =>
    series(
        "kubernetes_build_info",
        { job, instance: `aks-general-${minor}`, major: "1", minor, git_version: `v1.${minor}.3` },
        always(1),
    );

export const apiCases: readonly AlertCase[] = [
    {
        alert: "ApiServerDown",
        fires: [
            { series: apiserver("up", {}, always(0)), labels: {} },
            { series: {}, labels: {} },
        ],
        silent: [{ series: apiserver("up", {}, always(1)) }],
    },
    {
        alert: "ApiRejectingRequests",
        fires: [
            {
                series: rejected(6.6),
                from: "5m",
                labels: { priority_level: "workload-low", reason: "queue-full" },
            },
        ],
        silent: [{ series: rejected(5.4) }],
    },
    {
        alert: "WebhookRejectingRequests",
        fires: [
            {
                series: webhook("calling_webhook_error", 1),
                from: "1m",
                labels: { name: "validation.gatekeeper.sh" },
            },
        ],
        silent: [{ series: webhook("no_error", 1) }, { series: webhook("calling_webhook_error", 0) }],
    },
    {
        alert: "AggregatedApiDown",
        fires: [
            {
                // The average of the servers behind the one address.
                series: apiserver("aggregator_unavailable_apiservice", extension, always(0.16)),
                labels: extension,
            },
        ],
        silent: [{ series: apiserver("aggregator_unavailable_apiservice", extension, always(0.14)) }],
    },
    {
        alert: "KubernetesClientErrors",
        fires: [
            {
                series: { ...asked("kubelet", "200", 940), ...asked("kubelet", "503", 60) },
                from: "1m",
                labels: { job: "kubelet", instance: "aks-general-1" },
            },
            {
                series: { ...asked("apiserver", "200", 940), ...asked("apiserver", "<error>", 60) },
                from: "1m",
                labels: { job: "apiserver", instance: "kubernetes.default.svc:443" },
            },
        ],
        silent: [
            { series: { ...asked("kubelet", "200", 955), ...asked("kubelet", "503", 45) } },
            { series: { ...asked("kubelet", "200", 900), ...asked("kubelet", "409", 100) } },
        ],
    },
    {
        alert: "KubernetesVersionsDiffer",
        fires: [
            { series: { ...build("34"), ...build("35") }, labels: {} },
            { series: { ...build("34"), ...build("35", "apiserver") }, labels: {} },
        ],
        silent: [
            { series: { ...build("35"), ...build("35", "apiserver") } },
            { series: { ...build("34", "other"), ...build("35") } },
        ],
    },
];
