import { changing, type Labels, target } from "../case";

/** Where the server's own metrics are. */
export const SERVER = {
    instance: "10.0.2.7:9464",
    namespace: "openmrs",
    workload: "openmrs-backend",
};

/** Series of the Java agent. */
export const openmrs = target({ job: "openmrs-backend", ...SERVER });

/** Series that the collector of traces derives from them. */
export const spans = target({
    job: "span-metrics",
    instance: "10.0.1.8:8889",
    namespace: "observability",
    workload: "trace-collector",
});

type Target = ReturnType<typeof target>;

/**
 * A histogram of so many requests a minute, by the share of them that took no longer than each bucket says.
 */
export function histogram(
    of: Target,
    metric: string,
    labels: Labels,
    perMinute: number,
    shares: Readonly<Record<string, number>>,
) {
    return {
        ...of(`${metric}_count`, labels, changing(1000, perMinute)),
        ...(Object.assign(
            {},
            ...Object.entries({ ...shares, "+Inf": 1 }).map(([le, share]) =>
                of(`${metric}_bucket`, { ...labels, le }, changing(1000, share * perMinute)),
            ),
        ) as Readonly<Record<string, string>>),
    };
}
