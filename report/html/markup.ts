import { visible } from "./text";

const ENTITIES: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};

/** HTML that is safe to place in a page. */
export class Markup {
    public constructor(private readonly html: string) {}

    public toString(): string {
        return this.html;
    }
}

/** A value in a template: a list is written item after item, `undefined` and `false` not at all. */
export type Fragment = Markup | string | number | undefined | false | readonly Fragment[];

/** Tagged template that escapes every value which is not `Markup`; values in attributes stand between double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Markup {
    return new Markup(String.raw({ raw: strings.map(folded) }, ...values.map(render)));
}

/** A link, where the address is one of the web; else its text alone. */
export function link(url: string, content: Fragment): Markup {
    return /^https?:\/\//i.test(url) ? html`<a href="${url}">${content}</a>` : html`${content}`;
}

/** The items with what stands between two of them. */
export function joined(items: readonly Fragment[], separator: Fragment): Fragment {
    return items.map((item, index) => (index === 0 ? item : [separator, item]));
}

/** The indentation of a template, which would be a third of the page, as one space. */
function folded(markup: string): string {
    return markup.replace(/\s*\n\s*/g, "\n");
}

function render(value: Fragment): string {
    if (value === undefined || value === false) {
        return "";
    }
    if (value instanceof Markup) {
        return value.toString();
    }
    if (typeof value === "object") {
        return value.map(render).join("");
    }
    return visible(value.toString()).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
