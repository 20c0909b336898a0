import { icons } from "../html/icons";
import { type Fragment, html, joined } from "../html/markup";
import { selfContained } from "../html/self-contained";
import { STYLE } from "../html/style";
import { shortened } from "../html/text";
import { wording } from "../html/wording";
import type { Language } from "../words/language";
import { PAGE_STYLE } from "./style";

export interface Page {
    readonly language: Language;
    readonly title: string;
    /** What stands under the title. */
    readonly subtitle: Fragment;
    /** Sections with an id, and their names in the table of contents. */
    readonly sections: readonly { readonly id: string; readonly name: string; readonly content: Fragment }[];
    /** Links of the page's top, such as to the other language. */
    readonly links?: readonly Fragment[];
}

const WORDS = wording(
    { skip: "Aller au contenu", contents: "Sommaire" },
    { skip: "Skip to the content", contents: "Contents" },
);

const ALL_STYLE = `${STYLE}${PAGE_STYLE}`;

/** A page with the look of the report, that loads nothing and runs no script. */
export function documentOf({ language, title, subtitle, sections, links = [] }: Page): string {
    const { skip, contents } = WORDS[language];
    const heading = shortened(title, language);
    return selfContained({
        language,
        title,
        style: ALL_STYLE,
        body: html`${icons()}
            <div id="page">
                <a class="skip" href="#contenu">${skip}</a>
                <header>
                    <p class="brand">AudioProthèse+</p>
                    <h1>${heading}</h1>
                    <p class="meta">${subtitle}</p>
                    ${links.length > 0 && html`<p class="pages">${joined(links, " · ")}</p>`}
                </header>
                <div class="frame">
                    <nav aria-label="${contents}">
                        <ul>
                            ${sections.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}
                        </ul>
                    </nav>
                    <main id="contenu" tabindex="-1">
                        ${sections.map(
                            ({ id, name, content }) =>
                                html`<section id="${id}" aria-labelledby="titre-${id}">
                                    <h2 id="titre-${id}">${name}</h2>
                                    ${content}
                                </section>`,
                        )}
                    </main>
                </div>
            </div>`,
    });
}
