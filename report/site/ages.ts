import { compareText } from "../compare-text";
import { daysBetween, dayOf } from "../../policies/exemptions/calendar";
import type { Finding, Report, ReportRule } from "../model";
import { SEVERITIES } from "../words/words";

const DAY_MS = 86_400_000;

/** Days after which an open finding calls for steering. */
export const OLD = 90;

/** Last days of the classes of age; the last class has no end. */
export const CLASSES = [7, 30, OLD, Infinity] as const;

/** A finding to be mended, and for how many days it has been open. */
export interface Aged {
    readonly finding: Finding;
    readonly rule: ReportRule | undefined;
    readonly days: number;
}

/** How many findings are in a class of age. */
export interface AgeClass {
    readonly over: number;
    readonly upTo: number;
    readonly toMend: number;
    readonly exempted: number;
}

export interface Ages {
    /** Violations and undecided findings, the oldest first, then the gravest. */
    readonly toMend: readonly Aged[];
    /** Of those, how many are older than `OLD` days. */
    readonly old: number;
    readonly classes: readonly AgeClass[];
}

/** How long the findings of a report have been open. */
export function agesOf({ findings, rules, generatedAt }: Report, now: Date): Ages {
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    const open = findings
        .filter(({ verdict }) => verdict !== "compliant")
        .map((finding) => ({
            finding,
            rule: byId.get(finding.rule),
            days: daysSince(finding.since ?? generatedAt, now),
        }));
    const toMend = open.filter(({ finding }) => finding.verdict !== "exempted").sort(byAge);
    return {
        toMend,
        old: toMend.filter(({ days }) => days > OLD).length,
        classes: CLASSES.map((upTo, index) => {
            const over = CLASSES[index - 1] ?? -1;
            const within = open.filter(({ days }) => days > over && days <= upTo);
            const exempted = within.filter(({ finding }) => finding.verdict === "exempted").length;
            return { over, upTo, toMend: within.length - exempted, exempted };
        }),
    };
}

function daysSince(since: string, now: Date): number {
    return Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / DAY_MS));
}

function byAge(a: Aged, b: Aged): number {
    const gravity = ({ rule }: Aged): number =>
        rule === undefined ? SEVERITIES.length : SEVERITIES.indexOf(rule.severity);
    return (
        b.days - a.days ||
        gravity(a) - gravity(b) ||
        compareText(a.finding.rule, b.finding.rule) ||
        compareText(a.finding.resource, b.finding.resource)
    );
}

/** An exemption of the last report, and the days that it has left now. */
export interface Term {
    readonly exemption: Report["exemptions"]["inForce"][number];
    /** Negative once it has expired. */
    readonly daysLeft: number;
}

/** The exemptions of a report, those that end first before the others. */
export function termsOf({ exemptions }: Report, now: Date): readonly Term[] {
    const today = dayOf(now);
    return exemptions.inForce
        .map((exemption) => ({ exemption, daysLeft: daysBetween(today, exemption.expires) }))
        .sort((a, b) => a.daysLeft - b.daysLeft || compareText(a.exemption.id, b.exemption.id));
}
