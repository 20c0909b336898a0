import { notation } from "../../../words/language";
import type { Context } from "./context";
import { type Child, badge, element } from "./dom";

/** Rows shown at first, and at each further demand. */
const FIRST = 20;
const NEXT = 100;

/** The name of a resource, its type and what holds it. */
export function resourceName(resource: number, { packed, words }: Context): Child {
    const { names, types, paths, stack } = packed.resources;
    const path = packed.paths[paths[resource] ?? 0] ?? "";
    return [
        resource === stack ? words.stack : (names[resource] ?? ""),
        " ",
        element("span", { class: "type" }, breakable(packed.types[types[resource] ?? 0] ?? "")),
        path === ""
            ? undefined
            : [" ", element("span", { class: "type" }, breakable(`${words.within} ${path}`))],
    ];
}

/** A type that may break after each of its parts. */
function breakable(type: string): Child {
    return type.split(/(?<=[:/])/).map((part) => [part, element("wbr", {})]);
}

/** What a finding says, its messages in the language of record. */
export function details(place: number, { data, packed, words, written }: Context): Child {
    const finding = data.open.get(place);
    if (finding === undefined) {
        return words.nothing;
    }
    const { messages = [], undecided = [] } = finding;
    const exemption = packed.exemptions[finding.exemption ?? -1];
    const since = packed.texts[finding.since ?? -1];
    return [
        messages.map((message) =>
            element("p", { lang: "fr" }, notation("fr").typeset(packed.texts[message] ?? "")),
        ),
        undecided.length > 0
            ? element(
                  "p",
                  {},
                  words.unknown[packed.source],
                  undecided.map((path) => [" ", element("code", {}, packed.texts[path] ?? "")]),
              )
            : undefined,
        exemption &&
            element(
                "p",
                {},
                words.exemption(
                    exemption.id,
                    written.date(exemption.expires),
                    written.counted(exemption.daysLeft, ...words.day),
                ),
            ),
        since === undefined ? undefined : element("p", { class: "since" }, words.since(written.date(since))),
    ];
}

/** A table of findings that scrolls sideways where it must; the first column heads its rows. */
export function findingTable(
    caption: { readonly id: string; readonly text: string },
    first: string,
    rows: readonly Node[],
    { words }: Context,
): HTMLElement {
    const columns = [first, words.state, words.found].map((name) => element("th", { scope: "col" }, name));
    const table = element(
        "table",
        { class: "findings" },
        element("caption", { class: "unseen", id: caption.id }, caption.text),
        element("thead", {}, element("tr", {}, columns)),
        element("tbody", {}, rows),
    );
    return element(
        "div",
        { class: "scroll", role: "region", "aria-labelledby": caption.id, tabindex: "0" },
        table,
    );
}

export function findingRow(heading: Child, place: number, context: Context): HTMLElement {
    return element(
        "tr",
        {},
        element("th", { scope: "row" }, heading),
        element("td", {}, badge(context.data.verdict(place), context)),
        element("td", {}, details(place, context)),
    );
}

/** Counts by verdict as badges; none where there is nothing. */
export function tally(counts: readonly number[], context: Context): HTMLElement {
    return element(
        "span",
        { class: "counts" },
        context.packed.verdicts.map((verdict, index) => {
            const count = counts[index] ?? 0;
            return count > 0 ? [badge(verdict, context, count), " "] : undefined;
        }),
    );
}

/**
 * Shows the first items in a parent, and a button that shows more of them below it.
 *
 * @returns what holds the button; empty where all are shown.
 */
export function paged<Item>(
    parent: Element,
    items: readonly Item[],
    make: (item: Item) => HTMLElement,
    { words, written }: Context,
): HTMLElement {
    let shown = 0;
    const more = element("p", { class: "more" });
    const show = (count: number): HTMLElement | undefined => {
        const added = items.slice(shown, shown + count).map(make);
        parent.append(...added);
        shown += added.length;
        const left = items.length - shown;
        if (left === 0) {
            more.replaceChildren();
            return added[0];
        }
        const button = element(
            "button",
            { type: "button" },
            words.more(written.number(Math.min(left, NEXT))),
        );
        button.addEventListener("click", () => {
            const firstNew = show(NEXT);
            const target = firstNew?.querySelector<HTMLElement>("summary") ?? firstNew;
            if (target?.localName !== "summary") {
                target?.setAttribute("tabindex", "-1");
            }
            target?.focus({ preventScroll: true });
        });
        more.replaceChildren(button, ` ${words.rows(written.number(shown), written.number(items.length))}`);
        return added[0];
    };
    show(FIRST);
    return more;
}
