import { BY_RESOURCE, type Choice, EVERYTHING } from "./choice";
import type { Context } from "./context";
import { element } from "./dom";
import { Filter } from "./filter";
import { Form } from "./form";
import { printed } from "./print";
import { ResourcesView } from "./resources-view";
import { RulesView } from "./rules-view";

/** The findings of the report, as one language shows them. */
export class Explorer {
    readonly element: HTMLElement;
    private readonly form: Form;
    private readonly filter: Filter;
    private readonly rules: RulesView;
    private readonly resources: ResourcesView;
    private readonly count = element("output", { "aria-live": "polite" });
    private readonly none: HTMLElement;
    private onPaper?: HTMLElement;

    /** @param chosen - called when the reader changes a filter. */
    constructor(
        private readonly context: Context,
        chosen: () => void,
    ) {
        this.form = new Form(context, () => {
            this.show();
            chosen();
        });
        this.filter = new Filter(context.data, context.language);
        this.rules = new RulesView(context);
        this.resources = new ResourcesView(context);
        this.none = element("p", {}, context.words.none);
        this.element =
            context.data.total === 0
                ? element("p", {}, context.written.typeset(context.words.noFinding))
                : element(
                      "div",
                      {},
                      element(
                          "div",
                          { class: "on-screen" },
                          this.form.element,
                          this.count,
                          this.none,
                          this.rules.element,
                          this.resources.element,
                      ),
                  );
        this.show();
    }

    get choice(): Choice {
        return this.form.read();
    }

    set choice(choice: Choice) {
        this.form.write(choice);
        this.show();
    }

    /** Anchors of the rules that are open. */
    get opened(): readonly string[] {
        return this.rules.opened();
    }

    /** Opens a rule where there is one of that anchor; a filter that hides it is cleared on demand. */
    open(anchor: string, reveal: boolean): void {
        const article = this.rules.open(anchor);
        if (article !== undefined && reveal && (article.hidden || this.rules.element.hidden)) {
            this.choice = EVERYTHING;
        }
    }

    /** Puts every open finding on the page for as long as it is printed. */
    print(): void {
        this.printed();
        this.onPaper = printed(this.context);
        this.element.append(this.onPaper);
    }

    printed(): void {
        this.onPaper?.remove();
    }

    private show(): void {
        const { data, words, written } = this.context;
        const { choice } = this;
        const places = this.filter.apply(choice);
        const byResource = choice.view === BY_RESOURCE;
        this.rules.element.hidden = byResource;
        this.resources.element.hidden = !byResource;
        (byResource ? this.resources : this.rules).show(places);
        const groupedBy = byResource ? data.resources : data.rules;
        const groups = new Set(Array.from(places, (place) => groupedBy[place])).size;
        this.none.hidden = places.length > 0;
        this.count.value =
            `${written.counted(places.length, ...words.shownFinding)} ${words.of} ${written.number(data.total)}, ` +
            `${words.inside} ${written.counted(groups, ...(byResource ? words.resourceNoun : words.rule))}.`;
    }
}
