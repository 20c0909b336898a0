import type { Log, Run } from "sarif";
import type { Report } from "../../../report/model";
import type { Language } from "../../../report/words/language";
import { STATUSES, VERDICTS, words } from "../../../report/words/words";
import { type ReportFiles, type Told, grouped, statusesOf, tally, verdictsOf } from "./told";

/** What files for programs say. */

const reportIn = (files: ReportFiles) => JSON.parse(files("report.json").toString()) as Report;

const runIn = (files: ReportFiles, name: string) =>
    (JSON.parse(files(name).toString()) as Log).runs[0] ?? ({} as Partial<Run>);

export function jsonItems(files: ReportFiles): Told {
    const { findings, frameworks } = reportIn(files);
    const verdicts = findings.map(({ verdict }) => verdict);
    const statuses = frameworks.map(({ requirements }) => requirements.map(({ status }) => status));
    return {
        findings: tally(VERDICTS, verdicts),
        requirements: tally(STATUSES, statuses.flat()),
        frameworks: statuses.map((of) => tally(STATUSES, of)),
        open: verdicts.filter((verdict) => verdict !== "compliant").length,
    };
}

export function jsonSummary(files: ReportFiles): Told {
    const { summary, frameworks } = reportIn(files);
    return {
        findings: verdictsOf(summary.findings),
        requirements: statusesOf(summary.requirements),
        frameworks: frameworks.map(({ statuses }) => statusesOf(statuses)),
    };
}

/** By the kinds of results and the taxa. */
export function sarifItems(files: ReportFiles): Told {
    const { results = [], taxonomies = [] } = runIn(files, "report.sarif");
    const kinds = results.map(({ kind, suppressions }) =>
        kind === "fail" && suppressions !== undefined ? "suppressed" : kind,
    );
    return {
        findings: tally(["fail", "open", "suppressed", "pass"], kinds),
        frameworks: taxonomies.map(({ taxa = [] }) =>
            tally(
                STATUSES,
                taxa.map(({ properties }) => properties?.status as string),
            ),
        ),
    };
}

export function sarifSummary(files: ReportFiles): Told {
    const { properties, taxonomies = [] } = runIn(files, "report.sarif");
    const { findings, requirements } = properties?.summary as Report["summary"];
    return {
        findings: verdictsOf(findings),
        requirements: statusesOf(requirements),
        frameworks: taxonomies.map((of) => statusesOf(of.properties?.statuses as Record<string, unknown>)),
    };
}

export function github(files: ReportFiles): Told {
    const { results = [], properties } = runIn(files, "github.sarif");
    const { findings, requirements } = properties?.summary as Report["summary"];
    if (properties?.results !== results.length) {
        throw new Error(`expected ${String(properties?.results)} results, got ${results.length.toString()}`);
    }
    return {
        findings: verdictsOf(findings),
        requirements: statusesOf(requirements),
        refusing: Number(properties.findings),
    };
}

/** Rows of a table whose fields are quoted or empty, without its heading. */
export function csvRows(files: ReportFiles, name: string): string[][] {
    const rows: string[][] = [[]];
    for (const [, field = "", end] of files(name)
        .toString()
        .replace(/^\ufeff/, "")
        .matchAll(/(?:"((?:[^"]|"")*)")?([;,]|\r\n)/g)) {
        rows.at(-1)?.push(field.replaceAll('""', '"'));
        if (end === "\r\n") {
            rows.push([]);
        }
    }
    return rows.slice(1, -1);
}

export function csvItems(files: ReportFiles, language: Language): Told {
    const { verdict, status } = words(language);
    const statuses = STATUSES.map((name) => status[name]);
    const requirements = csvRows(files, "requirements.csv");
    const verdicts = csvRows(files, "findings.csv").map((row) => row[4]);
    return {
        findings: tally(
            VERDICTS.map((name) => verdict[name]),
            verdicts,
        ),
        requirements: tally(
            statuses,
            requirements.map((row) => row[3]),
        ),
        frameworks: grouped(
            requirements,
            ([framework = ""]) => framework,
            (rows) =>
                tally(
                    statuses,
                    rows.map((row) => row[3]),
                ),
        ),
        open: verdicts.filter((name) => name !== verdict.compliant).length,
    };
}

export function csvSummary(files: ReportFiles, language: Language): Told {
    const rows = csvRows(files, "coverage.csv");
    const { verdict, status } = words(language);
    const under = (prefix: RegExp, name: string) =>
        Number(rows.find(([label = ""]) => prefix.test(label) && label.endsWith(`: ${name}`))?.[1]);
    return {
        findings: VERDICTS.map((name) => under(/^(?:Constats|Findings)/, verdict[name])),
        requirements: STATUSES.map((name) => under(/^(?:Exigences|Requirements)/, status[name])),
    };
}
