import { visible } from "../../text";
import { BY_RESOURCE, type Choice, type Field, choiceOf } from "./choice";
import type { Context } from "./context";
import { type Child, element } from "./dom";
import { requirementValue } from "./filter";

/** The filters; `changed` is called at each change that the reader makes. */
export class Form {
    readonly element: HTMLFormElement;
    private readonly fields: Readonly<Record<Field, HTMLInputElement | HTMLSelectElement>>;

    constructor(context: Context, changed: () => void) {
        const { packed, labels, words } = context;
        const [masculine, feminine] = words.all;
        this.fields = {
            text: element("input", { type: "search", autocomplete: "off", spellcheck: "false" }),
            framework: element("select", {}, option("", masculine), frameworkOptions(context)),
            component: element(
                "select",
                {},
                option("", masculine),
                [...packed.components].sort().map((component) => option(component, component)),
            ),
            severity: element(
                "select",
                {},
                option("", feminine),
                packed.severities.map((severity) => option(severity, labels.severity[severity])),
            ),
            verdict: element(
                "select",
                {},
                option("", masculine),
                packed.verdicts.map((verdict) => option(verdict, labels.verdict[verdict])),
            ),
            view: element("select", {}, option("", words.byRule), option(BY_RESOURCE, words.byResource)),
        };
        this.element = element(
            "form",
            { class: "filters", role: "search", "aria-label": words.form },
            Object.entries(this.fields).map(([field, control]) =>
                element(
                    "label",
                    { class: `by-${field}` },
                    element("span", {}, words[field as Field]),
                    control,
                ),
            ),
            element("button", { type: "reset" }, words.reset),
        );
        this.element.addEventListener("input", changed);
        this.element.addEventListener("submit", (event) => {
            event.preventDefault();
        });
        this.element.addEventListener("reset", (event) => {
            event.preventDefault();
            this.write(choiceOf((field) => (field === "view" ? this.fields.view.value : "")));
            changed();
        });
    }

    read(): Choice {
        return choiceOf((field) => this.fields[field].value);
    }

    /** Shows a choice; what the lists do not have stands for anything. */
    write(choice: Choice): void {
        for (const [field, control] of Object.entries(this.fields)) {
            control.value = choice[field as Field];
            if (control instanceof HTMLSelectElement && control.selectedIndex === -1) {
                control.value = "";
            }
        }
    }
}

function option(value: string, text: string): HTMLOptionElement {
    return element("option", { value }, text);
}

/** Each framework, then its requirements that findings bear on. */
function frameworkOptions({ packed, language, written }: Context): Child {
    const natural = new Intl.Collator(language, { numeric: true });
    return packed.frameworks.map(({ id: framework, title }) => {
        const cited = packed.rules
            .flatMap(({ requirements }) => requirements)
            .filter((requirement) => requirement.framework === framework)
            .map(({ id }) => id);
        const requirements = [...new Set(cited)].sort((a, b) => natural.compare(a, b));
        return requirements.length === 0
            ? undefined
            : [
                  option(framework, written.typeset(title[language])),
                  element(
                      "optgroup",
                      { label: visible(framework.toUpperCase()) },
                      requirements.map((id) =>
                          option(requirementValue(framework, id), `${framework.toUpperCase()}\u00a0${id}`),
                      ),
                  ),
              ];
    });
}
