import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MANIFEST } from "../../../report/evidence/names";
import { type Publishing, publish } from "../../../report/evidence/publication";
import type { Report } from "../../../report/model";
import { framework, judged, reportOf, STORE, violation, wholeRun } from "../fixtures";

const FRAMEWORKS = [framework("hds", { "EXI 1": ["store-private", "store-tls"] })];

const REPORT: Report = reportOf(
    wholeRun(
        ["hds"],
        judged("hds", STORE, ["store-tls"], ["store-private"]),
        violation("hds", "store-private", STORE, "accès public"),
    ),
    FRAMEWORKS,
);

export function sample(change: Partial<Report> = {}): Report {
    return { ...REPORT, ...change };
}

/** A report of a day of November 2026. */
export function sampleOf(day: number): Report {
    return sample({ generatedAt: `2026-11-${day.toString().padStart(2, "0")}T09:30:00.000Z` });
}

export const KEYS = generateKeyPairSync("ed25519");

/** A folder for a series of its own. */
export class Bench {
    public readonly root = mkdtempSync(join(tmpdir(), "evidence-"));
    public readonly series = join(this.root, "reports", "dev");

    public remove(): void {
        rmSync(this.root, { recursive: true, force: true });
    }

    /** Publishes a report, and returns its folder. */
    public async publish(report: Report, change: Partial<Publishing> = {}): Promise<string> {
        const { folder } = await publish(report, {
            series: this.series,
            formats: ["json"],
            language: "fr",
            ...change,
        });
        return folder;
    }
}

export interface ManifestFile {
    name: string;
    sha256: string;
    size: number;
    mediaType: string;
}

/** A manifest as any program reads it. */
export function manifestOf(folder: string): Record<string, unknown> & { files: ManifestFile[] } {
    return JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")) as ReturnType<typeof manifestOf>;
}
