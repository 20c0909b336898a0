import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../words/language";
import type { Collection } from "./collect";
import { foldersOf, pageName } from "./names";
import { indexPage, seriesPage } from "./pages";

const LANGUAGES: readonly Language[] = ["fr", "en"];

/** A file of the site: its path, and how to make it when its turn comes. */
export interface SiteFile {
    readonly path: string;
    readonly content: () => string | Promise<Uint8Array>;
}

/** All files of the site: its pages, and copies of the reports' pages, so that it is whole without them. */
export function siteFiles(collection: Collection, now: Date): readonly SiteFile[] {
    const pages = LANGUAGES.flatMap((language) => [
        { path: pageName("index", language), content: () => indexPage(collection, language, now) },
        ...collection.series.map((series) => ({
            path: pageName(series.slug, language),
            content: () => seriesPage(series, language, now),
        })),
    ]);
    const copies = collection.series.flatMap((series) => {
        const folders = foldersOf(series);
        return series.entries.flatMap(({ digest, folder, pages: names }) =>
            names.map((name) => ({
                path: `${folders.get(digest) ?? ""}/${name}`,
                content: () => readFile(join(folder, name)),
            })),
        );
    });
    return [...pages, ...copies];
}
