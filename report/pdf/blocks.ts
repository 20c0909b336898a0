import type { Decision, Status, Verdict } from "../model";
import type { Severity } from "../../policies/rule";

/** What a shape and a colour stand for; a text always says it too. */
export type Mark = Status | Verdict | Severity | "examined" | "genericOnly" | "opaque" | "unexamined";

/** A run of text; `french` marks text that exists in French only. */
export type Piece =
    | string
    | { readonly strong: string }
    | { readonly quiet: string }
    | { readonly code: string }
    | { readonly french: string }
    | { readonly mark: Mark; readonly text: string }
    | { readonly link: string; readonly url: string };

/** Runs that follow each other, each inner list on a line of its own. */
export type Content = Piece | readonly (Piece | readonly Piece[])[];

export interface Column {
    readonly title: string;
    /** Share of the width of the page. */
    readonly width: number;
    readonly numeric?: true;
}

export interface Bar {
    readonly label: string;
    readonly parts: readonly { readonly mark: Mark; readonly count: number; readonly text: string }[];
}

/** What the document is made of; `report.typ` lays each kind out. */
export type Block =
    | {
          readonly kind: "heading";
          readonly level: 1 | 2 | 3;
          readonly text: string;
          readonly newPage?: true;
      }
    | {
          readonly kind: "text";
          readonly content: Content;
          readonly style?: "lead" | "small" | "kept" | "caption";
      }
    | { readonly kind: "list"; readonly items: readonly Content[] }
    | { readonly kind: "facts"; readonly rows: readonly (readonly [string, Content])[] }
    | {
          readonly kind: "table";
          readonly columns: readonly Column[];
          readonly rows: readonly (readonly Content[])[];
      }
    | { readonly kind: "bars"; readonly bars: readonly Bar[] }
    | {
          readonly kind: "signatures";
          readonly columns: readonly string[];
          readonly roles: readonly string[];
      }
    | { readonly kind: "notice"; readonly content: Content }
    | { readonly kind: "end"; readonly lines: readonly string[] };

export interface Cover {
    readonly brand: string;
    readonly subject: string;
    readonly date: string;
    readonly verdict: Decision["verdict"];
    readonly question: string;
    readonly answer: string;
    readonly sentence: string;
    readonly coverage: string;
    readonly reasons: readonly string[];
    readonly facts: readonly (readonly [string, Content])[];
    readonly notices: readonly string[];
}

/** The whole document, every text and number of it as it is printed. */
export interface PdfDocument {
    readonly language: "fr" | "en";
    readonly title: string;
    readonly brand: string;
    /** Of each page but the first. */
    readonly header: readonly [left: string, right: string];
    readonly footer: string;
    readonly contents: string;
    readonly cover: Cover;
    readonly blocks: readonly Block[];
}

export function heading(level: 1 | 2 | 3, text: string): Block {
    return { kind: "heading", level, text };
}

export function paragraph(...content: readonly Piece[]): Block {
    return { kind: "text", content };
}

/** A table over as many parts as its length needs: the layout of one grows faster than its rows. */
export function table(columns: readonly Column[], rows: readonly (readonly Content[])[]): Block[] {
    const parts: Block[] = [];
    for (let from = 0; from < rows.length; from += ROWS_PER_TABLE) {
        parts.push({ kind: "table", columns, rows: rows.slice(from, from + ROWS_PER_TABLE) });
    }
    return parts;
}

const ROWS_PER_TABLE = 500;
