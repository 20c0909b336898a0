import type { Language } from "../words/language";
import { shown } from "../words/shown";

export { visible } from "../words/shown";

/** Characters of one text that a page shows. */
const LONGEST = 2_000;

/** The text as a page shows it: what would act replaced, and one too long cut, which says how long it is. */
export function shortened(text: string, language: Language): string {
    return shown(text, language, LONGEST);
}

/** The title, or the id where it is blank: a link or a heading without text is none. */
export function named(title: string, id: string): string {
    return title.trim() === "" ? id : title;
}

/** The same value with every text in it shortened; what needs no change is the same object. */
export function readable<T>(value: T, language: Language): T {
    return copied(value, language) as T;
}

function copied(value: unknown, language: Language): unknown {
    if (typeof value === "string") {
        return shortened(value, language);
    }
    if (Array.isArray(value)) {
        const items = value.map((item: unknown) => copied(item, language));
        return items.some((item, index) => item !== value[index]) ? items : value;
    }
    if (typeof value === "object" && value !== null) {
        const entries: readonly [string, unknown][] = Object.entries(value);
        const changed = entries.map(([key, item]) => [key, copied(item, language)] as const);
        return changed.some(([, item], index) => item !== entries[index]?.[1])
            ? Object.fromEntries(changed)
            : value;
    }
    return value;
}
