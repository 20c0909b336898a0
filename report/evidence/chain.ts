import type { Text } from "../words/language";
import { compareNames } from "./names";
import { shown } from "./shown";
import type { CheckedFolder } from "./verify-folder";

/** What the link of a report to the one before it shows. */
export interface Link {
    /** A report was taken out, altered or put in another's place. */
    readonly fault?: Text;
    /** What honest use may bring about too. */
    readonly remark?: Text;
}

/** The link of each report of a series, by its name. */
export function chainOf(reports: readonly CheckedFolder[]): ReadonlyMap<string, Link> {
    const byDigest = new Map(reports.map((report) => [report.digest, report]));
    const names = reports.map(({ name }) => name).sort(compareNames);
    const [oldest = ""] = names;
    const followers = followersOf(reports);
    return new Map(
        reports.map(({ name, manifest }): [string, Link] => {
            const previous = manifest?.previous;
            if (manifest === undefined || previous === undefined) {
                return [name, {}];
            }
            if (previous === null) {
                return [name, name === oldest ? {} : { remark: STARTS_ANEW }];
            }
            const before = byDigest.get(previous.manifest);
            if (before === undefined) {
                return [name, lost(previous.folder, names, name === oldest)];
            }
            const twins = (followers.get(previous.manifest) ?? []).filter((other) => other !== name);
            if (twins.length > 0) {
                return [name, { remark: forked(before.name, twins) }];
            }
            return [name, isAntedated(manifest, before) ? { remark: antedated(before.name) } : {}];
        }),
    );
}

/** The reports that follow each manifest, by its digest. */
function followersOf(reports: readonly CheckedFolder[]): ReadonlyMap<string, readonly string[]> {
    const followers = new Map<string, string[]>();
    for (const { name, manifest } of reports) {
        const digest = manifest?.previous?.manifest;
        if (digest !== undefined) {
            followers.set(digest, [...(followers.get(digest) ?? []), name]);
        }
    }
    return followers;
}

/** The link to a report that is not there as it was. */
function lost(folder: string, names: readonly string[], isOldest: boolean): Link {
    if (names.includes(folder)) {
        return {
            fault: {
                fr: `chaîne rompue : le manifeste du rapport précédent, ${shown(folder)}, n’est plus celui d’alors`,
                en: `broken chain: the manifest of the report before it, ${shown(folder)}, is no longer what it was`,
            },
        };
    }
    // What stood before the first report of the series may have been filed elsewhere.
    return isOldest || compareNames(folder, names[0] ?? "") < 0
        ? {
              remark: {
                  fr: `maillon absent : la série commence après le rapport ${shown(folder)}, conservé ailleurs`,
                  en: `missing link: the series begins after the report ${shown(folder)}, kept elsewhere`,
              },
          }
        : {
              fault: {
                  fr: `chaîne rompue : maillon absent, le rapport précédent ${shown(folder)} a été retiré de la série`,
                  en: `broken chain: missing link, the report before it, ${shown(folder)}, was taken out of the series`,
              },
          };
}

function isAntedated(manifest: { readonly generatedAt: string }, before: CheckedFolder): boolean {
    return (
        before.manifest !== undefined &&
        Date.parse(before.manifest.generatedAt) > Date.parse(manifest.generatedAt)
    );
}

const STARTS_ANEW: Text = {
    fr: "ne se rattache à aucun rapport précédent de la série",
    en: "is linked to no earlier report of the series",
};

function forked(before: string, twins: readonly string[]): Text {
    return {
        fr: `bifurcation : suit ${shown(before)}, comme ${twins.map(shown).join(", ")} (exécutions simultanées, ou rapport refait)`,
        en: `fork: follows ${shown(before)}, as ${twins.map(shown).join(", ")} does (runs at the same time, or a report made again)`,
    };
}

function antedated(before: string): Text {
    return {
        fr: `daté d’avant le rapport qu’il suit, ${shown(before)}`,
        en: `dated before the report that it follows, ${shown(before)}`,
    };
}
