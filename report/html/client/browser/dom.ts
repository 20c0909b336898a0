import type { Verdict } from "../../../model";
import type { Language } from "../../../words/language";
import { shortened, visible } from "../../text";
import type { Context } from "./context";

export type Child = Node | string | undefined | readonly Child[];

/** An element; strings become text, as the static page shows them. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Readonly<Record<string, string>>,
    ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        made.setAttribute(name, value);
    }
    append(made, children);
    return made;
}

function append(parent: Element, children: readonly Child[]): void {
    for (const child of children) {
        if (child instanceof Node) {
            parent.append(child);
        } else if (typeof child === "string") {
            parent.append(visible(shortened(child, shownLanguage())));
        } else if (child !== undefined) {
            append(parent, child);
        }
    }
}

export function shownLanguage(): Language {
    return document.documentElement.lang === "en" ? "en" : "fr";
}

/** A link where the address is one of the web, else its text. */
export function link(url: string, text: string): Child {
    return /^https?:\/\//i.test(url) ? element("a", { href: url }, text) : text;
}

const STATUS: Readonly<Record<Verdict, string>> = {
    violation: "nonCompliant",
    undecided: "undetermined",
    exempted: "exempted",
    compliant: "compliant",
};

/** Shape, colour and text of a verdict, or of how many findings have it. */
export function badge(verdict: Verdict, { labels, written, words }: Context, count?: number): HTMLElement {
    const text =
        count === undefined ? labels.verdict[verdict] : written.counted(count, ...words.counted[verdict]);
    return element("span", { class: `badge ${STATUS[verdict]}` }, icon(STATUS[verdict]), " ", text);
}

const SVG = "http://www.w3.org/2000/svg";

function icon(status: string): SVGElement {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(SVG, "use");
    use.setAttribute("href", `#icon-${status}`);
    svg.append(use);
    return svg;
}
