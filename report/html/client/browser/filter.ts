import type { Language } from "../../../words/language";
import type { Choice } from "./choice";
import type { Dataset } from "./dataset";

/** Text as the search compares it: without accents nor case. */
export function plain(text: string): string {
    return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
}

/** How a choice names one requirement; it names a whole framework by its id. */
export function requirementValue(framework: string, id: string): string {
    return `${framework} ${id}`;
}

/** Finds the findings that answer a choice. */
export class Filter {
    private texts?: Readonly<Record<"rules" | "resources" | "texts", readonly string[]>>;

    constructor(
        private readonly data: Dataset,
        private readonly language: Language,
    ) {}

    /** Their places. */
    apply(choice: Choice): Uint32Array {
        const { total, rules, resources, verdicts, packed } = this.data;
        const ofRule = Uint8Array.from(packed.rules, (rule) =>
            Number(
                (choice.severity === "" || rule.severity === choice.severity) &&
                    (choice.framework === "" ||
                        rule.requirements.some(
                            ({ framework, id }) =>
                                choice.framework === framework ||
                                choice.framework === requirementValue(framework, id),
                        )),
            ),
        );
        const component = packed.components.indexOf(choice.component);
        const verdict = packed.verdicts.findIndex((own) => own === choice.verdict);
        const says = this.saying(choice.text);
        const kept = new Uint32Array(total);
        let count = 0;
        for (let place = 0; place < total; place += 1) {
            if (
                ofRule[rules[place] ?? 0] === 1 &&
                (verdict === -1 || verdicts[place] === verdict) &&
                (component === -1 || packed.resources.components[resources[place] ?? 0] === component) &&
                says(place)
            ) {
                kept[count] = place;
                count += 1;
            }
        }
        return kept.subarray(0, count);
    }

    /** Whether each word stands in a finding, its rule or its resource. */
    private saying(text: string): (place: number) => boolean {
        const words = plain(text)
            .split(/\s+/)
            .filter((word) => word !== "");
        if (words.length === 0) {
            return () => true;
        }
        const { rules, resources, open, packed } = this.data;
        const searched = this.searched();
        const hits = words.map((word) => {
            const holds = (own: string) => Number(own.includes(word));
            return {
                rules: Uint8Array.from(searched.rules, holds),
                resources: Uint8Array.from(searched.resources, holds),
                texts: Uint8Array.from(searched.texts, holds),
                exemptions: Uint8Array.from(packed.exemptions, ({ id }) => holds(plain(id))),
            };
        });
        return (place) =>
            hits.every((hit) => {
                if (hit.rules[rules[place] ?? 0] === 1 || hit.resources[resources[place] ?? 0] === 1) {
                    return true;
                }
                const { messages = [], undecided = [], exemption = -1 } = open.get(place) ?? {};
                return (
                    messages.some((message) => hit.texts[message] === 1) ||
                    undecided.some((path) => hit.texts[path] === 1) ||
                    hit.exemptions[exemption] === 1
                );
            });
    }

    private searched() {
        const { rules, resources, types, paths, texts } = this.data.packed;
        this.texts ??= {
            rules: rules.map(({ id, title, requirements }) =>
                plain(
                    [
                        id,
                        title[this.language],
                        ...requirements.map((requirement) => `${requirement.framework} ${requirement.id}`),
                    ].join("\n"),
                ),
            ),
            resources: resources.names.map((name, place) =>
                plain(
                    `${name}\n${types[resources.types[place] ?? 0] ?? ""}\n${paths[resources.paths[place] ?? 0] ?? ""}`,
                ),
            ),
            texts: texts.map(plain),
        };
        return this.texts;
    }
}
