import { createHash } from "node:crypto";
import { reportNamesOf } from "../evidence/names";
import type { Language } from "../words/language";
import type { Entry, Series } from "./collect";

/** Name of a page of the site; French is the language of record. */
export function pageName(page: string, language: Language): string {
    return language === "fr" ? `${page}.html` : `${page}.${language}.html`;
}

/** Name of the page of a series: readable, and unlike that of any other series. */
export function slugOf({ project, stack, source }: Pick<Entry, "project" | "stack" | "source">): string {
    const readable = `${project}-${stack}`
        .slice(0, 60)
        .normalize("NFD")
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "");
    const digest = createHash("sha256").update(`${project}\n${stack}\n${source}`).digest("hex").slice(0, 8);
    return readable === "" ? digest : `${readable}-${digest}`;
}

/** The folder of the site that holds the pages of each report, by its digest. */
export function foldersOf({ slug, entries }: Series): ReadonlyMap<string, string> {
    const parent = `rapports/${slug}`;
    const folders = new Map<string, string>();
    const taken = new Set<string>();
    for (const { digest, generatedAt } of entries) {
        for (const name of reportNamesOf(generatedAt)) {
            if (!taken.has(name)) {
                taken.add(name);
                folders.set(digest, `${parent}/${name}`);
                break;
            }
        }
    }
    return folders;
}

/** What to call a page of a report in a link. */
export function nameOfPage(page: Entry["pages"][number]): string {
    return page === "report.html" ? "HTML" : page === "report.pdf" ? "PDF" : page;
}
