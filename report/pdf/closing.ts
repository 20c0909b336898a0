import { totalOf } from "../counts";
import { answerOf } from "../words/words";
import { type Block, heading, paragraph } from "./blocks";
import type { Context } from "./context";
import { MAX_FINDINGS } from "./findings";

/** The last page: what is signed by whom, how much was printed of what was found, and the decision. */
export function closingBlocks({ report, language, own, say, open }: Context): Block[] {
    const { columns, closing } = own;
    const total = totalOf(report.summary.findings) - report.summary.findings.compliant;
    const printed = Math.min(open.length, MAX_FINDINGS);
    const { answer, sentence } = answerOf(report, language);
    return [
        heading(1, closing.title),
        paragraph(closing.statement),
        {
            kind: "facts",
            rows: [
                [own.facts.stack, `${report.project}, ${report.stack}`],
                [own.facts.judged, say.dateTime(report.generatedAt)],
                [closing.digest, { code: report.inputs.digest }],
            ],
        },
        {
            kind: "signatures",
            columns: [columns.role, columns.name, columns.date, columns.signature],
            roles: closing.roles,
        },
        {
            kind: "end",
            lines: [
                closing.decision(answer, sentence),
                closing.printed(printed, total) +
                    (printed < total ? ` ${closing.rest(total - printed)}` : ""),
            ],
        },
    ];
}
