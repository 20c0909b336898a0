import type { Duration } from "../../../../../components/observability/rules/rule";
import type { Series } from "../promtool";

export type Labels = Readonly<Record<string, string>>;

/** A situation in which an alert fires: `for` after `from`, and not a minute before. */
export interface Firing {
    readonly series: Series;

    /** When the expression begins to hold. Defaults to the first minute. */
    readonly from?: Duration;

    /** Labels of each alert that fires, without alertname, severity, team and the rule's own. */
    readonly labels: Labels | readonly Labels[];

    /** When the situation begins, such as 2026-03-02T08:00:00Z. Defaults to the first of January 1970, a Thursday. */
    readonly start?: string;
}

/** A situation in which an alert stays silent: as near to one in which it fires as can be. */
export interface Silence {
    readonly series: Series;

    /** When one looks. Defaults to when the last of the firing situations has fired. */
    readonly at?: Duration;

    /** As that of `Firing`. */
    readonly start?: string;
}

/** When one alert fires and when not. */
export interface AlertCase {
    readonly alert: string;
    readonly fires: readonly Firing[];
    readonly silent: readonly Silence[];

    /** Whether what fires for one object depends on others of its kind. Defaults to not. */
    readonly othersMatter?: true;
}

/** Minutes for which `always` and `changing` give values. */
const MINUTES = 600;

/** The same value every minute. */
export const always = (value: number): string => `${value.toString()}x${MINUTES.toString()}`;

/** A value that changes by as much every minute. */
export const changing = (first: number, perMinute: number): string =>
    `${first.toString()}${perMinute < 0 ? "" : "+"}${perMinute.toString()}x${MINUTES.toString()}`;

/** One series. */
export function series(metric: string, labels: Labels, values: string): Series {
    const matchers = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    return { [`${metric}{${matchers.join(",")}}`]: values };
}

/** Gives the series of a target, which bear its labels unless they have their own. */
export const target =
    (own: Labels) =>
    (metric: string, labels: Labels, values: string): Series =>
        series(metric, { ...own, ...labels }, values);

const inObservability = (job: string, port: number) =>
    target({ job, instance: `10.0.1.9:${port.toString()}`, namespace: "observability", workload: job });

/** Series of kube-state-metrics: their own namespace prevails. */
export const ksm = inObservability("kube-state-metrics", 8080);

/** Series of a node's exporter. */
export const node = target({
    job: "node-exporter",
    instance: "10.0.1.4:9100",
    node: "aks-general-1",
    namespace: "node-exporter",
    workload: "node-exporter",
});

/** Series of a node's kubelet. */
export const kubelet = target({ job: "kubelet", instance: "aks-general-1", node: "aks-general-1" });

/** Series of the containers of a node. */
export const cadvisor = target({ job: "cadvisor", instance: "aks-general-1", node: "aks-general-1" });

/** Series of the API server. */
export const apiserver = target({ job: "apiserver", instance: "kubernetes.default.svc:443" });

/** Series of the platform's own programs in the namespace `observability`, whose job is their name. */
export const program = inObservability;
