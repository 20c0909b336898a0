import type { Series } from "../../promtool";
import { type AlertCase, always } from "../case";
import { FIRST, mariadb, other, SECOND } from "./targets";

const UP = "mysql_up";
const IO = "mysql_slave_status_slave_io_running";
const SQL = "mysql_slave_status_slave_sql_running";
const LAG = "mysql_slave_status_seconds_behind_master";
const CLIENTS = "mysql_global_status_rpl_semi_sync_master_clients";
const STATUS = "mysql_global_status_rpl_semi_sync_master_status";
const READ_ONLY = "mysql_global_variables_read_only";

type Values = Readonly<Record<string, number>>;

/** What the exporters of both servers show, and one that is none of them. */
const shown = (first: Values, second: Values = {}, elsewhere: Values = {}): Series =>
    Object.assign(
        {},
        ...[mariadb(FIRST), mariadb(SECOND), other].flatMap((of, index) =>
            Object.entries([first, second, elsewhere][index] ?? {}).map(([metric, value]) =>
                of(metric, {}, always(value)),
            ),
        ),
    ) as Series;

const ON_FIRST = { instance: FIRST };

export const replicationCases: readonly AlertCase[] = [
    {
        alert: "MariadbServerMissing",
        fires: [
            { series: shown({ [UP]: 1 }, { [UP]: 0 }, { [UP]: 1 }), labels: {} },
            { series: shown({ [UP]: 1 }), labels: {} },
        ],
        silent: [{ series: shown({ [UP]: 1 }, { [UP]: 1 }) }],
    },
    {
        alert: "MariadbReplicationStopped",
        fires: [
            { series: shown({ [IO]: 0, [SQL]: 1 }), labels: ON_FIRST },
            { series: shown({ [IO]: 1, [SQL]: 0 }), labels: ON_FIRST },
        ],
        silent: [{ series: shown({ [IO]: 1, [SQL]: 1 }, {}, { [IO]: 0, [SQL]: 0 }) }],
    },
    {
        alert: "MariadbReplicationLag",
        fires: [{ series: shown({ [LAG]: 62 }), labels: ON_FIRST }],
        silent: [{ series: shown({ [LAG]: 58 }, {}, { [LAG]: 900 }) }],
    },
    {
        alert: "MariadbReplicationMissing",
        fires: [
            {
                series: shown({ [READ_ONLY]: 1 }, { [READ_ONLY]: 0, [SQL]: 1 }, { [SQL]: 1 }),
                labels: ON_FIRST,
            },
        ],
        silent: [
            { series: shown({ [READ_ONLY]: 1, [SQL]: 0 }, { [READ_ONLY]: 0 }) },
            { series: shown({}, {}, { [READ_ONLY]: 1 }) },
        ],
    },
    {
        alert: "MariadbSemiSyncWithoutReplica",
        fires: [
            {
                series: shown({ [READ_ONLY]: 0, [CLIENTS]: 0 }, { [READ_ONLY]: 1, [CLIENTS]: 0 }),
                labels: ON_FIRST,
            },
        ],
        silent: [
            { series: shown({ [READ_ONLY]: 0, [CLIENTS]: 1 }, { [READ_ONLY]: 1, [CLIENTS]: 0 }) },
            { series: shown({ [READ_ONLY]: 0 }, {}, { [CLIENTS]: 0 }) },
            { series: shown({ [CLIENTS]: 0 }, {}, { [READ_ONLY]: 0 }) },
        ],
    },
    {
        alert: "MariadbSemiSyncOff",
        fires: [
            {
                series: shown(
                    { [READ_ONLY]: 0, [CLIENTS]: 1, [STATUS]: 0 },
                    { [READ_ONLY]: 1, [CLIENTS]: 1, [STATUS]: 0 },
                ),
                labels: ON_FIRST,
            },
        ],
        silent: [
            {
                series: shown(
                    { [READ_ONLY]: 0, [CLIENTS]: 1, [STATUS]: 1 },
                    { [READ_ONLY]: 1, [CLIENTS]: 1, [STATUS]: 0 },
                ),
            },
            // Nobody follows: another alert's.
            {
                series: shown(
                    { [READ_ONLY]: 0, [CLIENTS]: 0, [STATUS]: 0 },
                    { [READ_ONLY]: 1, [CLIENTS]: 1 },
                ),
            },
            { series: shown({ [READ_ONLY]: 0, [CLIENTS]: 1 }, {}, { [STATUS]: 0 }) },
            { series: shown({ [READ_ONLY]: 0, [STATUS]: 0 }, {}, { [CLIENTS]: 1 }) },
            { series: shown({ [CLIENTS]: 1, [STATUS]: 0 }, {}, { [READ_ONLY]: 0 }) },
        ],
    },
    {
        alert: "MariadbTwoPrimaries",
        fires: [{ series: shown({ [READ_ONLY]: 0 }, { [READ_ONLY]: 0 }, { [READ_ONLY]: 0 }), labels: {} }],
        silent: [
            { series: shown({ [READ_ONLY]: 0 }, { [READ_ONLY]: 1 }, { [READ_ONLY]: 0 }) },
            { series: shown({ [READ_ONLY]: 1 }, { [READ_ONLY]: 1 }) },
        ],
    },
    {
        alert: "MariadbNoPrimary",
        fires: [{ series: shown({ [READ_ONLY]: 1 }, { [READ_ONLY]: 1 }, { [READ_ONLY]: 0 }), labels: {} }],
        silent: [
            { series: shown({ [READ_ONLY]: 0 }, { [READ_ONLY]: 1 }) },
            { series: shown({}, {}, { [READ_ONLY]: 1 }) },
        ],
    },
];
