import type { Format } from "../../../report/outputs";
import type { Language } from "../../../report/words/language";
import { consoleSummary, markdown, packedFindings, packedPage, pdf, staticHtml } from "./documents";
import { csvItems, csvSummary, github, jsonItems, jsonSummary, sarifItems, sarifSummary } from "./machine";
import { junitCases, junitProperties, oscalItems, oscalSummary } from "./standards";
import type { ReportFiles, Told } from "./told";

/** One place of an output that counts are read from, and which it tells. */
export interface Reading {
    readonly format: Format | "console";
    readonly what: string;
    readonly tells: readonly (keyof Told)[];
    readonly read: (files: ReportFiles, language: Language) => Told | Promise<Told>;
}

const ALL = ["findings", "requirements", "frameworks"] as const satisfies (keyof Told)[];
const EACH = ["findings", "frameworks"] as const satisfies (keyof Told)[];

/** Every place. The public page on transfers counts neither findings nor requirements. */
export const READINGS: readonly Reading[] = [
    { format: "json", what: "the items of report.json", tells: [...ALL, "open"], read: jsonItems },
    { format: "json", what: "the summary of report.json", tells: ALL, read: jsonSummary },
    { format: "html", what: "the page without a script", tells: EACH, read: staticHtml },
    {
        format: "html",
        what: "the page in French within the data",
        tells: EACH,
        read: (files) => packedPage(files, "fr"),
    },
    {
        format: "html",
        what: "the page in English within the data",
        tells: EACH,
        read: (files) => packedPage(files, "en"),
    },
    {
        format: "html",
        what: "the findings within the data of the page",
        tells: ["findings", "open"],
        read: packedFindings,
    },
    { format: "pdf", what: "the text of the PDF", tells: [...ALL, "open"], read: pdf },
    { format: "sarif", what: "the results and taxa of report.sarif", tells: EACH, read: sarifItems },
    { format: "sarif", what: "the properties of report.sarif", tells: ALL, read: sarifSummary },
    {
        format: "sarif-github",
        what: "github.sarif",
        tells: ["findings", "requirements", "refusing"],
        read: github,
    },
    { format: "junit", what: "the tests of junit.xml", tells: ["frameworks"], read: junitCases },
    { format: "junit", what: "the properties of junit.xml", tells: EACH, read: junitProperties },
    { format: "csv", what: "the rows of the tables", tells: [...ALL, "open"], read: csvItems },
    { format: "csv", what: "coverage.csv", tells: ["findings", "requirements"], read: csvSummary },
    { format: "oscal", what: "the findings and observations of OSCAL", tells: EACH, read: oscalItems },
    { format: "oscal", what: "the properties of the OSCAL result", tells: ALL, read: oscalSummary },
    { format: "markdown", what: "summary.md", tells: EACH, read: markdown },
    { format: "console", what: "what the console prints", tells: EACH, read: consoleSummary },
];
