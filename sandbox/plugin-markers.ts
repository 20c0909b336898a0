import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A plugin that the engine attaches to rather than starts. */
export interface AttachedPlugin {
    readonly kind: "language" | "resource";
    readonly name: string;
    /** "3.28.0". */
    readonly version: string;
}

const MARKER = `#!/bin/sh
echo "this plugin runs inside the sandbox's own process; use npm run pulumi" >&2
exit 1
`;

/**
 * Lists the plugins in the sandbox's PULUMI_HOME. The engine looks for a plugin's file before it attaches: without one it
 * would try to download a provider, or start a policy pack in an older way.
 */
export async function markPlugins(home: string, plugins: readonly AttachedPlugin[]): Promise<void> {
    for (const { kind, name, version } of plugins) {
        const directory = join(home, "plugins", `${kind}-${name}-v${version}`);
        const file = join(directory, `pulumi-${kind}-${name}`);
        if ((await readFile(file, "utf8").catch(() => undefined)) !== MARKER) {
            await mkdir(directory, { recursive: true });
            await writeFile(file, MARKER, { mode: 0o755 });
        }
    }
}
