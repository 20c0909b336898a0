import { createRequire } from "node:module";
import type { Report } from "./model";
import type { Language } from "./words/language";

export type Content = string | Uint8Array | Iterable<string>;

/** Contents by file name. */
export type Files = Readonly<Record<string, Content>>;

/** Makes the files of one format. The same report and language give the same bytes. */
export type Render = (report: Report, language: Language) => Files | Promise<Files>;

interface Renderer {
    readonly render: Render;
}

const load = createRequire(__filename);

/** Each format, and the module that makes it, loaded when it is asked for. */
const RENDERERS = {
    json: () => load("./json/report-json") as Renderer,
    html: () => load("./html/report-html") as Renderer,
    pdf: () => load("./pdf/report-pdf") as Renderer,
    sarif: () => load("./sarif/complete") as Renderer,
    "sarif-github": () => load("./sarif/github") as Renderer,
    junit: () => load("./junit/report-junit") as Renderer,
    csv: () => load("./csv/report-csv") as Renderer,
    oscal: () => load("./oscal/report-oscal") as Renderer,
    markdown: () => load("./markdown/report-markdown") as Renderer,
    transfers: () => load("./registers/public-page") as Renderer,
} satisfies Readonly<Record<string, () => Renderer>>;

export type Format = keyof typeof RENDERERS;

export const FORMATS = Object.keys(RENDERERS) as readonly Format[];

/** The files of one format. */
export async function render(format: Format, report: Report, language: Language): Promise<Files> {
    return RENDERERS[format]().render(report, language);
}
