import { ruleGroups } from ".";
import type { AlertRule, RecordingRule, RuleGroup } from "./rule";
import type { RuleSettings } from "./rule-settings";

/** Files of rules for Prometheus, by name: JSON, which YAML includes, one a group. */
export function rulesFiles(settings: RuleSettings): Readonly<Record<string, string>> {
    return Object.fromEntries(
        ruleGroups(settings).map((group) => [`${group.name}.json`, rulesFile(group, settings)]),
    );
}

/** A group as a file of rules. Its series are recorded before its alerts, which may rest on them. */
export function rulesFile(
    group: RuleGroup,
    { documentationUrl }: Pick<RuleSettings, "documentationUrl">,
): string {
    const { name, recordings = [], alerts = [] } = group;
    const rules = [
        ...recordings.map(recording),
        ...alerts.map((rule) => alert(rule, `${documentationUrl}${runbookPath(group, rule)}`)),
    ];
    return `${JSON.stringify({ groups: [{ name, rules }] }, null, 2)}\n`;
}

/** Where the published documentation has what to do about an alert. */
export const runbookPath = ({ name }: RuleGroup, { alert }: AlertRule): string =>
    `/alertes/${name}/#${alert.toLowerCase()}`;

const recording = ({ record, expr, labels }: RecordingRule) => ({
    record,
    expr,
    ...(labels && { labels }),
});

const alert = (rule: AlertRule, runbookUrl: string) => ({
    alert: rule.alert,
    expr: rule.expr,
    ...(rule.for && { for: rule.for }),
    ...(rule.keepFiringFor && { keep_firing_for: rule.keepFiringFor }),
    labels: { severity: rule.severity, team: rule.team, ...rule.labels },
    annotations: { summary: rule.summary, description: rule.description, runbook_url: runbookUrl },
});
