import { writeFile } from "node:fs/promises";
import { exporterOptions } from "../../components/database/exporter";
import { SOCKET } from "../../components/database/places";
import { EXPORTER_CONFIG } from "../../components/database/server-config";
import { metricsOf } from "../components/observability/metrics/program";
import type { Pod } from "./mariadb-pod";
import { freePort } from "./nginx/network";

/** What the exporter beside a server tells, with the platform's own options and my.cnf; the socket alone lies elsewhere. */
export async function exporterBeside(pod: Pod): Promise<string> {
    const config = pod.file("exporter.cnf");
    await writeFile(config, EXPORTER_CONFIG.replace(SOCKET, pod.file("disk/mariadb.sock")));
    const port = await freePort();
    return metricsOf("mysqld_exporter", port, [
        ...exporterOptions("mariadb", config),
        `--web.listen-address=127.0.0.1:${port.toString()}`,
    ]);
}

/** Value of each metric of an answer whose name matches, by its name; labels are left out. */
export const valuesIn = (text: string, name: RegExp): Readonly<Record<string, number>> =>
    Object.fromEntries(
        [...text.matchAll(/^(\w+)(?:\{.*\})? (\S+)$/gm)].flatMap(([, metric = "", value]) =>
            name.test(metric) ? [[metric, Number(value)] as const] : [],
        ),
    );
