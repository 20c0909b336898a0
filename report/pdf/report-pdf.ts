import type { Files } from "../outputs";
import type { Report } from "../model";
import type { Language } from "../words/language";
import { annexesBlocks } from "./annexes";
import type { PdfDocument } from "./blocks";
import { closingBlocks } from "./closing";
import { type Context, contextOf } from "./context";
import { BRAND, coverOf, shortCommit } from "./cover";
import { exemptionsBlocks } from "./exemptions";
import { findingsBlocks } from "./findings";
import { printedDocument } from "./printed-document";
import { registersBlocks } from "./registers";
import { requirementsBlocks } from "./requirements";
import { summaryBlocks } from "./summary";
import { typesetPdf } from "./typst";

/** The report as a tagged PDF, for signature. */
export function render(report: Report, language: Language): Files {
    const document = documentOf(contextOf(report, language));
    return { "report.pdf": typesetPdf(printedDocument(document), new Date(report.generatedAt)) };
}

function documentOf(context: Context): PdfDocument {
    const { report, language, shared, own, say } = context;
    const commit = report.commit === undefined ? "" : ` – ${shortCommit(report.commit.id)}`;
    return {
        language,
        title: own.title,
        brand: BRAND,
        header: [`${own.title} – ${own.stack(report.stack)}`, `${say.date(report.generatedAt)}${commit}`],
        footer: shared.notice,
        contents: own.contents,
        cover: coverOf(context),
        blocks: [
            ...summaryBlocks(context),
            ...requirementsBlocks(context),
            ...findingsBlocks(context),
            ...exemptionsBlocks(context),
            ...registersBlocks(context),
            ...annexesBlocks(context),
            ...closingBlocks(context),
        ],
    };
}
