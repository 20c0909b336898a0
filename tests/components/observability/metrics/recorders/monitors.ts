import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../../../programs/nginx/network";
import { startProgram, textAt } from "../program";
import { inFolder } from "./exporters";

export interface MonitorMetrics {
    readonly prometheus: string;
    readonly alertmanager: string;
}

/** Several scrapes and evaluations, and the alert that they lead to. */
const WATCHING_MS = 8_000;

/** A Prometheus that watches itself with a rule that always fires, and an Alertmanager that can tell nobody. */
export const monitors = (): Promise<MonitorMetrics> =>
    inFolder(async (folder) => {
        const [port, alerts, gossip] = await Promise.all([freePort(), freePort(), freePort()]);
        const [at, alertsAt] = [port, alerts].map((each) => `127.0.0.1:${each.toString()}`);
        const file = async (name: string, content: object) => {
            await writeFile(join(folder, name), JSON.stringify(content));
            return join(folder, name);
        };
        const rules = await file("rules.json", {
            groups: [
                {
                    name: "sample",
                    rules: [
                        { record: "sample:up:sum", expr: "sum(up)" },
                        { alert: "Sample", expr: "vector(1)" },
                    ],
                },
            ],
        });
        const config = await file("prometheus.yml", {
            global: { scrape_interval: "1s", scrape_timeout: "1s", evaluation_interval: "1s" },
            rule_files: [rules],
            alerting: { alertmanagers: [{ static_configs: [{ targets: [alertsAt] }] }] },
            scrape_configs: [
                { job_name: "static", static_configs: [{ targets: [at] }] },
                { job_name: "dns", dns_sd_configs: [{ names: ["localhost"], type: "A", port }] },
            ],
        });
        const routes = await file("alertmanager.yml", {
            route: { receiver: "nobody", group_wait: "1s" },
            receivers: [{ name: "nobody", webhook_configs: [{ url: "http://127.0.0.1:1/" }] }],
        });
        const alertmanager = await startProgram("alertmanager", {
            args: [
                `--config.file=${routes}`,
                `--storage.path=${join(folder, "alertmanager")}`,
                `--web.listen-address=${alertsAt ?? ""}`,
                `--cluster.listen-address=127.0.0.1:${gossip.toString()}`,
            ],
            ready: `http://${alertsAt ?? ""}/-/ready`,
        });
        const prometheus = await startProgram("prometheus", {
            args: [
                `--config.file=${config}`,
                `--storage.tsdb.path=${join(folder, "prometheus")}`,
                `--web.listen-address=${at ?? ""}`,
            ],
            ready: `http://${at ?? ""}/-/ready`,
        });
        try {
            await sleep(WATCHING_MS);
            await fetch(`http://${at ?? ""}/api/v1/query?query=up`);
            return {
                prometheus: await textAt(`http://${at ?? ""}/metrics`),
                alertmanager: await textAt(`http://${alertsAt ?? ""}/metrics`),
            };
        } finally {
            await prometheus.stop();
            await alertmanager.stop();
        }
    });
