import type { Series } from "../../promtool";
import { type AlertCase, always, changing, kubelet, program } from "../case";
import { FIRST, mariadb, other } from "./targets";

const DISK = { job: "kubelet", namespace: "database", persistentvolumeclaim: "data-mariadb-0" };
const LABELS = { namespace: DISK.namespace, persistentvolumeclaim: DISK.persistentvolumeclaim };

const disk = (available: string, capacity: number, labels = DISK): Series => ({
    ...kubelet("kubelet_volume_stats_available_bytes", labels, available),
    ...kubelet("kubelet_volume_stats_capacity_bytes", labels, always(capacity)),
});

/** Disks of others. */
const besides = (available: string): Series =>
    Object.assign(
        {},
        ...Object.keys(DISK).map((name) => disk(available, 1000, { ...DISK, [name]: "autre" })),
    ) as Series;

const DEADLOCKS = "mysql_global_status_innodb_deadlocks";
const DENIED = "database_access_denied_total";
const AUDITED = { namespace: "database", workload: "mariadb" };
const denied = (values: string, job = "log-metrics") => program(job, 8889)(DENIED, AUDITED, values);

export const inClusterCases: readonly AlertCase[] = [
    {
        alert: "MariadbDiskLow",
        fires: [{ series: disk(always(145), 1000), labels: LABELS }],
        silent: [{ series: { ...disk(always(155), 1000), ...besides(always(50)) } }],
    },
    {
        alert: "MariadbDiskFillingUp",
        // Two days are 2880 minutes, in which 28.8 are gone.
        fires: [{ series: disk(changing(28.8, -0.01), 75), from: "1m", labels: LABELS }],
        silent: [
            // A little more.
            { series: { ...disk(changing(29.75, -0.01), 75), ...besides(changing(395, -1)) } },
            // As little, but of a smaller disk.
            { series: disk(changing(28.8, -0.01), 65) },
        ],
    },
    {
        alert: "MariadbDeadlocks",
        fires: [
            {
                series: mariadb(FIRST)(DEADLOCKS, {}, changing(100, 3.2)),
                from: "14m",
                labels: { instance: FIRST },
            },
        ],
        silent: [
            {
                series: {
                    ...mariadb(FIRST)(DEADLOCKS, {}, changing(100, 2.8)),
                    ...other(DEADLOCKS, {}, changing(0, 9)),
                },
            },
        ],
    },
    {
        alert: "DatabaseAccessDenied",
        fires: [
            { series: denied("90x20 90+0.52x100"), from: "30m", labels: AUDITED },
            // The first that the counter says, at once.
            { series: denied("_x20 6x100"), from: "20m", labels: AUDITED },
        ],
        silent: [
            { series: { ...denied("90x20 90+0.48x100"), ...denied("0+9x100", "autre") } },
            { series: denied("_x20 5x100"), at: "25m" },
        ],
    },
];
