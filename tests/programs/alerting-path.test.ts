import * as assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { ISSUED_ALERTMANAGER_SECRETS } from "../../components/observability/alerting/secrets";
import { blackboxConfig } from "../../components/observability/metrics/blackbox-config";
import { prometheus } from "../../components/observability/metrics/prometheus";
import { rulesFiles } from "../../components/observability/rules/render";
import { names, prometheusArgs } from "../components/observability/metrics/arguments";
import { type RunningProgram, startProgram } from "../components/observability/metrics/program";
import { SETTINGS } from "../components/observability/rules/harness";
import { certify } from "./alertmanager/certified";
import { startFakeOpenmrs } from "./alertmanager/fake-openmrs";
import { type Addresses, prometheusOnLoopback } from "./alertmanager/loopback";
import { type Message, startReceiver } from "./alertmanager/receiver";
import { freePorts, Replica } from "./alertmanager/replica";
import { FACTOR, faster, sped } from "./alertmanager/sped-up";
import { goProgram } from "./install/go-programs";
import { Issuer } from "./issued";
import { freePort } from "./nginx/network";

/** Allows for the downloads of a first build. */
const BUILD_MS = 15 * 60_000;

/** What the platform promises: scrape, evaluation, `for` of OpenmrsDown, and the wait of its group. */
const PROMISED_S = 30 + 30 + 10 * 60 + 30;

/** Thrice that, at the pace of the test; and what a busy machine adds. */
const WAIT_MS = (3 * PROMISED_S * 1000) / FACTOR + 60_000;

const TITLE = "OpenMRS ne répond plus";

interface Slack {
    readonly channel: string;
    readonly attachments: readonly {
        readonly title: string;
        readonly text: string;
        readonly color: string;
    }[];
}

interface PagerDuty {
    readonly routing_key: string;
    readonly event_action: string;
    readonly dedup_key: string;
    readonly payload: { readonly summary: string; readonly severity: string };
}

/** Two servers of Prometheus, an Alertmanager, a blackbox exporter and what they watch; each test goes on from the last. */
describe("the way of an alert, from a fault of OpenMRS to people", function () {
    this.timeout(2 * WAIT_MS);

    let folder: string;
    let openmrs: Awaited<ReturnType<typeof startFakeOpenmrs>>;
    let outside: Awaited<ReturnType<typeof startReceiver>>;
    let alertmanager: Replica;
    const programs: RunningProgram[] = [];

    const ofSlack = () =>
        outside.messages
            .filter(({ path }) => path === "/slack")
            .map((message) => ({ message, body: message.body as Slack }))
            .filter(({ body }) => body.attachments[0]?.title.includes(TITLE));
    const ofPagerDuty = (title = TITLE) =>
        outside.messages
            .filter(({ path }) => path === "/pagerduty")
            .map(({ body }) => body as PagerDuty)
            .filter(({ payload }) => payload.summary.includes(title));

    async function until(what: string, holds: () => boolean): Promise<void> {
        const limit = performance.now() + WAIT_MS;
        while (!holds()) {
            assert.ok(performance.now() < limit, `expected ${what}, got ${JSON.stringify(outside.messages)}`);
            await sleep(50);
        }
    }

    async function startAlertmanager(): Promise<number> {
        const own = join(folder, "alertmanager");
        const ports = await freePorts();
        await certify(new Issuer(), own);
        const { slackToken, heartbeatUrl, pagerDutyKeys } = ISSUED_ALERTMANAGER_SECRETS;
        await writeFile(join(own, "secrets", slackToken), "jeton-slack\n");
        await writeFile(join(own, "secrets", heartbeatUrl), `${outside.url}/heartbeat\n`);
        for (const [team, secret] of Object.entries(pagerDutyKeys)) {
            await writeFile(join(own, "secrets", secret), `cle-${team}\n`);
        }
        alertmanager = new Replica(own, ports, [ports], {
            // Besides the places of files: where Slack and PagerDuty are, and the waits of the routes.
            config: (text) =>
                sped(text, ["group_wait", "group_interval", "repeat_interval"])
                    .replace("https://slack.com/api/chat.postMessage", `${outside.url}/slack`)
                    .replace("https://events.eu.pagerduty.com/v2/enqueue", `${outside.url}/pagerduty`),
            args: (args) =>
                args.map((arg) =>
                    arg.replace(/^(--dispatch\.start-delay=)(.*)$/, (_, name: string, span: string) =>
                        [name, faster(span)].join(""),
                    ),
                ),
        });
        await alertmanager.start();
        return ports.http;
    }

    async function startBlackbox(): Promise<number> {
        const file = join(folder, "blackbox.yml");
        await writeFile(file, blackboxConfig(names));
        const port = await freePort();
        const address = `127.0.0.1:${port.toString()}`;
        programs.push(
            await startProgram("blackbox_exporter", {
                args: [`--config.file=${file}`, `--web.listen-address=${address}`],
                ready: `http://${address}/-/healthy`,
            }),
        );
        return port;
    }

    async function startPrometheus(ordinal: number, address: string, at: Addresses): Promise<void> {
        const own = join(folder, `prometheus-${ordinal.toString()}`);
        const workload = prometheus({
            ...prometheusArgs,
            targets: {
                ...prometheusArgs.targets,
                "span-metrics": { namespace: "observability", workload: "trace-collector", port: 8889 },
            },
            rules: rulesFiles(SETTINGS.inCluster),
        });
        const { config, rules } = workload.volumes ?? {};
        assert.ok(config?.kind === "files" && rules?.kind === "files");
        await mkdir(join(own, "rules"), { recursive: true });
        for (const [name, text] of Object.entries(rules.files)) {
            // Only how long an alert's expression must hold: the spans that expressions look back stay.
            await writeFile(join(own, "rules", name), sped(text, ["for", "keep_firing_for"]));
        }
        const file = join(own, "prometheus.yml");
        await writeFile(file, prometheusOnLoopback(config.files["prometheus.yml"] ?? "", own, at));
        const args = (workload.containers.prometheus?.args ?? []).map((arg) =>
            arg
                .replace("=/etc/prometheus/prometheus.yml", `=${file}`)
                .replace("=/prometheus", `=${own}/data`),
        );
        programs.push(
            await startProgram("prometheus", {
                args: [...args, `--web.listen-address=${address}`],
                ready: `http://${address}/-/ready`,
                env: { POD_NAME: `prometheus-${ordinal.toString()}` },
            }),
        );
    }

    before(async function () {
        this.timeout(BUILD_MS);
        for (const name of ["alertmanager", "prometheus", "blackbox_exporter"] as const) {
            await goProgram(name, console.log);
        }
        folder = await mkdtemp(join(tmpdir(), "alerting-"));
        openmrs = await startFakeOpenmrs();
        outside = await startReceiver();
        const port = (number: number) => `127.0.0.1:${number.toString()}`;
        const servers = [port(await freePort()), port(await freePort())];
        const at = new Map([
            ["openmrs-backend.openmrs.svc.cluster.local:8080", [openmrs.address]],
            ["trace-collector.observability.svc.cluster.local:8889", [openmrs.address]],
            // It stands for the exporter of a database that answers, too: that of one that does not explains these errors.
            ["mariadb.database.svc.cluster.local:9104", [openmrs.address]],
            ["alertmanager.observability.svc.cluster.local:9093", [port(await startAlertmanager())]],
            ["blackbox-exporter.observability.svc.cluster.local:9115", [port(await startBlackbox())]],
            ["prometheus.observability.svc.cluster.local:9090", servers],
        ]);
        await Promise.all(servers.map((server, ordinal) => startPrometheus(ordinal, server, at)));
    });
    after(async () => {
        await Promise.all([...programs, alertmanager].map((program) => program.stop()));
        await Promise.all([openmrs, outside].map((server) => server.close()));
        await rm(folder, { recursive: true, force: true });
    });

    it("says nothing of an OpenMRS that answers", async () => {
        // Long enough for an alert of a fault to have come.
        await sleep((PROMISED_S * 1000) / FACTOR + 2000);
        assert.deepEqual(ofSlack(), []);
        assert.deepEqual(ofPagerDuty(), []);
    });

    it("ends in one message in French and one call, though two servers saw the fault", async () => {
        openmrs.failing = true;
        await until("a message and a call", () => ofSlack().length > 0 && ofPagerDuty().length > 0);
        // A second one would come with the next look at the group.
        await sleep(3000);
        const [first] = ofSlack();
        assert.equal(ofSlack().length, 1);
        assert.equal(first?.message.headers.authorization, "Bearer jeton-slack");
        assert.equal(first.body.channel, "#alertes-applicatif");
        const [attachment] = first.body.attachments;
        assert.equal(attachment?.title, "[CRITIQUE] OpenMRS ne répond plus");
        assert.equal(attachment.color, "danger");
        assert.match(
            attachment.text,
            /^OpenMRS ne répond plus\nLa page de vie du serveur \(.*\/openmrs\/health\/alive\) ne répond pas depuis dix minutes\.\nDepuis le \d\d\/\d\d\/\d{4} à \d\d:\d\d\nConduite à tenir\u00a0: https:\/\/documentation\.example\.fr\/alertes\/openmrs\/#openmrsdown\n/,
        );
        assert.deepEqual(
            ofPagerDuty().map(({ routing_key, event_action, payload }) => ({
                routing_key,
                event_action,
                summary: payload.summary,
                severity: payload.severity,
            })),
            [
                {
                    routing_key: "cle-applicatif",
                    event_action: "trigger",
                    summary: "[CRITIQUE] OpenMRS ne répond plus",
                    severity: "critical",
                },
            ],
        );
    });

    it("ends in a call for the promise that its errors break, too: they are counted under their real name", async () => {
        const promise = "Objectif « disponibilité de l’API »";
        await until("a call", () => ofPagerDuty(promise).length > 0);
        assert.match(ofPagerDuty(promise)[0]?.payload.summary ?? "", /^\[CRITIQUE\] /);
    });

    it("ends the call and says so once OpenMRS answers again", async () => {
        openmrs.failing = false;
        const over = ({ event_action }: PagerDuty) => event_action === "resolve";
        const titles = () => ofSlack().map(({ body }) => body.attachments[0]?.title);
        await until(
            "the end of both",
            () => ofPagerDuty().some(over) && titles().includes("[RÉSOLU] OpenMRS ne répond plus"),
        );
        const keys = new Set(ofPagerDuty().map(({ dedup_key }) => dedup_key));
        assert.equal(keys.size, 1, "expected the end of the call that was begun");
    });

    it("has told the outside all the while that alerts get out", async () => {
        const beats = () =>
            outside.messages
                .filter(({ path }) => path === "/heartbeat")
                .map(({ body }: Message) => body as { readonly alerts: readonly { labels: object }[] });
        const [first] = beats();
        assert.ok(first, "expected a beat, got none");
        assert.deepEqual(
            first.alerts.map(({ labels }) => labels),
            [
                {
                    alertname: "Watchdog",
                    cluster: "aks-aplus-core-dev-frc",
                    severity: "none",
                    team: "plateforme",
                },
            ],
        );
        const before = beats().length;
        await until("another beat", () => beats().length > before);
    });
});
