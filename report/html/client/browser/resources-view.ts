import type { Context } from "./context";
import { element } from "./dom";
import { findingRow, findingTable, paged, resourceName, tally } from "./rows";

interface Group {
    readonly resource: number;
    readonly places: number[];
}

/** A fold for each resource that has findings, the gravest first. */
export class ResourcesView {
    readonly element = element("div", { class: "resources" });

    constructor(private readonly context: Context) {}

    show(places: Uint32Array): void {
        const list = element("div", {});
        const groups = this.sorted(this.grouped(places));
        const more = paged(list, groups, (group) => this.fold(group), this.context);
        this.element.replaceChildren(list, more);
    }

    private grouped(places: Uint32Array): Group[] {
        const groups = new Map<number, Group>();
        for (const place of places) {
            const resource = this.context.data.resources[place] ?? 0;
            const group = groups.get(resource);
            if (group === undefined) {
                groups.set(resource, { resource, places: [place] });
            } else {
                group.places.push(place);
            }
        }
        return [...groups.values()];
    }

    /** By the number of findings of the gravest verdict, of the next, and so on; then by name. */
    private sorted(groups: readonly Group[]): Group[] {
        const { data, packed } = this.context;
        return groups
            .map((group) => ({
                group,
                counts: data.tally(group.places),
                name: packed.resources.names[group.resource] ?? "",
            }))
            .sort((a, b) => {
                const differing = a.counts.findIndex((count, index) => count !== b.counts[index]);
                return differing === -1
                    ? a.name < b.name
                        ? -1
                        : 1
                    : (b.counts[differing] ?? 0) - (a.counts[differing] ?? 0);
            })
            .map(({ group }) => group);
    }

    private fold({ resource, places }: Group): HTMLElement {
        const { context } = this;
        const { data, words, written, language } = context;
        const body = element("div", { class: "body" });
        const heading = element("h3", {}, resourceName(resource, context));
        const details = element(
            "details",
            {},
            element("summary", {}, heading, tally(data.tally(places), context)),
            body,
        );
        details.addEventListener("toggle", () => {
            const caption = {
                id: `ressource_${resource.toString()}`,
                text: words.captionOfResource(context.packed.resources.names[resource] ?? ""),
            };
            const table = findingTable(caption, words.ruleTitle, [], context);
            const rows = table.querySelector("tbody") ?? table;
            const sorted = [...places].sort((a, b) => (data.verdicts[a] ?? 0) - (data.verdicts[b] ?? 0));
            const more = paged(
                rows,
                sorted,
                (place) => {
                    const { anchor, title } = data.rule(place);
                    const name = element("a", { href: `#${anchor}` }, written.typeset(title[language]));
                    return findingRow(name, place, context);
                },
                context,
            );
            body.replaceChildren(...(details.open ? [table, more] : []));
        });
        return element("article", { class: "resource" }, details);
    }
}
