import { readdir } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { typeset } from "../../policies/typography";
import { UserError, userMessage } from "../../sandbox/user-error";
import { compareText } from "../compare-text";
import { chainOf } from "../evidence/chain";
import { MANIFEST, REPORT, isReportName } from "../evidence/names";
import { type CheckedFolder, checkFolder } from "../evidence/verify-folder";
import { groupBy } from "../group-by";
import type { Report } from "../model";
import { readReport } from "../read-report";
import type { Language, Text } from "../words/language";
import { slugOf } from "./names";

/** What the site tells of one report. */
export interface Entry extends Pick<
    Report,
    "project" | "stack" | "generatedAt" | "commit" | "decision" | "summary" | "simulated" | "source"
> {
    /** Path of its folder, within what was looked through. */
    readonly path: string;
    readonly folder: string;
    readonly frameworks: readonly Pick<
        Report["frameworks"][number],
        "id" | "title" | "version" | "statuses"
    >[];
    /** Names of the files that people read. */
    readonly pages: readonly string[];
    /** SHA-256 of its `report.json`. */
    readonly digest: string;
}

/**
 * The reports on one stack, the oldest first: those on previews, or those on exported states, which see other values and
 * give no common trend.
 */
export interface Series extends Pick<Report, "project" | "stack" | "source"> {
    /** Name of its page. */
    readonly slug: string;
    readonly entries: readonly [Entry, ...Entry[]];
    /** The whole of the last. */
    readonly latest: Report;
}

/** A folder that is not a whole report, or whose place among the others is in doubt. */
export interface Flagged {
    readonly path: string;
    readonly faults: readonly Text[];
}

export interface Collection {
    readonly series: readonly Series[];
    readonly flagged: readonly Flagged[];
}

/** What people read, as the manifest calls it. */
const PAGES = ["text/html", "application/pdf"];

interface Found {
    readonly entry: Entry;
    readonly read: () => Report;
}

/**
 * Every report in a folder and in those within, links not followed. What is not whole gives no figure and is flagged.
 *
 * @throws UserError when there is no report at all.
 */
export async function collect(root: string, language: Language): Promise<Collection> {
    const flagged: Flagged[] = [];
    const found = new Map<string, Found>();
    for (const folders of await reportFolders(root)) {
        const checked: CheckedFolder[] = [];
        for (const folder of folders) {
            checked.push(await checkFolder(folder));
        }
        const chain = chainOf(checked);
        for (const report of checked) {
            const path = relative(root, report.folder) || ".";
            const link = chain.get(report.name)?.fault;
            const one = look(report, path, found);
            const faults = [...(link === undefined ? [] : [link]), ...("entry" in one ? [] : one)];
            if (faults.length > 0) {
                flagged.push({ path, faults });
            }
            if ("entry" in one) {
                found.set(one.entry.digest, one);
            }
        }
    }
    if (found.size + flagged.length === 0) {
        throw new UserError(
            language === "fr"
                ? typeset(`${root} : attendu des dossiers de rapports, obtenu aucun`)
                : `${root}: expected folders of reports, got none`,
        );
    }
    return { series: seriesOf([...found.values()]), flagged };
}

/** A whole report that is not known yet, or what is wrong with it. */
function look(
    { folder, manifest, faults }: CheckedFolder,
    path: string,
    known: ReadonlyMap<string, Found>,
): Found | readonly Text[] {
    if (faults.length > 0 || manifest === undefined) {
        return faults;
    }
    const digest = manifest.files.find(({ name }) => name === REPORT)?.sha256 ?? "";
    const twin = known.get(digest)?.entry.path;
    if (twin !== undefined) {
        return [{ fr: `même rapport que ${twin}`, en: `same report as ${twin}` }];
    }
    const read = (language?: Language): Report => readReport(join(folder, REPORT), language);
    const pages = manifest.files.filter(({ mediaType }) => PAGES.includes(mediaType)).map(({ name }) => name);
    try {
        return { entry: entryOf(read(), { folder, path, pages, digest }), read };
    } catch (error) {
        return [{ fr: refusalOf(error), en: refusalOf(errorOf(() => read("en"))) }];
    }
}

/** What to tell of a report that cannot be read; a defect of ours is thrown. */
function refusalOf(error: unknown): string {
    const message = userMessage(error);
    if (message === undefined) {
        throw error;
    }
    return message;
}

function errorOf(act: () => unknown): unknown {
    try {
        return act();
    } catch (error) {
        return error;
    }
}

/** Folders of reports, those of one folder together, in the order of their paths. */
async function reportFolders(root: string): Promise<readonly (readonly string[])[]> {
    if (await isReportFolder(root, basename(root))) {
        return [[root]];
    }
    const entries = await readdir(root, { withFileTypes: true });
    const folders = entries
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
        .map(({ name }) => name)
        .sort();
    const own: string[] = [];
    const within: (readonly string[])[] = [];
    for (const name of folders) {
        const path = join(root, name);
        if (await isReportFolder(path, name)) {
            own.push(path);
        } else {
            within.push(...(await reportFolders(path)));
        }
    }
    return own.length === 0 ? within : [own, ...within];
}

async function isReportFolder(path: string, name: string): Promise<boolean> {
    if (isReportName(name)) {
        return true;
    }
    const names = await readdir(path);
    return names.includes(MANIFEST) || (names.includes(REPORT) && !names.some(isReportName));
}

function entryOf(report: Report, of: Pick<Entry, "folder" | "path" | "pages" | "digest">): Entry {
    const { project, stack, generatedAt, commit, decision, summary, simulated, source, frameworks } = report;
    return {
        ...of,
        project,
        stack,
        generatedAt,
        ...(commit === undefined ? {} : { commit }),
        decision,
        summary,
        simulated,
        source,
        frameworks: frameworks.map(({ id, title, version, statuses }) => ({ id, title, version, statuses })),
    };
}

function seriesOf(found: readonly Found[]): Series[] {
    const byStack = groupBy(found, ({ entry }) => JSON.stringify([entry.project, entry.stack, entry.source]));
    return [...byStack]
        .sort(([a], [b]) => compareText(a, b))
        .flatMap(([, ofStack]) => {
            const reports = [...ofStack].sort((a, b) => byTime(a.entry, b.entry));
            const [first, ...others] = reports.map(({ entry }) => entry);
            const last = reports.at(-1);
            return first === undefined || last === undefined
                ? []
                : [
                      {
                          project: first.project,
                          stack: first.stack,
                          source: first.source,
                          slug: slugOf(first),
                          entries: [first, ...others] as const,
                          latest: last.read(),
                      },
                  ];
        });
}

function byTime(a: Entry, b: Entry): number {
    return Date.parse(a.generatedAt) - Date.parse(b.generatedAt) || compareText(a.path, b.path);
}
