import { JOBS } from "../../../../components/observability/metrics/jobs";
import { KEPT } from "../../../../components/observability/metrics/kept";
import { type Series, samples } from "./samples";

export interface Exposed {
    /** Names of the labels of any of its series, the targets' own among them. */
    readonly labels: ReadonlySet<string>;

    /** The samples that have it. */
    readonly programs: readonly string[];
}

/** Labels of every target, as components/observability/metrics/scrape.ts gives them. */
const EVERY_TARGET = ["job", "instance"];
const SERVICE = ["namespace", "workload"];

/** What is peculiar about the targets that some programs are. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
    apiserver: [],
    kubelet: ["node"],
    cadvisor: ["node"],
    "node-exporter": [...SERVICE, "node"],
    "log-agent": [...SERVICE, "node"],
    "blackbox-probes": [...SERVICE, "probe", "module"],
};

/** What Prometheus says itself of each target that it reads, and of each alert. */
const OWN: readonly Series[] = [
    ...[
        "up",
        "scrape_duration_seconds",
        "scrape_samples_scraped",
        "scrape_samples_post_metric_relabeling",
        "scrape_series_added",
    ].map((metric) => ({ metric, labels: [...EVERY_TARGET, ...SERVICE, "node", "probe", "module"] })),
    {
        metric: "ALERTS",
        labels: ["alertname", "alertstate", "severity", "team", ...EVERY_TARGET, ...SERVICE, "node", "slo"],
    },
    { metric: "ALERTS_FOR_STATE", labels: ["alertname", "severity", "team", ...SERVICE] },
];

const isKept = (program: string, metric: string) => {
    const kept: readonly string[] | undefined = (KEPT as Readonly<Record<string, readonly string[]>>)[
        program
    ];
    const dropped = program === "java-agent" ? JOBS["openmrs-backend"].drops : undefined;
    return kept?.includes(metric) ?? !(dropped !== undefined && metric.startsWith(dropped));
};

/** Labels that scrape.ts takes away. */
const DROPPED: Readonly<Record<string, readonly string[]>> = { cadvisor: ["name"] };

/** Every metric that a target of the platform has after relabelling, with its labels. Rules record others from these. */
export function exposed(): ReadonlyMap<string, Exposed> {
    const found = new Map<string, { labels: Set<string>; programs: string[] }>();
    const add = (program: string, { metric, labels }: Series, target: readonly string[]) => {
        const one = found.get(metric) ?? { labels: new Set(), programs: [] };
        found.set(metric, one);
        for (const label of [...labels, ...target]) {
            if (!(DROPPED[program] ?? []).includes(label)) {
                one.labels.add(label);
            }
        }
        if (!one.programs.includes(program)) {
            one.programs.push(program);
        }
    };
    for (const series of OWN) {
        add("prometheus", series, []);
    }
    for (const [program, all] of samples()) {
        for (const series of all.filter(({ metric }) => isKept(program, metric))) {
            add(program, series, [...EVERY_TARGET, ...(TARGETS[program] ?? SERVICE)]);
        }
    }
    return found;
}
