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
    return new Markup(String.raw({ raw: strings }, ...values.map(render)));
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
    return value.toString().replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
