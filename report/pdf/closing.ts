import { totalOf } from "../counts";
import { type Block, heading, paragraph } from "./blocks";
import type { Context } from "./context";
import { MAX_FINDINGS } from "./findings";

/** The last page: who signs, how much was printed of what was found, and the decision. */
export function closingBlocks({ report, shared, own, open }: Context): Block[] {
    const { columns, closing } = own;
    const total = totalOf(report.summary.findings) - report.summary.findings.compliant;
    const printed = Math.min(open.length, MAX_FINDINGS);
    const { answer, sentence } = shared.decision[report.decision.verdict];
    return [
        heading(1, closing.title),
        paragraph(closing.statement),
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
