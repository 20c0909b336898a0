import { createHash } from "node:crypto";
import type { Report } from "../model";
import type { Files } from "../outputs";
import { REGISTERS_STYLE } from "../registers/style";
import type { Language } from "../words/language";
import { CLIENT_STYLE, clientScript, packedData } from "./client/explorer";
import { icons } from "./icons";
import { Markup, html } from "./markup";
import { pageOf, titleOf } from "./page";
import { STYLE } from "./style";
import { shortened } from "./text";

/** The report as one page that loads nothing: style and script are inline and named by hash in its policy. */
export function render(report: Report, language: Language): Files {
    const pages = { fr: pageOf(report, "fr").toString(), en: pageOf(report, "en").toString() };
    const style = STYLE + CLIENT_STYLE + REGISTERS_STYLE;
    const script = clientScript();
    const policy =
        `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; ` +
        "base-uri 'none'; form-action 'none'";
    const page = html`<!doctype html>
        <html lang="${language}">
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content="${policy}" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>${shortened(titleOf(report, language), language)}</title>
                ${new Markup(`<style>${style}</style>`)}
            </head>
            <body>
                ${icons()}
                <div id="page">${new Markup(pages[language])}</div>
                <script type="application/octet-stream;base64" id="donnees">
                    ${packedData(report, pages)}
                </script>
                ${new Markup(`<script>${script}</script>`)}
            </body>
        </html>`;
    return { "report.html": `${page.toString()}\n` };
}

/** Of every character between the tags. */
function digest(text: string): string {
    return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
