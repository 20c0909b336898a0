import type { Series } from "../../promtool";
import { type AlertCase, always, changing, target } from "../case";
import { openmrs, SERVER } from "./targets";

/** Series of another program. */
const other = target({ job: "autre", ...SERVER });

const USED = "jvm_memory_used_after_last_gc_bytes";
const LIMIT = "jvm_memory_limit_bytes";

/** Two pools of the heap, of which the first has no limit of its own, and one beside the heap. */
const heap = (used: number) => ({
    ...openmrs(USED, { jvm_memory_type: "heap", jvm_memory_pool_name: "G1 Eden Space" }, always(0)),
    ...openmrs(USED, { jvm_memory_type: "heap", jvm_memory_pool_name: "G1 Old Gen" }, always(used)),
    ...openmrs(LIMIT, { jvm_memory_type: "heap", jvm_memory_pool_name: "G1 Old Gen" }, always(4)),
});

/** A value of the server, and of another one below it. */
const both = (
    metric: string,
    labels: Readonly<Record<string, string>>,
    values: string,
    others: string,
): Series => ({
    ...openmrs(metric, labels, values),
    ...other(metric, labels, others),
});

export const javaCases: readonly AlertCase[] = [
    {
        alert: "OpenmrsHeapHigh",
        fires: [
            {
                series: {
                    ...heap(0.86 * 4),
                    // Neither counts towards the limit.
                    ...openmrs(
                        LIMIT,
                        { jvm_memory_type: "non_heap", jvm_memory_pool_name: "Metaspace" },
                        always(9),
                    ),
                    ...other(
                        LIMIT,
                        { jvm_memory_type: "heap", jvm_memory_pool_name: "Tenured Gen" },
                        always(9),
                    ),
                },
                labels: SERVER,
            },
        ],
        silent: [
            {
                series: {
                    ...heap(0.84 * 4),
                    ...openmrs(
                        USED,
                        { jvm_memory_type: "non_heap", jvm_memory_pool_name: "Metaspace" },
                        always(9),
                    ),
                    ...other(
                        USED,
                        { jvm_memory_type: "heap", jvm_memory_pool_name: "Tenured Gen" },
                        always(9),
                    ),
                },
            },
        ],
    },
    {
        alert: "OpenmrsGcTimeHigh",
        fires: [
            {
                series: openmrs("jvm_gc_duration_seconds_sum", {}, changing(100, 6.5)),
                from: "4m",
                labels: SERVER,
            },
        ],
        silent: [{ series: both("jvm_gc_duration_seconds_sum", {}, changing(100, 5.5), changing(0, 30)) }],
    },
    {
        alert: "OpenmrsThreadsBusy",
        fires: [
            {
                series: {
                    ...openmrs(
                        "tomcat_thread_busy_count",
                        { tomcat_thread_pool_name: "http-nio-8080" },
                        always(184),
                    ),
                    ...openmrs(
                        "tomcat_thread_limit",
                        { tomcat_thread_pool_name: "http-nio-8080" },
                        always(200),
                    ),
                },
                labels: { ...SERVER, tomcat_thread_pool_name: "http-nio-8080" },
            },
        ],
        silent: [
            {
                series: {
                    ...both(
                        "tomcat_thread_busy_count",
                        { tomcat_thread_pool_name: "http-nio-8080" },
                        always(176),
                        always(199),
                    ),
                    ...both(
                        "tomcat_thread_limit",
                        { tomcat_thread_pool_name: "http-nio-8080" },
                        always(200),
                        always(200),
                    ),
                },
            },
        ],
    },
    {
        alert: "OpenmrsPoolNearMax",
        fires: [
            {
                series: openmrs(
                    "db_client_connection_count",
                    { db_client_connection_state: "used" },
                    always(46),
                ),
                labels: SERVER,
            },
        ],
        silent: [
            {
                series: {
                    ...both(
                        "db_client_connection_count",
                        { db_client_connection_state: "used" },
                        always(44),
                        always(9),
                    ),
                    ...openmrs(
                        "db_client_connection_count",
                        { db_client_connection_state: "idle" },
                        always(9),
                    ),
                },
            },
        ],
    },
    {
        alert: "OpenmrsPoolPending",
        fires: [{ series: openmrs("db_client_connection_pending_requests", {}, always(1)), labels: SERVER }],
        silent: [{ series: both("db_client_connection_pending_requests", {}, always(0), always(1)) }],
    },
    {
        alert: "OpenmrsSessionsHigh",
        fires: [
            {
                series: openmrs("tomcat_session_active_count", { tomcat_context: "/openmrs" }, always(1050)),
                labels: SERVER,
            },
        ],
        silent: [
            {
                series: both(
                    "tomcat_session_active_count",
                    { tomcat_context: "/openmrs" },
                    always(950),
                    always(2000),
                ),
            },
        ],
    },
];
