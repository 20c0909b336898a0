import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { MANIFEST, reportNames } from "./names";
import { readAtMost } from "./read-file";

/** What tells the reports of one series. */
export interface Subject {
    readonly project: string;
    readonly stack: string;
}

/** Bytes of the longest manifest that is read. */
export const LONGEST_MANIFEST = 16 << 20;

/** The newest report in a folder that has a manifest, and its digest; undefined where there is none on this stack. */
export async function newestManifest(
    series: string,
    of: Subject,
): Promise<{ readonly folder: string; readonly manifest: string } | undefined> {
    for (const name of [...(await reportNames(series))].reverse()) {
        const folder = join(series, name);
        const bytes = await readAtMost(join(folder, MANIFEST), LONGEST_MANIFEST).catch(() => undefined);
        if (bytes !== undefined && isOn(of, bytes)) {
            return { folder, manifest: createHash("sha256").update(bytes).digest("hex") };
        }
    }
    return undefined;
}

/** The schema is loaded late: it brings a library that a first report does without. */
function isOn({ project, stack }: Subject, bytes: Buffer): boolean {
    const { parseManifest } = createRequire(__filename)("./manifest") as typeof import("./manifest");
    const manifest = parseManifest(bytes);
    return !("fault" in manifest) && manifest.project === project && manifest.stack === stack;
}
