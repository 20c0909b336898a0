import type { ContainerArgs } from "../kubernetes/pod";
import type { Engine } from "./accounts";

/**
 * What is asked of a server: its counters and its settings, and of MariaDB how it follows the other replica, which Azure
 * sees to in its own. Never the text of a statement.
 */
const COLLECTORS: Readonly<Record<Engine, readonly string[]>> = {
    mariadb: ["global_status", "global_variables", "slave_status"],
    mysql: ["global_status", "global_variables"],
};

/** What the exporter asks by itself. */
const DEFAULTS = [
    "global_status",
    "global_variables",
    "info_schema.innodb_cmp",
    "info_schema.innodb_cmpmem",
    "info_schema.query_response_time",
    "slave_status",
];

/** @param config path of its my.cnf. */
export const exporterOptions = (engine: Engine, config: string): readonly string[] => [
    `--config.my-cnf=${config}`,
    ...COLLECTORS[engine].map((name) => `--collect.${name}`),
    ...DEFAULTS.filter((name) => !COLLECTORS[engine].includes(name)).map((name) => `--no-collect.${name}`),
];

/** Tells a server's metrics. */
export function exporterContainer(engine: Engine, image: string, config: string): ContainerArgs {
    const probe = { httpGet: { path: "/", port: "metrics" } };
    return {
        image,
        args: exporterOptions(engine, config),
        compute: { cpu: "50m", memory: "64Mi" },
        ports: { metrics: 9104 },
        readiness: probe,
        liveness: probe,
    };
}
