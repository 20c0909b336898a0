import { WORDS } from "../registers/page-words";
import type { Language, Text } from "../words/language";
import type { Content, Piece } from "./blocks";

/** What people must complete, marked so that nobody takes it for an answer. */
export function toComplete(language: Language): Piece {
    return { mark: "undetermined", text: WORDS[language].toComplete };
}

/** A declared text in the language. */
export function said(text: Text | null, language: Language): Piece {
    return text === null ? toComplete(language) : text[language];
}

/** Each declared item on a line. */
export function lines(items: readonly Piece[]): Content {
    return items.map((item) => [item]);
}
