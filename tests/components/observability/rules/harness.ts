import { ruleGroups } from "../../../../components/observability/rules";
import { rulesFile } from "../../../../components/observability/rules/render";
import type { AlertRule, RecordingRule, RuleGroup } from "../../../../components/observability/rules/rule";
import type { RuleSettings } from "../../../../components/observability/rules/rule-settings";
import type { AlertCase, Firing, Labels, Silence } from "./cases/case";
import {
    type FiredAlert,
    type Outcome,
    secondsOf,
    type Series,
    type Situation,
    type Trial,
} from "./promtool";

/** Stacks whose rules are tested: between them they have every alert. */
export const SETTINGS: Readonly<Record<RuleSettings["databaseMode"], RuleSettings>> = {
    inCluster: settingsWith("inCluster"),
    managed: settingsWith("managed"),
};

function settingsWith(databaseMode: RuleSettings["databaseMode"]): RuleSettings {
    return {
        documentationUrl: "https://documentation.example.fr",
        databaseMode,
        credentialsRotatedOn: "2026-01-01",
        centres: ["lyon", "nantes", "rennes"],
        prices: { cpuHour: 0.05, memoryGiBHour: 0.006, diskGiBMonth: 0.1, ingestedGiB: 0.5 },
    };
}

/** An alert, and all the groups of its stack. */
export interface Subject {
    readonly rule: AlertRule;
    readonly group: RuleGroup;
    readonly groups: readonly RuleGroup[];
}

/** Every alert; twice one that two stacks have differently. */
export function subjects(): readonly Subject[] {
    const found = new Map<string, Subject>();
    for (const settings of Object.values(SETTINGS)) {
        const groups = ruleGroups(settings);
        for (const group of groups) {
            for (const rule of group.alerts ?? []) {
                const subject = { rule, group, groups };
                const key = JSON.stringify(filesFor(rule, subject));
                found.set(key, found.get(key) ?? subject);
            }
        }
    }
    return [...found.values()];
}

/** The files of an alert and the series that it rests on, and of nothing else. */
function filesFor(rule: AlertRule, { group, groups }: Subject): Readonly<Record<string, string>> {
    const needed = new Set<RecordingRule>();
    const find = (expr: string): void => {
        for (const recording of groups.flatMap((one) => recordedFor(expr, one))) {
            if (!needed.has(recording)) {
                needed.add(recording);
                find(recording.expr);
            }
        }
    };
    find(rule.expr);
    return textsOf([
        ...groups
            .map((one) => ({
                ...one,
                recordings: (one.recordings ?? []).filter((recording) => needed.has(recording)),
                alerts: [],
            }))
            .filter(({ name, recordings }) => recordings.length > 0 && name !== group.name),
        {
            ...group,
            recordings: (group.recordings ?? []).filter((recording) => needed.has(recording)),
            alerts: [rule],
        },
    ]);
}

const recordedFor = (expr: string, { recordings = [] }: RuleGroup) =>
    recordings.filter(({ record }) => expr.includes(record));

const textsOf = (groups: readonly RuleGroup[]) =>
    Object.fromEntries(groups.map((group) => [group.name, rulesFile(group, SETTINGS.inCluster)]));

/** What a case is tried with. The rule may be a mutant of the subject's, which is asked as the subject itself would be. */
export const trialOf = (subject: Subject, one: AlertCase, rule = subject.rule): Trial => ({
    files: filesFor(rule, subject),
    alert: rule.alert,
    step: stepOf(subject.rule),
    situations: expectationsOf(subject.rule, one).map(({ situation }) => situation),
});

/** Minutes from one evaluation to the next: alerts that wait for hours would need too many. */
const stepOf = ({ for: wait = "0m" }: AlertRule) => (secondsOf(wait) < 3600 ? 1 : 5);

/** A situation, and the labels of what should fire at each of its times. */
interface Expectation {
    readonly name: string;
    readonly situation: Situation;
    readonly fired: ReadonlyMap<number, readonly Labels[]>;
}

function expectationsOf(rule: AlertRule, { fires, silent, othersMatter }: AlertCase): readonly Expectation[] {
    const step = stepOf(rule) * 60;
    const ends = fires.map(
        ({ from = "0m" }) => Math.ceil(secondsOf(from) / step) * step + secondsOf(rule.for ?? "0m"),
    );
    const firing = (
        name: string,
        { labels, start }: Firing,
        series: Series,
        times: readonly number[],
    ): Expectation => ({
        name,
        situation: { series, times, ...(start !== undefined && { start }) },
        fired: new Map(
            times.map((time, index) => [time, index === times.length - 1 ? labelsOf(rule, labels) : []]),
        ),
    });
    const looked = Math.max(...ends);
    return [
        ...fires.map((one, index) => {
            const end = ends[index] ?? 0;
            return firing(`fires[${index.toString()}]`, one, one.series, end === 0 ? [0] : [end - step, end]);
        }),
        ...silent.map(({ series, at, start }, index) => {
            const time = at === undefined ? looked : secondsOf(at);
            return {
                name: `silent[${index.toString()}]`,
                situation: { series, times: [time], ...(start !== undefined && { start }) },
                fired: new Map([[time, []]]),
            };
        }),
        ...fires
            .slice(0, othersMatter === true ? 0 : 1)
            .flatMap((one) =>
                besideOthers(one, silent).map(({ label, series }) =>
                    firing(`fires[0] beside all that is silent with another ${label}`, one, series, [looked]),
                ),
            ),
    ];
}

/**
 * A firing situation beside the silent ones, whose objects are called otherwise by one label: they neither excuse the object
 * that the alert is about nor are taken for it. This is what tells when an expression joins series by too few labels.
 */
function besideOthers(
    { series, labels, start }: Firing,
    silent: readonly Silence[],
): readonly { readonly label: string; readonly series: Series }[] {
    if (Array.isArray(labels)) {
        return [];
    }
    return Object.entries(labels as Labels).flatMap(([label, value]) => {
        const mark = `${label}=${JSON.stringify(value)}`;
        const others = silent
            .filter((one) => one.at === undefined && one.start === start)
            .map((one, index) =>
                Object.entries(one.series).map(
                    ([name, values]) =>
                        [name.replace(mark, `${label}="other-${index.toString()}"`), values] as const,
                ),
            )
            // What is about no object of this kind would be there twice.
            .filter((entries) => entries.every(([name]) => !(name in series)));
        return others.length === 0
            ? []
            : [{ label, series: { ...Object.fromEntries(others.flat()), ...series } }];
    });
}

function labelsOf(rule: AlertRule, labels: Labels | readonly Labels[]): readonly Labels[] {
    const { alert: alertname, severity, team } = rule;
    const each = Array.isArray(labels) ? (labels as readonly Labels[]) : [labels as Labels];
    return each.map((own) => ({ ...own, alertname, severity, team, ...rule.labels }));
}

/** What differs between what a case says and what promtool found, in words; nothing where both agree. */
export const differences = (
    rule: AlertRule,
    one: AlertCase,
    outcomes: readonly Outcome[],
): readonly string[] =>
    expectationsOf(rule, one).flatMap(({ name, fired }, index) => {
        const outcome = outcomes[index];
        if (outcome === undefined || outcome instanceof Error) {
            return [`${name}: ${outcome?.message ?? "was not tried"}`];
        }
        return [...fired].flatMap(([time, labels]) => {
            const [expected, got] = [labels, (outcome.get(time) ?? []).map((alert) => alert.labels)].map(
                sorted,
            );
            return got === expected
                ? []
                : [`${name} at ${(time / 60).toString()}m: expected ${expected ?? ""}, got ${got ?? ""}`];
        });
    });

const sorted = (labels: readonly Labels[]) =>
    `[${labels
        .map((one) => JSON.stringify(Object.fromEntries(Object.entries(one).sort())))
        .sort()
        .join(", ")}]`;

/** All that fired in a case's situations. */
export const firedIn = (outcomes: readonly Outcome[]): readonly FiredAlert[] =>
    outcomes.flatMap((outcome) => (outcome instanceof Error ? [] : [...outcome.values()].flat()));
