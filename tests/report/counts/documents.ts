import type { Packed } from "../../../report/html/client/packed";
import type { Language } from "../../../report/words/language";
import { STATUSES, VERDICTS, words } from "../../../report/words/words";
import { numbersIn, sectionOf } from "../html/reading";
import { packedJson } from "./packed";
import { pdfText } from "./pdf-text";
import { CONSOLE, type ReportFiles, type Told, tally } from "./told";

/** What documents for people say, read from their text or markup. */

const DIGITS = "\\d[\\d\u00a0\u202f,]*";

const numberOf = (text: string) => Number(text.replace(/\D/g, ""));

/** The sentence on what was found, wherever lines end. A verdict that it leaves out was not found. */
export function foundIn(text: string): number[] {
    const sentence = /(?:Constats|Findings)\s?:([^.]*)\./.exec(text)?.[1] ?? "";
    const names = [/non[- ]con?[fm]/, /^ind|^und/, /dérog|exempt/, /^conforme|^compliant/];
    const parts = sentence.split(/,\s+/).map((part) => part.replace(/\s+/g, " ").trim());
    return names.map((name) => {
        const part = parts.find((one) => name.test(one.replace(/^[\d ,]+/, "")));
        return part === undefined ? 0 : numberOf(part);
    });
}

/** The page that a reader without a script sees. */
export function staticHtml(files: ReportFiles): Told {
    return pageCounts(
        files("report.html")
            .toString()
            .replace(/<(style|script)\b.*?<\/\1>/gs, ""),
    );
}

/** The page in a language that the script shows. */
export function packedPage(files: ReportFiles, language: Language): Told {
    return pageCounts(packedOf(files).pages[language]);
}

function pageCounts(html: string): Told {
    const section = sectionOf(html, "couverture");
    const table = /<table class="figures">.*<\/table>/s.exec(section)?.[0] ?? "";
    const lists = html.split('<details class="framework"').slice(1);
    const listed = lists.map((list) =>
        tally(
            STATUSES,
            [...list.matchAll(/class="requirement (\w+)"/g)].map(([, status]) => status),
        ),
    );
    const legends = section
        .split('<div class="chart">')
        .slice(3)
        .map((chart) => numbersIn(chart.split("</ul>")[0] ?? "", /<b>([^<]*)</g));
    if (JSON.stringify(listed) !== JSON.stringify(legends)) {
        throw new Error(`the lists have ${JSON.stringify(listed)}, the charts ${JSON.stringify(legends)}`);
    }
    return {
        findings: numbersIn(table.split("<tr>").at(-1) ?? "", /<td\s*(?:class="zero")?\s*>([^<]*)</g),
        frameworks: listed,
    };
}

const packedOf = (files: ReportFiles) => JSON.parse(packedJson(files("report.html").toString())) as Packed;

/** What the script of the page works on. */
export function packedFindings(files: ReportFiles): Told {
    const { rules } = packedOf(files);
    const verdicts = rules.flatMap(({ open }) => open.map(({ verdict }) => verdict));
    const compliant = rules.reduce((sum, rule) => sum + rule.compliant.length, 0);
    return {
        findings: [...tally(VERDICTS.slice(0, -1), verdicts), compliant],
        open: verdicts.length,
    };
}

/** The tables of the summary, its sentence, and the last line. */
export async function pdf(files: ReportFiles): Promise<Told> {
    const text = await pdfText(files("report.pdf"), ["-layout"]);
    const rows = [...text.matchAll(new RegExp(`(?:^|\\s{2})((?:${DIGITS} {2,}){5}${DIGITS})$`, "gm"))].map(
        ([, row = ""]) => row.split(/ {2,}/).map(numberOf),
    );
    const last = /(?:Fin du rapport|End of the report)[^.]*\./.exec(text)?.[0] ?? "";
    const counts = [...last.matchAll(new RegExp(DIGITS, "g"))].map(([number]) => numberOf(number));
    return {
        findings: foundIn(text),
        frameworks: rows.slice(0, -1),
        requirements: rows.at(-1) ?? [],
        open: Math.max(...counts),
    };
}

export function markdown(files: ReportFiles): Told {
    const text = files("summary.md").toString();
    return {
        findings: foundIn(text),
        frameworks: [
            ...text.matchAll(new RegExp(`((?: \\| ${DIGITS}){${STATUSES.length.toString()}}) \\|$`, "gm")),
        ].map(([, row = ""]) => row.split("|").slice(1).map(numberOf)),
    };
}

/** A line for each framework, without the statuses that none of its requirements has. */
export function consoleSummary(files: ReportFiles, language: Language): Told {
    const text = files(CONSOLE)
        .toString()
        .replaceAll(/[\u00a0\u202f]/g, " ");
    const { tally: names } = words(language);
    const lines = [...text.matchAll(/^ {2}\S+ +(\d.*)$/gm)].map(([, line = ""]) => line.split(", "));
    return {
        findings: foundIn(text),
        frameworks: lines.map((parts) =>
            STATUSES.map((status) => {
                const part = parts.find((one) =>
                    names[status].some((name) => one.replace(/^[\d ,]+/, "") === name),
                );
                return part === undefined ? 0 : numberOf(part);
            }),
        ),
    };
}
