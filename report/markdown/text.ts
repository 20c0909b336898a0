import type { Language } from "../words/language";
import { shown } from "../words/shown";

/** Characters of one text, before marks are put in. */
const LONGEST = 300;

/** Word joiner: unseen, it keeps mentions, references and addresses from being made into links. */
const JOINER = "\u2060";

/** Marks that name people, issues, requests, labels or snippets where a word follows, on GitHub or GitLab. */
const REFERENCES = /(?:[@#!~%&$^]|\bGH-)(?=[\p{L}\p{N}_"])/giu;

/** Where addresses are known from: a joiner goes inside. */
const ADDRESSES = /(?<=:)(?=\/\/)|(?<=\bwww)(?=\.)/gi;

/** A hash of a commit. */
const COMMIT = /\b[0-9a-f]{6}(?=[0-9a-f]{1,34}\b)/gi;

const ENTITIES: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", $: "&#36;" };

/** Text that shows as it is, on one line, in a paragraph, a list or a table of GitHub or GitLab. */
export function markdownText(text: string, language: Language): string {
    return onOneLine(text, language)
        .replace(REFERENCES, `$&${JOINER}`)
        .replace(ADDRESSES, JOINER)
        .replace(COMMIT, `$&${JOINER}`)
        .replace(/[\\`*_{}[\]#|~]|^[-+=]|(?<=^\d{1,9})[.)]/g, "\\$&")
        .replace(/[<>&$]/g, (mark) => ENTITIES[mark] ?? "");
}

/** A name as code, where hosts make no links. Not for tables. */
export function markdownCode(text: string, language: Language): string {
    const line = onOneLine(text, language);
    const runs = line.match(/`+/g) ?? [];
    const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
    return line === "" ? "—" : runs.length === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

function onOneLine(text: string, language: Language): string {
    return shown(text, language, LONGEST)
        .replace(/[^\S\u00a0\u202f]+/g, " ")
        .trim();
}
