import type { KeyObject } from "node:crypto";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { type Format, render } from "../outputs";
import type { Report } from "../model";
import type { Language } from "../words/language";
import { pointLatest } from "./latest";
import type { Manifest } from "./manifest";
import { mediaTypeOf } from "./media-type";
import { MANIFEST, reportNamesOf, SIGNATURE } from "./names";
import type { PreviousReport } from "./previous";
import { newestManifest } from "./newest";
import { writeFolder } from "./staging";
import { writeFile, type WrittenFile } from "./write-file";

export { withdrawLatest } from "./latest";
export { LATEST } from "./names";

export interface Publishing {
    /** The folder of the series. */
    readonly series: string;
    /** Those to write besides `report.json`. */
    readonly formats: readonly Format[];
    readonly language: Language;
    /** Chained to where the series has no report yet. */
    readonly previous?: PreviousReport;
    /** Signs the manifest. */
    readonly key?: KeyObject;
    /** Called before each format is made. */
    readonly onProgress?: (format: Format) => void;
}

/**
 * Adds a report to a series: a dated folder, whole or not at all, that `latest` then points to.
 *
 * @throws UserError when the disk is full or refuses.
 */
export async function publish(
    report: Report,
    { series, formats, language, previous, key, onProgress }: Publishing,
): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
    const files: WrittenFile[] = [];
    const own: WrittenFile[] = [];
    const folder = await writeFolder(series, reportNamesOf(report.generatedAt), language, async (staging) => {
        for (const format of new Set<Format>(["json", ...formats])) {
            onProgress?.(format);
            for (const [name, content] of Object.entries(await render(format, report, language))) {
                files.push(await writeFile(staging, name, content));
            }
        }
        const before = (await newestManifest(series, report)) ?? previous;
        const manifest = manifestOf(report, files, before);
        const text = `${JSON.stringify(manifest, null, 2)}\n`;
        own.push(await writeFile(staging, MANIFEST, text));
        if (key !== undefined) {
            own.push(await writeFile(staging, SIGNATURE, signed(manifest, text, key)));
        }
    });
    await pointLatest(series, basename(folder));
    return { folder, files: [...files, ...own].map(({ name }) => name) };
}

function manifestOf(
    report: Report,
    files: readonly WrittenFile[],
    previous: Pick<PreviousReport, "folder" | "manifest"> | undefined,
): Manifest {
    const { project, stack, source, simulated, generatedAt, commit, engine } = report;
    return {
        version: 1,
        project,
        stack,
        source,
        simulated,
        generatedAt,
        ...(commit && { commit }),
        ...(engine && { engine }),
        packs: report.frameworks.flatMap(({ id, packVersion }) =>
            packVersion === undefined ? [] : [{ framework: id, version: packVersion }],
        ),
        inputs: report.inputs.digest,
        decision: report.decision.verdict,
        complete: true,
        files: files.map((file) => ({ ...file, mediaType: mediaTypeOf(file.name) })),
        previous:
            previous === undefined
                ? null
                : { folder: basename(previous.folder), manifest: previous.manifest },
    };
}

/** Loaded late: it brings a library, and most reports are not signed. */
function signed(manifest: Manifest, text: string, key: KeyObject): string {
    const { signatureOf } = createRequire(__filename)("./signature") as typeof import("./signature");
    return signatureOf(manifest, Buffer.from(text), key);
}
