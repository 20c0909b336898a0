import { target } from "../case";

export const FIRST = "10.0.3.4:9104";
export const SECOND = "10.0.3.5:9104";

/** Series of the exporter beside a server of the cluster. */
export const mariadb = (instance: string) =>
    target({ job: "mariadb", instance, namespace: "database", workload: "mariadb" });

/** Series of the exporter before the managed server. */
export const mysql = target({
    job: "mysql",
    instance: "10.0.3.9:9104",
    namespace: "database",
    workload: "mysqld-exporter",
});

/** Series of what is no database. */
export const other = target({ job: "autre", instance: FIRST });

/** What tells the servers of either database. */
export const ON_FIRST = { job: "mariadb", instance: FIRST };
export const ON_MANAGED = { job: "mysql", instance: "10.0.3.9:9104" };
