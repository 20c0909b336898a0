import { type Severity, type Team, TEAMS } from "../rules/rule";
import { INHIBITIONS } from "./inhibitions";
import { ISSUED_ALERTMANAGER_SECRETS, SECRETS } from "./secrets";

/** Where messages go, besides the host of the beat: PagerDuty's service in the European Union. */
export const HOSTS = { slack: "slack.com", pagerDuty: "events.eu.pagerduty.com" } as const;

/** Name of the file of the messages' texts. */
export const TEMPLATES = "messages.tmpl";

const { slackToken, heartbeatUrl, pagerDutyKeys } = ISSUED_ALERTMANAGER_SECRETS;

const NOBODY = "personne";
const HEARTBEAT = "signal-de-vie";
const messagesTo = (team: Team) => `${team}-messages`;
const callTo = (team: Team) => `${team}-astreinte`;

/** Where an alert goes whose team nobody knows. */
const FALLBACK: Team = "plateforme";

const BUSINESS_HOURS = "heures-ouvrees";
const location = "Europe/Paris";

const text = (name: string) => `{{ template "${name}" . }}`;

/** What opens when one touches a message: what to do about its first alert. */
const runbook = "{{ (index .Alerts 0).Annotations.runbook_url }}";

const slack = (team: Team) => ({
    channel: `#alertes-${team}`,
    send_resolved: true,
    title: text("message.titre"),
    title_link: runbook,
    text: text("message.texte"),
    fallback: text("message.titre"),
    color: text("message.couleur"),
    footer: "{{ .CommonLabels.cluster }}",
});

/** Its four default details would list every label: ours stand in their places. */
const pagerDuty = (team: Team, grafanaHost: string) => ({
    routing_key_file: `${SECRETS}/${pagerDutyKeys[team]}`,
    send_resolved: true,
    severity: "critical",
    description: text("message.titre"),
    client: "Grafana",
    client_url: `https://${grafanaHost}/d/overview`,
    class: "{{ .CommonLabels.alertname }}",
    component: "{{ .CommonLabels.namespace }}",
    group: "{{ .CommonLabels.cluster }}",
    details: {
        firing: text("message.en-cours"),
        resolved: text("message.resolues"),
        num_firing: "{{ len .Alerts.Firing }}",
        num_resolved: "{{ len .Alerts.Resolved }}",
    },
    links: [{ href: runbook, text: "Conduite à tenir" }],
});

const of = (severity: Severity) => `severity="${severity}"`;

/** How those are told who are called: soon, and soon again. No hour of the day stops it, nor the news that all is well. */
const CALLING = { group_wait: "30s", group_interval: "2m", repeat_interval: "4h" };

const routes = [
    {
        // Alone and at once, so that nothing delays it; every 3 minutes, and a flush more at most.
        matchers: ['alertname="Watchdog"'],
        receiver: HEARTBEAT,
        group_by: ["..."],
        group_wait: "0s",
        group_interval: "1m",
        repeat_interval: "3m",
    },
    { matchers: [of("info")], receiver: NOBODY },
    ...TEAMS.flatMap((team) => [
        { matchers: [of("critical"), `team="${team}"`], receiver: callTo(team), ...CALLING },
        {
            matchers: [of("warning"), `team="${team}"`],
            receiver: messagesTo(team),
            active_time_intervals: [BUSINESS_HOURS],
        },
    ]),
    { matchers: [of("critical")], receiver: callTo(FALLBACK), ...CALLING },
];

const receivers = (grafanaHost: string) => [
    { name: NOBODY },
    {
        name: HEARTBEAT,
        webhook_configs: [{ url_file: `${SECRETS}/${heartbeatUrl}`, send_resolved: false }],
    },
    ...TEAMS.flatMap((team) => [
        { name: messagesTo(team), slack_configs: [slack(team)] },
        {
            name: callTo(team),
            pagerduty_configs: [pagerDuty(team, grafanaHost)],
            slack_configs: [slack(team)],
        },
    ]),
];

/** alertmanager.yml, as JSON: YAML includes it, and nothing needs escaping. */
export function alertmanagerConfig(grafanaHost: string): string {
    const config = {
        global: {
            slack_app_url: `https://${HOSTS.slack}/api/chat.postMessage`,
            slack_app_token_file: `${SECRETS}/${slackToken}`,
            pagerduty_url: `https://${HOSTS.pagerDuty}/v2/enqueue`,
        },
        templates: [`/etc/alertmanager/${TEMPLATES}`],
        route: {
            // What no route below takes has a severity or a team that nobody foresaw: somebody must see it.
            receiver: messagesTo(FALLBACK),
            group_by: ["alertname", "cluster", "namespace"],
            group_wait: "30s",
            group_interval: "5m",
            repeat_interval: "12h",
            routes,
        },
        inhibit_rules: INHIBITIONS.map(({ name, by, of: target, equal }) => ({
            name,
            source_matchers: by,
            target_matchers: target,
            equal: ["cluster", ...equal],
        })),
        time_intervals: [
            {
                name: BUSINESS_HOURS,
                time_intervals: [
                    {
                        weekdays: ["monday:friday"],
                        times: [{ start_time: "08:00", end_time: "19:00" }],
                        location,
                    },
                    {
                        weekdays: ["saturday"],
                        times: [{ start_time: "09:00", end_time: "18:00" }],
                        location,
                    },
                ],
            },
        ],
        receivers: receivers(grafanaHost),
    };
    return `${JSON.stringify(config, null, 2)}\n`;
}
