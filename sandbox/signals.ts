import type { Child } from "./children";

/**
 * One Ctrl-C reaches this process several times: from the terminal, from npm and from the launcher, each of which passes
 * it on. Milliseconds within which they count as one; to the engine a second one means "terminate at once".
 */
const ONE_KEYSTROKE_MS = 250;

/** How often this process looks whether its parent still lives. */
const PARENT_CHECK_MS = 500;

/** How long a child may take to stop once the parent is gone. */
const GRACE_MS = 10_000;

/**
 * Passes SIGINT and SIGTERM on to a child while it runs, and asks it to stop when this process's parent is gone. A child
 * in the terminal's foreground gets the terminal's Ctrl-C by itself. Returns the function that ends the forwarding.
 */
export function forwardSignals(
    child: Pick<Child, "signal">,
    options: { readonly foreground: boolean },
): () => void {
    const last = new Map<NodeJS.Signals, number>();
    const forward = (signal: NodeJS.Signals): void => {
        const now = performance.now();
        const isEcho = now - (last.get(signal) ?? -Infinity) < ONE_KEYSTROKE_MS;
        last.set(signal, now);
        if (!isEcho && !(options.foreground && signal === "SIGINT")) {
            child.signal(signal);
        }
    };
    process.on("SIGINT", forward);
    process.on("SIGTERM", forward);
    process.on("SIGHUP", forward);

    const parent = process.ppid;
    let killing: NodeJS.Timeout | undefined;
    const watching = setInterval(() => {
        if (process.ppid !== parent && killing === undefined) {
            child.signal("SIGINT");
            killing = setTimeout(() => {
                child.signal("SIGKILL");
            }, GRACE_MS);
        }
    }, PARENT_CHECK_MS);

    return () => {
        process.off("SIGINT", forward);
        process.off("SIGTERM", forward);
        process.off("SIGHUP", forward);
        clearInterval(watching);
        clearTimeout(killing);
    };
}
