import * as assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { prometheusConfigOf } from "../components/observability/metrics/stacks";
import { type RunningProgram, startProgram } from "../components/observability/metrics/program";
import { goProgram } from "./install/go-programs";
import { freePort } from "./nginx/network";

/** Allows for the build of a first run. */
const BUILD_MS = 20 * 60_000;

const WAIT_MS = 30_000;

/** One that is there whatever happens, as the dead man's switch, and one about a target. */
const RULES = {
    groups: [
        {
            name: "essai",
            rules: [
                { alert: "Always", expr: "vector(1)", labels: { severity: "none" } },
                { alert: "Down", expr: "up == 0", labels: { severity: "critical" } },
            ],
        },
    ],
};

/** Both servers of dev as the program makes them, before an Alertmanager that writes down what each sends. */
describe("both servers of Prometheus, of one and the same fault,", () => {
    let folder: string;
    let alertmanager: Server;
    const programs: RunningProgram[] = [];

    /** Labels of the alerts that each server has sent, by the place that it sent them to. */
    const sent = new Map<string, Set<string>>();

    async function startReplica(name: string, target: string): Promise<string> {
        const own = join(folder, name);
        await mkdir(own);
        await writeFile(join(own, "rules.json"), JSON.stringify(RULES));
        const { global, alerting } = await prometheusConfigOf("dev");
        const { port: receiver } = alertmanager.address() as AddressInfo;
        const config = {
            global: { ...global, scrape_interval: "1s", scrape_timeout: "1s", evaluation_interval: "1s" },
            rule_files: [join(own, "rules.json")],
            alerting: {
                ...alerting,
                alertmanagers: [
                    {
                        static_configs: [{ targets: [`127.0.0.1:${receiver.toString()}`] }],
                        path_prefix: `/${name}`,
                    },
                ],
            },
            scrape_configs: [{ job_name: "target", static_configs: [{ targets: [target] }] }],
        };
        await writeFile(join(own, "prometheus.yml"), JSON.stringify(config));
        const at = `127.0.0.1:${(await freePort()).toString()}`;
        programs.push(
            await startProgram("prometheus", {
                args: [
                    `--config.file=${join(own, "prometheus.yml")}`,
                    `--storage.tsdb.path=${join(own, "data")}`,
                    `--web.listen-address=${at}`,
                ],
                ready: `http://${at}/-/ready`,
                env: { POD_NAME: name },
            }),
        );
        return `http://${at}`;
    }

    let servers: readonly string[];

    before(async function () {
        this.timeout(BUILD_MS);
        await goProgram("prometheus", console.log);
        folder = await mkdtemp(join(tmpdir(), "prometheus-replicas-"));
        alertmanager = createServer((request, response) => {
            const [, name = ""] = (request.url ?? "").split("/");
            let body = "";
            request.on("data", (part: Buffer) => (body += part.toString()));
            request.on("end", () => {
                const labels = sent.get(name) ?? new Set();
                sent.set(name, labels);
                for (const alert of JSON.parse(body) as { labels: Record<string, string> }[]) {
                    labels.add(JSON.stringify(alert.labels, Object.keys(alert.labels).sort()));
                }
                response.end();
            });
        }).listen(0, "127.0.0.1");
        await once(alertmanager, "listening");
        const nobody = `127.0.0.1:${(await freePort()).toString()}`;
        servers = [await startReplica("prometheus-0", nobody), await startReplica("prometheus-1", nobody)];
    });
    after(async () => {
        await Promise.all(programs.map((program) => program.stop()));
        alertmanager.close();
        await rm(folder, { recursive: true, force: true });
    });

    it("send alerts with the same labels, so that they are one", async function () {
        this.timeout(2 * WAIT_MS);
        const all = () => [...sent.values()].map((labels) => [...labels].sort());
        const limit = performance.now() + WAIT_MS;
        while ((sent.size < 2 || all().some((labels) => labels.length < 2)) && performance.now() < limit) {
            await sleep(100);
        }
        assert.deepEqual([...sent.keys()].sort(), ["prometheus-0", "prometheus-1"]);
        const [first, second] = all();
        assert.equal(first?.length, 2);
        assert.deepEqual(first, second);
        assert.ok(first.every((labels) => labels.includes('"cluster":"aks-')));
    });

    it("know which of the two they are", async () => {
        const names = await Promise.all(
            servers.map(async (server) => {
                const { data } = (await (await fetch(`${server}/api/v1/status/config`)).json()) as {
                    readonly data: { readonly yaml: string };
                };
                return /replica: (\S+)/.exec(data.yaml)?.[1];
            }),
        );
        assert.deepEqual(names, ["prometheus-0", "prometheus-1"]);
    });
});
