import type { Context } from "./context";
import { element } from "./dom";
import { ruleFacts } from "./rules-view";
import { findingRow, findingTable, resourceName, tally } from "./rows";

/** Every open finding, rule by rule, with the number of the others, whatever the filters. */
export function printed(context: Context): HTMLElement {
    const { data, packed, words, written, language } = context;
    const open = written.number(data.open.size);
    const rules = packed.rules.map((rule, index) => {
        const [start, end] = data.ofRule(index);
        const places = Array.from({ length: end - start }, (_, step) => start + step);
        const rows = places
            .filter((place) => data.open.has(place))
            .map((place) => findingRow(resourceName(data.resources[place] ?? 0, context), place, context));
        const title = written.typeset(rule.title[language]);
        return element(
            "article",
            { class: "rule" },
            element("h3", {}, title),
            ruleFacts(rule, context),
            element("p", {}, tally(data.tally(places), context)),
            rows.length === 0
                ? undefined
                : findingTable(
                      { id: `${rule.anchor}_impression`, text: title },
                      words.resource,
                      rows,
                      context,
                  ),
        );
    });
    return element(
        "div",
        { class: "printed" },
        element(
            "p",
            {},
            written.typeset(words.printed(open, open, written.number(data.total - data.open.size))),
        ),
        rules,
    );
}
