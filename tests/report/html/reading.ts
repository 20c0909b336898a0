import { render } from "../../../report/html/report-html";
import type { Report } from "../../../report/model";
import type { Language } from "../../../report/words/language";

/** The whole document. */
export function documentOf(report: Report, language: Language = "fr"): string {
    return render(report, language)["report.html"] as string;
}

/** What a reader without a script sees, markup and all: neither style nor data nor script. */
export function staticOf(report: Report, language: Language = "fr"): string {
    return documentOf(report, language).replace(/<(style|script)\b.*?<\/\1>/gs, "");
}

/** The section with an id. */
export function sectionOf(html: string, id: string): string {
    const start = html.indexOf(`<section id="${id}"`);
    const rest = html.slice(start + 1);
    const next = rest.search(/<section id="|<\/main>/);
    return start < 0 ? "" : rest.slice(0, next);
}

const ENTITIES: Readonly<Record<string, string>> = {
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&nbsp;": " ",
    "&amp;": "&",
};

/** The text of markup, white space folded. */
export function textOf(html: string): string {
    return html
        .replace(/<[^>]*>/g, " ")
        .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? "")
        .replace(/\s+/g, " ");
}

/** Numbers as the page writes them, read back. */
export function numbersIn(html: string, pattern: RegExp): number[] {
    return [...html.matchAll(pattern)].map(([, digits = ""]) => Number(digits.replace(/\D/g, "")));
}
