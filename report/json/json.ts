import { propertyOf } from "../property";
import type { Finding, Report } from "../model";

/** Characters that are written at once. */
const PIECE = 1 << 16;

/** The report as `JSON.stringify` would indent it, in pieces: a large one is longer than a string may be. */
export function jsonText(report: Report): Iterable<string> {
    return inPieces(reportTexts(report));
}

function* reportTexts(report: Report): Generator<string> {
    let separator = "{";
    for (const [key, value] of Object.entries<unknown>(report).filter(([, given]) => given !== undefined)) {
        yield `${separator}\n  ${JSON.stringify(key)}: `;
        separator = ",";
        if (Array.isArray(value) && value.length > 0) {
            yield* elements(value, "  ", (item) => indented(item, "    "));
        } else {
            yield indented(value, "  ");
        }
    }
    yield "\n}\n";
}

/**
 * The findings for another program: one object for each thing found wrong or left unknown, with the path of the value,
 * and one for each rule that is respected. In the order of the report.
 */
export function findingsJson(findings: readonly Finding[]): Iterable<string> {
    return inPieces(elementsOfFindings(findings));
}

function* elementsOfFindings(findings: readonly Finding[]): Generator<string> {
    yield* elements(lines(findings), "", JSON.stringify);
    yield "\n";
}

function* lines(findings: readonly Finding[]) {
    for (const { rule, resource, verdict, messages, undecided } of findings) {
        if (verdict === "compliant") {
            yield { rule, verdict, resource, property: null, message: null };
        }
        for (const message of messages) {
            yield { rule, verdict: "violation", resource, property: propertyOf(message), message };
        }
        for (const property of undecided) {
            yield { rule, verdict: "undecided", resource, property, message: null };
        }
    }
}

/** A list with an element a line, or several. */
function* elements<T>(items: Iterable<T>, indent: string, text: (item: T) => string): Generator<string> {
    let separator = "[";
    for (const item of items) {
        yield `${separator}\n${indent}  ${text(item)}`;
        separator = ",";
    }
    yield separator === "[" ? "[]" : `\n${indent}]`;
}

function indented(value: unknown, indent: string): string {
    return JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`);
}

function* inPieces(texts: Iterable<string>): Generator<string> {
    let piece = "";
    for (const text of texts) {
        piece += text;
        if (piece.length >= PIECE) {
            yield piece;
            piece = "";
        }
    }
    yield piece;
}
