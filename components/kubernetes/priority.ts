/** Who keeps a place on a full node: pods of the higher value push out those of the lower. */
export const PRIORITIES = {
    /** What everything else waits for: the databases. */
    critical: { className: "audioprothese-critical", value: 1_000_000 },
    standard: { className: "audioprothese-standard", value: 100_000 },
} as const;

export type Priority = keyof typeof PRIORITIES;
