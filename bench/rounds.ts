/** Measurements by name, each a wall time in seconds. */
export type Measurements = Readonly<Record<string, () => Promise<number>>>;

/** Runs every measurement once a round, in turn, so that a slow minute hits them all. */
export async function rounds(
    count: number,
    measurements: Measurements,
    progress: (line: string) => void,
): Promise<Record<string, number[]>> {
    const values: Record<string, number[]> = {};
    for (let round = 1; round <= count; round++) {
        for (const [name, measure] of Object.entries(measurements)) {
            const value = await measure();
            (values[name] ??= []).push(value);
            progress(`round ${round.toString()} of ${count.toString()}: ${name}, ${value.toFixed(1)} s`);
        }
    }
    return values;
}
