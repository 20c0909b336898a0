/** A span of time as Prometheus writes it, such as 15m. */
export type Duration = `${number}${"s" | "m" | "h" | "d"}`;

/**
 * `critical` pages somebody at any hour; `warning` waits for business hours; `info` is shown and never sent; `none` says
 * that all is well, to somebody outside who expects to hear it.
 */
export type Severity = "critical" | "warning" | "info" | "none";

export const TEAMS = ["plateforme", "base-de-donnees", "applicatif", "securite"] as const;

/** Who answers an alert. */
export type Team = (typeof TEAMS)[number];

/** What the person who is called reads, in French: the page of docs/alertes is made of it. */
export interface Runbook {
    /** What the alert says, and how it comes about. */
    readonly meaning: string;

    /** What patients, staff or the law lose while it lasts. */
    readonly impact: string;

    /** What to look at, in order; commands between backquotes. */
    readonly checks: readonly string[];

    /** What to do about what was found. */
    readonly remedies: readonly string[];
}

export interface AlertRule {
    /** In CamelCase, unique. */
    readonly alert: string;

    readonly expr: string;

    /** How long the expression must hold. Defaults to not at all. */
    readonly for?: Duration;

    /** How long the alert goes on after the expression holds no more. Defaults to not at all. */
    readonly keepFiringFor?: Duration;

    readonly severity: Severity;
    readonly team: Team;

    /** Further labels, such as the SLO and the windows of a burn rate. */
    readonly labels?: Readonly<Record<string, string>>;

    /** One line in French; may quote labels as {{ $labels.pod }}, which hold no personal data. */
    readonly summary: string;

    /** One or two sentences in French, with the value. */
    readonly description: string;

    readonly runbook: Runbook;
}

export interface RecordingRule {
    /** As level:metric:operations. */
    readonly record: string;
    readonly expr: string;
    readonly labels?: Readonly<Record<string, string>>;
}

/** Rules of one subject: a group of Prometheus, and a page of docs/alertes. */
export interface RuleGroup {
    /** In lower case with hyphens: the page's name too. */
    readonly name: string;

    /** Title of the page, in French. */
    readonly title: string;

    readonly recordings?: readonly RecordingRule[];
    readonly alerts?: readonly AlertRule[];
}
