import { createHash } from "node:crypto";
import type { Naming } from "./provider";

/** A name for a resource that the program left unnamed, or undefined when none may be made. */
export function autoname(prefix: string, naming: Naming): string | undefined {
    if (naming.disabled) {
        return undefined;
    }
    // Seeded by the engine, so that an update by plan makes the name that its preview showed.
    const suffix = createHash("sha256").update(naming.seed).digest("hex").slice(0, 8);
    return naming.proposed ?? `${prefix}${suffix}`;
}
