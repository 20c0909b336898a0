import type { Report } from "../../../report/model";
import {
    framework,
    judged,
    type RawEvent,
    reportOf,
    STORE,
    undecided,
    violation,
    wholeRun,
} from "../fixtures";

export const PACKS = ["hds", "rgpd"];

export const FRAMEWORKS = [
    framework("hds", { "EXI 1": ["store-private"], "EXI 2": ["store-tls"], "EXI 3": ["never-applies"] }),
    framework("rgpd", { "art. 32": ["store-private"] }),
];

/** One violation and one undecided verdict. */
export const MIXED = [
    judged("hds", STORE, [], ["store-private", "store-tls"]),
    violation("hds", "store-private", STORE, "access : attendu « private », obtenu « public »"),
    undecided("hds", "store-tls", STORE, "indécidable : tls.version"),
];

export function report(verdicts: readonly RawEvent[], change: Partial<Report> = {}): Report {
    return { ...reportOf(wholeRun(PACKS, ...verdicts), FRAMEWORKS), ...change };
}
