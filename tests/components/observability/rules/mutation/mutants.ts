import type { AlertRule, Duration } from "../../../../../components/observability/rules/rule";
import { secondsOf } from "../promtool";

/** An alert with one change that a case should notice. */
export interface Mutant {
    readonly rule: AlertRule;
    /** What was changed, such as `> -> <`. */
    readonly change: string;
}

/** As the groups of `PIECES`. */
const KINDS = ["string", "range", "number", "word", "sign"] as const;

/** A piece of an expression and its place. */
interface Token {
    readonly kind: (typeof KINDS)[number];
    readonly text: string;
    readonly start: number;
}

interface Edit {
    readonly start: number;
    readonly end: number;
    readonly replacement: string;
    readonly change: string;
}

const PIECES =
    /(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|(?<range>\[[^\]]*\]|\d+(?:ms|[smhdwy])\b)|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<word>[A-Za-z_:][\w:]*)|(?<sign>==|!=|>=|<=|=~|!~|[<>+\-*/%^=(){},@])/g;

const OPPOSITES: Readonly<Record<string, string>> = {
    ">": "<",
    "<": ">",
    ">=": "<",
    "<=": ">",
    "==": "!=",
    "!=": "==",
    "+": "-",
    "-": "+",
    "*": "/",
    "/": "*",
    and: "or",
    or: "and",
    unless: "and",
};

const MATCHES: Readonly<Record<string, string>> = { "=": "!=", "!=": "=", "=~": "!~", "!~": "=~" };

const LISTS: ReadonlySet<string> = new Set(["by", "without", "on", "ignoring", "group_left", "group_right"]);

/** Every alert that differs in one place: a number, an operator, a label that is matched or grouped by, how long it waits. */
export function mutantsOf(rule: AlertRule): readonly Mutant[] {
    const { expr } = rule;
    const edited = editsOf(tokensOf(expr)).map(({ start, end, replacement, change }) => ({
        rule: { ...rule, expr: expr.slice(0, start) + replacement + expr.slice(end) },
        change,
    }));
    return [...edited, ...waits(rule)];
}

function waits(rule: AlertRule): readonly Mutant[] {
    const wait = secondsOf(rule.for ?? "0m") / 60;
    const others = wait === 0 ? [5] : [Math.floor(wait / 2), wait * 2];
    return others.map((minutes) => {
        const other = `${minutes.toString()}m` as Duration;
        return { rule: { ...rule, for: other }, change: `for ${rule.for ?? "0m"} -> ${other}` };
    });
}

function tokensOf(expr: string): readonly Token[] {
    return [...expr.matchAll(PIECES)].flatMap(({ 0: text, index, groups = {} }) =>
        KINDS.filter((kind) => groups[kind] !== undefined).map((kind) => ({ kind, text, start: index })),
    );
}

function editsOf(tokens: readonly Token[]): readonly Edit[] {
    const edits: Edit[] = [];
    for (let index = 0; index < tokens.length; index += 1) {
        const token = tokens[index];
        if (token === undefined) {
            break;
        }
        if (token.text === "{" || (LISTS.has(token.text) && tokens[index + 1]?.text === "(")) {
            const end = tokens.findIndex(({ text }, at) => at > index && (text === "}" || text === ")"));
            const inside = tokens.slice(token.text === "{" ? index + 1 : index + 2, end);
            edits.push(...(token.text === "{" ? matcherEdits(inside) : listEdits(token.text, inside)));
            index = end;
        } else if (token.kind === "number") {
            edits.push(...others(Number(token.text)).map((other) => replaced(token, other)));
        } else if (isBinary(token, tokens[index - 1])) {
            edits.push(replaced(token, OPPOSITES[token.text] ?? ""));
        }
    }
    return edits;
}

/** False for the sign of a number. */
const isBinary = ({ text }: Token, before: Token | undefined) =>
    OPPOSITES[text] !== undefined &&
    (text !== "-" || before?.kind === "number" || before?.text === ")" || before?.kind === "word");

/** Two other numbers, one on each side. */
const others = (value: number): readonly string[] =>
    (Number.isInteger(value) && value < 10 ? [value + 1, value - 1] : [value * 1.25, value * 0.8]).map(
        (one) => Number(one.toPrecision(12)).toString(),
    );

const endOf = ({ start, text }: Token) => start + text.length;

const replaced = (token: Token, replacement: string): Edit => ({
    start: token.start,
    end: endOf(token),
    replacement,
    change: `${token.text} -> ${replacement}`,
});

/** Another value, the opposite, and none at all for each `name="value"`, and one alternative less for `a|b`. */
function matcherEdits(inside: readonly Token[]): readonly Edit[] {
    return inside.flatMap((name, index) => {
        const [sign, value, comma] = inside.slice(index + 1, index + 4);
        if (name.kind !== "word" || sign === undefined || value === undefined) {
            return [];
        }
        const matcher = `${name.text}${sign.text}${value.text}`;
        const changed = (token: Token, replacement: string): Edit => ({
            ...replaced(token, replacement),
            change: `${matcher} -> ${matcher.replace(token.text, replacement)}`,
        });
        const alternatives = value.text.slice(1, -1).split("|");
        const fewer =
            !sign.text.includes("~") || alternatives.length === 1
                ? []
                : alternatives.map((one) =>
                      changed(value, JSON.stringify(alternatives.filter((other) => other !== one).join("|"))),
                  );
        const before = inside[index - 1];
        const dropped: Edit = {
            start: comma === undefined && before !== undefined ? before.start : name.start,
            end: endOf(comma ?? value),
            replacement: "",
            change: `${matcher} -> nothing`,
        };
        return [
            changed(value, '"mutant"'),
            changed(sign, MATCHES[sign.text] ?? ""),
            // A metric has its name from one job only.
            ...(name.text === "job" ? [] : [dropped]),
            ...fewer,
        ];
    });
}

/** The list without each of its labels. */
function listEdits(word: string, inside: readonly Token[]): readonly Edit[] {
    const labels = inside.filter(({ kind }) => kind === "word");
    const [first, last] = [inside[0], inside.at(-1)];
    if (first === undefined || last === undefined) {
        return [];
    }
    return labels.map((label) => ({
        start: first.start,
        end: endOf(last),
        replacement: labels
            .filter((other) => other !== label)
            .map(({ text }) => text)
            .join(", "),
        change: `${word} (${labels.map(({ text }) => text).join(", ")}) -> without ${label.text}`,
    }));
}
