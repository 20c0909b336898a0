import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

import type { Child } from "../../sandbox/children";

/** What a pod has to end in. Alertmanager takes leave of its peers for up to 10 s before it writes what it knows. */
const END_MS = 30_000;

/** Asks a child that still runs to end, and waits until it has, or has taken too long. */
export async function end(child: Child): Promise<void> {
    const { process } = child;
    if (process.exitCode === null && process.signalCode === null) {
        const exit = once(process, "exit");
        child.signal("SIGTERM");
        await Promise.race([exit, sleep(END_MS, undefined, { ref: false })]);
    }
}
