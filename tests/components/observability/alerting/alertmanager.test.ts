import * as assert from "node:assert/strict";

import { INHIBITIONS } from "../../../../components/observability/alerting/inhibitions";
import {
    alertmanagerFiles,
    GOSSIP_SECRETS,
    ISSUED_ALERTMANAGER_SECRETS,
    SECRETS,
} from "../../../../components/observability/alerting/secrets";
import { TEAMS } from "../../../../components/observability/rules/rule";
import { ALERTMANAGER, ARGS, FILES } from "../../../programs/alertmanager/rendered";
import { CASES } from "../rules/cases";
import { subjects } from "../rules/harness";

interface Route {
    readonly receiver: string;
    readonly matchers: readonly string[];
    readonly group_by?: readonly string[];
    readonly active_time_intervals?: readonly string[];
    readonly mute_time_intervals?: readonly string[];
    readonly repeat_interval?: string;
    readonly group_interval?: string;
}

interface Config {
    readonly route: Route & { readonly routes: readonly Route[] };
    readonly receivers: readonly {
        readonly name: string;
        readonly pagerduty_configs?: readonly object[];
        readonly slack_configs?: readonly { readonly send_resolved: boolean; readonly channel: string }[];
    }[];
    readonly time_intervals: readonly { readonly time_intervals: readonly object[] }[];
}

const config = JSON.parse(FILES["alertmanager.yml"] ?? "") as Config;

const ALERTS = new Map(subjects().map(({ rule }) => [rule.alert, rule]));

/** Labels that an alert has wherever a case of it fires. */
function labelsOf(alert: string): readonly string[] {
    const rule = ALERTS.get(alert);
    assert.ok(rule, `expected an alert ${alert}, got none`);
    const fired = CASES.find((one) => one.alert === alert)?.fires.flatMap(({ labels }) => labels) ?? [];
    return ["cluster", ...Object.keys(rule.labels ?? {}), ...fired.flatMap((labels) => Object.keys(labels))];
}

describe("Alertmanager", () => {
    it("runs three times, each with a disk that keeps its silences", () => {
        assert.equal(ALERTMANAGER.replicas, 3);
        assert.equal(ALERTMANAGER.storage?.sizeGiB, 1);
        assert.ok(ARGS.includes("--storage.path=/alertmanager"));
        assert.equal(ALERTMANAGER.containers.alertmanager?.mounts?.["/alertmanager"], "data");
    });

    it("reaches its replicas, Slack, PagerDuty in Europe and the service that expects the beat, and nothing else", () => {
        assert.deepEqual(
            ALERTMANAGER.connectsTo?.map(({ to }) => to),
            [
                { namespace: "observability", workload: "alertmanager", port: 9094 },
                { host: "slack.com", port: 443 },
                { host: "events.eu.pagerduty.com", port: 443 },
                { host: "battement.example.org", port: 443 },
            ],
        );
    });

    it("knows its replicas by their names, and takes no connection without a certificate of theirs", () => {
        assert.deepEqual(
            ARGS.filter((arg) => arg.startsWith("--cluster.peer=")),
            [0, 1, 2].map(
                (ordinal) =>
                    `--cluster.peer=alertmanager-${ordinal.toString()}.alertmanager.observability.svc.cluster.local:9094`,
            ),
        );
        const file = (part: keyof typeof GOSSIP_SECRETS) => `${SECRETS}/${GOSSIP_SECRETS[part]}`;
        const own = { cert_file: file("certificate"), key_file: file("key"), min_version: "TLS13" };
        assert.deepEqual(JSON.parse(FILES["gossip.yml"] ?? ""), {
            tls_server_config: {
                ...own,
                client_ca_file: file("authority"),
                client_auth_type: "RequireAndVerifyClientCert",
            },
            tls_client_config: {
                ...own,
                ca_file: file("authority"),
                server_name: "alertmanager.observability.svc.cluster.local",
            },
        });
    });

    it("reads each secret from a file of the vault, and has none in its configuration", () => {
        const text = Object.values(FILES).join("");
        const read = [...text.matchAll(/\/run\/secrets\/vault\/([\w-]+)/g)].map(([, name]) => name);
        assert.deepEqual([...new Set(read)].sort(), Object.keys(alertmanagerFiles()).sort());
        assert.doesNotMatch(text, /"(api_url|app_token|routing_key|service_key|url|credentials|password)":/);
        assert.deepEqual(ISSUED_ALERTMANAGER_SECRETS, {
            slackToken: "alertmanager-slack-token",
            heartbeatUrl: "alertmanager-heartbeat-url",
            pagerDutyKeys: Object.fromEntries(TEAMS.map((team) => [team, `alertmanager-pagerduty-${team}`])),
        });
    });

    it("mutes no way by which somebody is called, lest its end be lost", () => {
        const calling = config.receivers
            .filter(({ pagerduty_configs }) => pagerduty_configs !== undefined)
            .map(({ name }) => name);
        assert.deepEqual(
            calling,
            TEAMS.map((team) => `${team}-astreinte`),
        );
        for (const route of config.route.routes.filter(({ receiver }) => calling.includes(receiver))) {
            assert.equal(route.active_time_intervals, undefined);
            assert.equal(route.mute_time_intervals, undefined);
        }
    });

    it("writes warnings in business hours alone, those of Paris", () => {
        const muted = config.route.routes.filter(({ active_time_intervals }) => active_time_intervals);
        assert.deepEqual(
            muted.map(({ receiver, matchers }) => [receiver, matchers[0]]),
            TEAMS.map((team) => [`${team}-messages`, 'severity="warning"']),
        );
        const location = "Europe/Paris";
        assert.deepEqual(config.time_intervals[0]?.time_intervals, [
            {
                weekdays: ["monday:friday"],
                times: [{ start_time: "08:00", end_time: "19:00" }],
                location,
            },
            { weekdays: ["saturday"], times: [{ start_time: "09:00", end_time: "18:00" }], location },
        ]);
    });

    it("groups by alert, cluster and namespace, and the beat not at all", () => {
        assert.deepEqual(config.route.group_by, ["alertname", "cluster", "namespace"]);
        const grouped = config.route.routes.filter(({ group_by }) => group_by !== undefined);
        assert.deepEqual(
            grouped.map(({ receiver, group_by, repeat_interval, group_interval }) => ({
                receiver,
                group_by,
                repeat_interval,
                group_interval,
            })),
            [
                {
                    receiver: "signal-de-vie",
                    group_by: ["..."],
                    repeat_interval: "3m",
                    group_interval: "1m",
                },
            ],
        );
    });

    it("tells each team's channel of the end as well", () => {
        const told = config.receivers.flatMap(({ slack_configs = [] }) => slack_configs);
        assert.deepEqual(
            told.map(({ channel }) => channel),
            TEAMS.flatMap((team) => [`#alertes-${team}`, `#alertes-${team}`]),
        );
        assert.ok(told.every(({ send_resolved }) => send_resolved));
    });

    for (const { name, by, of, equal } of INHIBITIONS) {
        it(`keeps back alerts that exist, by labels that they have: ${name}`, () => {
            const named = [...by, ...of].flatMap((matcher) =>
                (/^alertname=~"(.*)"$/.exec(matcher)?.[1] ?? "").split("|").filter((alert) => alert !== ""),
            );
            const chosen =
                named.length > 0
                    ? named
                    : [...ALERTS.values()].filter(({ labels }) => labels?.slo).map(({ alert }) => alert);
            assert.notEqual(chosen.length, 0);
            for (const alert of chosen) {
                const labels = labelsOf(alert);
                assert.deepEqual(
                    equal.filter((label) => !labels.includes(label)),
                    [],
                    alert,
                );
            }
        });
    }
});
