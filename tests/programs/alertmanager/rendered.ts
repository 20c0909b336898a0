import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { alertmanager } from "../../../components/observability/alerting/alertmanager";
import { SECRETS } from "../../../components/observability/alerting/secrets";
import type { WorkloadArgs } from "../../../components/kubernetes/workload-args";

/** What the platform runs, for invented hosts. */
export const ALERTMANAGER: WorkloadArgs = alertmanager({
    namespace: "observability",
    image: "registry.example/alertmanager@sha256:0",
    heartbeatHost: "battement.example.org",
    grafanaHost: "supervision.example.fr",
    storage: { sizeGiB: 1, storageClass: "general", protect: false },
    revision: "2026-11-01",
});

export const ARGS = ALERTMANAGER.containers.alertmanager?.args ?? [];

export const FILES = Object.assign(
    {},
    ...Object.values(ALERTMANAGER.volumes ?? {}).map((volume) =>
        volume.kind === "files" ? volume.files : {},
    ),
) as Readonly<Record<string, string>>;

/** A text of the platform's with the places of a test's own folder in it. */
export const localised = (text: string, folder: string) =>
    text
        .replaceAll("/etc/alertmanager", join(folder, "config"))
        .replaceAll(SECRETS, join(folder, "secrets"))
        .replaceAll("=/alertmanager", `=${join(folder, "data")}`);

/**
 * Writes the files that the platform's pod is given, and gives the path of alertmanager.yml.
 *
 * @param change what a test does to alertmanager.yml.
 */
export async function write(folder: string, change = (config: string) => config): Promise<string> {
    const files = { ...FILES, "alertmanager.yml": change(FILES["alertmanager.yml"] ?? "") };
    for (const [name, text] of Object.entries(files)) {
        const file = join(folder, "config", name);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, localised(text, folder));
    }
    return join(folder, "config/alertmanager.yml");
}
