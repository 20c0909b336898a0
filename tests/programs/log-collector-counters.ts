import { setTimeout as sleep } from "node:timers/promises";
import type { RunningCollector } from "./log-collector-run";

/** Samples of the text format, by name and labels. */
export const samplesOf = (text: string) =>
    Object.fromEntries(
        text
            .split("\n")
            .filter((line) => line !== "" && !line.startsWith("#"))
            .map((line) => [
                line.slice(0, line.lastIndexOf(" ")),
                Number(line.slice(line.lastIndexOf(" ") + 1)),
            ]),
    );

/** The derived counters once there are as many samples, which takes the collector a second. */
export async function countersOf(
    collector: RunningCollector,
    enough: (samples: Record<string, number>) => boolean,
) {
    const limit = performance.now() + 10_000;
    const read = async () => samplesOf(await collector.metrics("metrics"));
    let samples = await read();
    while (!enough(samples) && performance.now() < limit) {
        await sleep(100);
        samples = await read();
    }
    return samples;
}
