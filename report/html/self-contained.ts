import { createHash } from "node:crypto";
import type { Language } from "../words/language";
import { type Fragment, Markup, html } from "./markup";
import { shortened } from "./text";

export interface SelfContained {
    readonly language: Language;
    readonly title: string;
    readonly style: string;
    /** Runs after the body; a page without one runs nothing. */
    readonly script?: string;
    readonly body: Fragment;
}

/** A page that loads nothing: style and script are inline, and named by hash in its policy. */
export function selfContained({ language, title, style, script, body }: SelfContained): string {
    const policy = [
        "default-src 'none'",
        `style-src '${digest(style)}'`,
        ...(script === undefined ? [] : [`script-src '${digest(script)}'`]),
        "base-uri 'none'",
        "form-action 'none'",
    ].join("; ");
    const page = html`<!doctype html>
        <html lang="${language}">
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content="${policy}" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>${shortened(title, language)}</title>
                ${new Markup(`<style>${style}</style>`)}
            </head>
            <body>
                ${body} ${script !== undefined && new Markup(`<script>${script}</script>`)}
            </body>
        </html>`;
    return `${page.toString()}\n`;
}

/** Of every character between the tags. */
function digest(text: string): string {
    return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
