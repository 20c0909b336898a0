import { type Language, type Notation, notation } from "../../../words/language";
import type { Labels, Packed } from "../packed";
import type { Dataset } from "./dataset";
import { type ExplorerWords, explorerWords } from "./words";

/** What the views say things with. */
export interface Context {
    readonly language: Language;
    readonly data: Dataset;
    readonly packed: Packed;
    readonly labels: Labels;
    readonly words: ExplorerWords;
    readonly written: Notation;
}

export function contextOf(data: Dataset, language: Language): Context {
    const { packed } = data;
    const written = notation(language);
    return {
        language,
        data,
        packed,
        labels: packed.labels[language],
        words: explorerWords(language),
        written,
    };
}
