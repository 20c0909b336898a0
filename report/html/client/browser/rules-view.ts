import type { PackedRule } from "../packed";
import type { Context } from "./context";
import { type Child, element, link } from "./dom";
import { findingRow, findingTable, paged, resourceName, tally } from "./rows";

interface Fold {
    readonly rule: PackedRule;
    readonly article: HTMLElement;
    readonly details: HTMLDetailsElement;
    readonly counts: HTMLElement;
    readonly body: HTMLElement;
    /** Those to show. */
    places: readonly number[];
}

/** A fold for each rule; what is in it is made when it opens. */
export class RulesView {
    readonly element = element("div", { class: "rules" });
    private readonly folds: readonly Fold[];

    constructor(private readonly context: Context) {
        this.folds = context.packed.rules.map((rule) => this.fold(rule));
        this.element.append(...this.folds.map(({ article }) => article));
    }

    show(places: Uint32Array): void {
        const byRule = this.context.packed.rules.map((): number[] => []);
        for (const place of places) {
            byRule[this.context.data.rules[place] ?? 0]?.push(place);
        }
        this.folds.forEach((fold, index) => {
            fold.places = byRule[index] ?? [];
            fold.article.hidden = fold.places.length === 0;
            fold.counts.replaceChildren(tally(this.context.data.tally(fold.places), this.context));
            this.fill(fold);
        });
    }

    /** Opens a rule; undefined where there is none of that anchor. */
    open(anchor: string): HTMLElement | undefined {
        const fold = this.folds.find(({ rule }) => rule.anchor === anchor);
        if (fold === undefined) {
            return undefined;
        }
        fold.details.open = true;
        this.fill(fold);
        return fold.article;
    }

    /** Anchors of the rules that are open. */
    opened(): string[] {
        return this.folds.filter(({ details }) => details.open).map(({ rule }) => rule.anchor);
    }

    private fold(rule: PackedRule): Fold {
        const counts = element("span", {});
        const body = element("div", { class: "body" });
        const { language, written } = this.context;
        const details = element(
            "details",
            {},
            element("summary", {}, element("h3", {}, written.typeset(rule.title[language])), counts),
            body,
        );
        const article = element("article", { class: "rule", id: rule.anchor }, details);
        const fold: Fold = { rule, article, details, counts, body, places: [] };
        details.addEventListener("toggle", () => {
            this.fill(fold);
        });
        return fold;
    }

    private fill({ rule, details, body, places }: Fold): void {
        if (!details.open) {
            body.replaceChildren();
            return;
        }
        const { context } = this;
        const { data, words, language, written } = context;
        const id = `${rule.anchor}_constats`;
        const caption = { id, text: written.typeset(words.captionOfRule(rule.title[language])) };
        const table = findingTable(caption, words.resource, [], context);
        const rows = table.querySelector("tbody") ?? table;
        const more = paged(
            rows,
            places,
            (place) => findingRow(resourceName(data.resources[place] ?? 0, context), place, context),
            context,
        );
        body.replaceChildren(ruleFacts(rule, context), ruleTerms(rule, context), table, more);
    }
}

/** Id, proposed severity and requirements of a rule. */
export function ruleFacts(rule: PackedRule, { labels, words, written }: Context): HTMLElement {
    const cited = rule.requirements.map(({ framework, id, anchor }, index): Child => {
        const text = `${framework.toUpperCase()}\u00a0${id}`;
        return [index === 0 ? "" : ", ", element("a", { href: `#${anchor}` }, text)];
    });
    return element(
        "p",
        { class: "meta" },
        element("code", {}, rule.id),
        ` · ${written.typeset(words.proposed)} `,
        element("strong", {}, labels.severity[rule.severity]),
        " · ",
        cited,
    );
}

function ruleTerms(rule: PackedRule, { words, language, written }: Context): HTMLElement {
    const said = (term: string, ...text: readonly Child[]) =>
        element("div", {}, element("dt", {}, term), element("dd", {}, text));
    return element(
        "dl",
        { class: "terms" },
        said(words.why, written.typeset(rule.why[language])),
        said(
            words.remediation,
            written.typeset(rule.remediation[language]),
            " ",
            link(rule.url, words.documentation),
        ),
    );
}
