import type { Series } from "../../promtool";
import { type AlertCase, always, changing, type target } from "../case";
import { FIRST, mariadb, mysql, ON_FIRST, ON_MANAGED, other, SECOND } from "./targets";

type Target = ReturnType<typeof target>;

/** What a server is given to show, by how much there is of it. */
type Shown = (of: Target, value: number) => Series;

/** An alert on a value that each server shows: either database has it, and nothing else. */
const valueCase = (
    alert: string,
    shown: Shown,
    { fires, silent, from = "0m" }: { fires: number; silent: number; from?: `${number}m` },
): AlertCase => ({
    alert,
    fires: [
        { series: shown(mariadb(FIRST), fires), from, labels: ON_FIRST },
        { series: shown(mysql, fires), from, labels: ON_MANAGED },
    ],
    silent: [
        { series: { ...shown(mariadb(FIRST), silent), ...shown(mysql, silent), ...shown(other, fires) } },
    ],
});

/** A counter that grows by so much every second. */
const growing =
    (metric: string): Shown =>
    (of, value) =>
        of(metric, {}, changing(1000, value * 60));

const UP = "mysql_up";
const SUCCESS = "mysql_exporter_collector_success";

/** Reads from the disk for each thousand requests, of which so many come in a second. */
const reads = (of: Target, perThousand: number, requests: number) => ({
    ...growing("mysql_global_status_innodb_buffer_pool_reads")(of, (perThousand * requests) / 1000),
    ...growing("mysql_global_status_innodb_buffer_pool_read_requests")(of, requests),
});

const missCase = valueCase("DatabaseBufferPoolMiss", (of, value) => reads(of, value, 110), {
    fires: 21,
    silent: 19,
    from: "9m",
});

export const databaseServerCases: readonly AlertCase[] = [
    {
        alert: "DatabaseDown",
        fires: [
            {
                series: {
                    ...mariadb(FIRST)(UP, {}, always(0)),
                    ...mariadb(SECOND)(UP, {}, always(0)),
                    ...other(UP, {}, always(1)),
                },
                labels: {},
            },
            { series: mysql(UP, {}, always(0)), labels: {} },
        ],
        silent: [
            { series: { ...mariadb(FIRST)(UP, {}, always(0)), ...mariadb(SECOND)(UP, {}, always(1)) } },
            { series: mysql(UP, {}, always(1)) },
        ],
    },
    {
        alert: "DatabaseExporterFailing",
        fires: [
            {
                series: {
                    ...mariadb(FIRST)(SUCCESS, { collector: "slave_status" }, always(0)),
                    ...mariadb(FIRST)(SUCCESS, { collector: "global_status" }, always(1)),
                },
                labels: { ...ON_FIRST, collector: "slave_status" },
            },
            {
                series: mysql(SUCCESS, { collector: "global_status" }, always(0)),
                labels: { ...ON_MANAGED, collector: "global_status" },
            },
        ],
        silent: [
            {
                series: {
                    ...mariadb(FIRST)(SUCCESS, { collector: "slave_status" }, always(1)),
                    ...other(SUCCESS, { collector: "slave_status" }, always(0)),
                },
            },
        ],
    },
    valueCase(
        "DatabaseConnectionsNearLimit",
        (of, value) => ({
            ...of("mysql_global_status_threads_connected", {}, always(value)),
            ...of("mysql_global_variables_max_connections", {}, always(200)),
        }),
        { fires: 172, silent: 168 },
    ),
    valueCase("DatabaseSlowQueries", growing("mysql_global_status_slow_queries"), {
        fires: 0.053,
        silent: 0.047,
        from: "9m",
    }),
    valueCase("DatabaseRowLockWaits", growing("mysql_global_status_innodb_row_lock_waits"), {
        fires: 5.3,
        silent: 4.7,
        from: "9m",
    }),
    {
        ...missCase,
        silent: [
            ...missCase.silent,
            // Little is asked: a few reads are a large share.
            { series: { ...reads(mariadb(FIRST), 21, 90), ...reads(mysql, 21, 90) } },
        ],
    },
    valueCase("DatabaseAbortedConnects", growing("mysql_global_status_aborted_connects"), {
        fires: 0.53,
        silent: 0.47,
        from: "9m",
    }),
    valueCase("DatabaseLogWaits", growing("mysql_global_status_innodb_log_waits"), {
        fires: 1.05,
        silent: 0.95,
        from: "14m",
    }),
];
