/**
 * What is kept of programs that tell far more than rules, runbooks and dashboards use, by job: each series costs memory for
 * as long as its pod or node lives.
 */
export const KEPT = {
    kubelet: [
        "kubelet_running_pods",
        "kubelet_evictions",
        "kubelet_volume_stats_available_bytes",
        "kubelet_volume_stats_capacity_bytes",
        "kubelet_volume_stats_used_bytes",
        "kubelet_volume_stats_inodes",
        "kubelet_volume_stats_inodes_free",
        "kubelet_certificate_manager_client_ttl_seconds",
        "kubelet_certificate_manager_client_expiration_renew_errors",
        "kubelet_certificate_manager_server_ttl_seconds",
        "kubelet_server_expiration_renew_errors",
        "kubelet_runtime_operations_total",
        "kubelet_runtime_operations_errors_total",
        "kubelet_pod_worker_duration_seconds_bucket",
        "kubelet_pleg_relist_duration_seconds_bucket",
        "kubernetes_build_info",
        "rest_client_requests_total",
    ],
    cadvisor: [
        "container_cpu_usage_seconds_total",
        "container_cpu_cfs_periods_total",
        "container_cpu_cfs_throttled_periods_total",
        "container_memory_working_set_bytes",
        "container_oom_events_total",
        "container_spec_memory_limit_bytes",
        "container_fs_writes_bytes_total",
        "container_fs_usage_bytes",
        ...["receive", "transmit"].flatMap((way) =>
            ["bytes", "packets", "errors", "packets_dropped"].map(
                (what) => `container_network_${way}_${what}_total`,
            ),
        ),
    ],
    apiserver: [
        "apiserver_request_total",
        "apiserver_request_terminations_total",
        "apiserver_request_sli_duration_seconds_bucket",
        "apiserver_request_sli_duration_seconds_count",
        "apiserver_admission_webhook_rejection_count",
        "apiserver_flowcontrol_rejected_requests_total",
        "aggregator_unavailable_apiservice",
        "aggregator_unavailable_apiservice_total",
        "kubernetes_build_info",
        "rest_client_requests_total",
    ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Seconds that answers of the API server are counted up to: of a read of one object, of a namespace, of the cluster. */
export const API_SERVER_BUCKETS = ["0.1", "0.4", "1.0", "5.0", "15.0", "30.0", "60.0", "+Inf"];
