import type { Report } from "../model";
import type { Files } from "../outputs";
import { REGISTERS_STYLE } from "../registers/style";
import type { Language } from "../words/language";
import { CLIENT_STYLE, clientScript, packedData } from "./client/explorer";
import { icons } from "./icons";
import { Markup, html } from "./markup";
import { pageOf, titleOf } from "./page";
import { selfContained } from "./self-contained";
import { STYLE } from "./style";

/** The report as one page that loads nothing. */
export function render(report: Report, language: Language): Files {
    const pages = { fr: pageOf(report, "fr").toString(), en: pageOf(report, "en").toString() };
    const style = STYLE + CLIENT_STYLE + REGISTERS_STYLE;
    const script = clientScript();
    const body = html`${icons()}
        <div id="page">${new Markup(pages[language])}</div>
        <script type="application/octet-stream;base64" id="donnees">
            ${packedData(report, pages)}
        </script>`;
    const title = titleOf(report, language);
    return { "report.html": selfContained({ language, title, style, script, body }) };
}
