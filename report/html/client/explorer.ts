import type { Language } from "../../words/language";
import { type Markup, html } from "../markup";

export { clientScript } from "./bundle";
export { packedData } from "./pack";
export { CLIENT_STYLE } from "./style";

const WORDS = {
    fr: {
        title: "Constats",
        noScript:
            "La liste des constats s’affiche avec JavaScript, dans un navigateur récent. Les fichiers report.json et findings.csv la contiennent en entier.",
    },
    en: {
        title: "Findings",
        noScript:
            "The list of findings shows with JavaScript, in a recent browser. The files report.json and findings.csv hold the whole of it.",
    },
} as const satisfies Record<Language, object>;

/** Where the script of the page shows the findings. */
export function explorerSection(language: Language): Markup {
    const { title, noScript } = WORDS[language];
    return html`<section id="constats" aria-labelledby="titre-constats">
        <h2 id="titre-constats">${title}</h2>
        <noscript><p>${noScript}</p></noscript>
        <div class="explorer"></div>
    </section> `;
}
