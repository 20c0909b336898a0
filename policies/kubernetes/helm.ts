import type { Inspection } from "../inspection";
import { isRecord } from "../reading";

/** Charts of versions 3 and 4, and releases. */
export const helmTypes: readonly string[] = ["kubernetes:helm.sh:Chart", "kubernetes:helm.sh:Release"];

/** A value among those of a chart; an element of a list goes by the key of the list. */
export interface Setting {
    readonly key: string;
    /** The key of what it is part of, "" at the top. */
    readonly parent: string;
    readonly value: Inspection;
    /** What stands there. */
    readonly content: unknown;
    /** What it is part of. */
    readonly holder: Inspection;
}

/**
 * Visits the values of a chart at every depth, maps as well as what they hold. One that is not known yet may hold
 * anything: it is not visited but noted.
 */
export function eachSetting(release: Inspection, visit: (setting: Setting) => void): void {
    const values = release.at("values");
    const settings: Omit<Setting, "content">[] = [{ key: "", parent: "", value: values, holder: values }];
    // The list grows while it is gone through.
    for (const setting of settings) {
        const { key, parent, value } = setting;
        const reading = value.read("");
        if (reading.state === "unknown") {
            value.note(reading);
        } else if (reading.state === "known" && Array.isArray(reading.value)) {
            value.each("", (item) => {
                settings.push({ key, parent, value: item, holder: value });
            });
        } else if (reading.state === "known") {
            visit({ ...setting, content: reading.value });
            if (isRecord(reading.value)) {
                value.entries("", (name, entry) => {
                    settings.push({ key: name, parent: key, value: entry, holder: value });
                });
            }
        }
    }
}

/** Whether a chart says where it comes from. A Chart of version 3 hands no setting of its own to the engine. */
export function isVisible(release: Inspection): boolean {
    return release.read("chart").state !== "unset" || release.read("path").state !== "unset";
}
