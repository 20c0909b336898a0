import * as ts from "typescript";

/** One change of a source file that a test should notice. */
export interface Mutant {
    /** Line in the file, from 1. */
    readonly line: number;
    /** Offsets of the text that is replaced. */
    readonly start: number;
    readonly end: number;
    readonly original: string;
    readonly replacement: string;
}

/** What a rule says of itself, proved by the tests of the catalogue: no verdict turns on it. */
const DESCRIPTION: ReadonlySet<string> = new Set([
    "id",
    "title",
    "why",
    "remediation",
    "severity",
    "url",
    "generic",
    "examples",
]);

/** What the schema of a choice says beside its default: the engine and the tests of the catalogue check that. */
const SCHEMA: ReadonlySet<string> = new Set([
    "description",
    "type",
    "items",
    "enum",
    "minimum",
    "maximum",
    "minItems",
    "uniqueItems",
    "pattern",
]);

const OPERATORS: ReadonlyMap<ts.SyntaxKind, readonly string[]> = new Map([
    [ts.SyntaxKind.EqualsEqualsEqualsToken, ["!=="]],
    [ts.SyntaxKind.ExclamationEqualsEqualsToken, ["==="]],
    [ts.SyntaxKind.LessThanToken, ["<=", ">="]],
    [ts.SyntaxKind.LessThanEqualsToken, ["<", ">"]],
    [ts.SyntaxKind.GreaterThanToken, [">=", "<="]],
    [ts.SyntaxKind.GreaterThanEqualsToken, [">", "<"]],
    [ts.SyntaxKind.AmpersandAmpersandToken, ["||"]],
    [ts.SyntaxKind.BarBarToken, ["&&"]],
    [ts.SyntaxKind.QuestionQuestionToken, ["&&"]],
    [ts.SyntaxKind.PlusToken, ["-"]],
    [ts.SyntaxKind.MinusToken, ["+"]],
    [ts.SyntaxKind.AsteriskToken, ["/"]],
    [ts.SyntaxKind.SlashToken, ["*"]],
]);

const METHODS: ReadonlyMap<string, string> = new Map([
    ["some", "every"],
    ["every", "some"],
    ["startsWith", "endsWith"],
    ["endsWith", "startsWith"],
    ["toLowerCase", "toUpperCase"],
    ["toUpperCase", "toLowerCase"],
]);

/** The mutants of a rule's source, from its first line to its last. */
export function mutantsOf(path: string, source: string): readonly Mutant[] {
    const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
    const mutants: Mutant[] = [];
    const visit = (node: ts.Node): void => {
        if (isBeyondTests(node)) {
            return;
        }
        for (const [target, replacement] of replacementsOf(node)) {
            const start = target.getStart(file);
            mutants.push({
                line: file.getLineAndCharacterOfPosition(start).line + 1,
                start,
                end: target.getEnd(),
                original: target.getText(file),
                replacement,
            });
        }
        ts.forEachChild(node, visit);
    };
    visit(file);
    return mutants;
}

/** The source with a mutant in the place of the original. */
export function mutate(source: string, { start, end, replacement }: Mutant): string {
    return source.slice(0, start) + replacement + source.slice(end);
}

/** Types, imports and the texts of a rule: nothing there decides a verdict. */
function isBeyondTests(node: ts.Node): boolean {
    return (
        ts.isTypeNode(node) ||
        ts.isImportDeclaration(node) ||
        ts.isExportDeclaration(node) ||
        ts.isInterfaceDeclaration(node) ||
        ts.isTypeAliasDeclaration(node) ||
        isNamed(node, DESCRIPTION) ||
        (isNamed(node, SCHEMA) && isNamed(node.parent.parent.parent.parent, new Set(["config"])))
    );
}

function isNamed(node: ts.Node, names: ReadonlySet<string>): boolean {
    return ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && names.has(node.name.text);
}

type Replacement = readonly [target: ts.Node, text: string];

function replacementsOf(node: ts.Node): readonly Replacement[] {
    if (ts.isBinaryExpression(node)) {
        return (OPERATORS.get(node.operatorToken.kind) ?? []).map((text) => [node.operatorToken, text]);
    }
    if (ts.isIfStatement(node)) {
        return constants(node.expression);
    }
    if (ts.isConditionalExpression(node)) {
        return constants(node.condition);
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
        return [[node, node.operand.getText()]];
    }
    if (ts.isBlock(node)) {
        return node.statements.length > 0 ? [[node, "{}"]] : [];
    }
    if (ts.isExpressionStatement(node)) {
        return [[node, ";"]];
    }
    if (ts.isArrowFunction(node)) {
        // A literal is mutated itself; for `false`, undefined would be the same.
        return ts.isBlock(node.body) || literalReplacements(node.body).length > 0
            ? []
            : [[node.body, "undefined"]];
    }
    if (ts.isPropertyAccessExpression(node)) {
        const method = METHODS.get(node.name.text);
        return method === undefined ? [] : [[node.name, method]];
    }
    return literalReplacements(node);
}

function literalReplacements(node: ts.Node): readonly Replacement[] {
    switch (node.kind) {
        case ts.SyntaxKind.TrueKeyword:
            return [[node, "false"]];
        case ts.SyntaxKind.FalseKeyword:
            return [[node, "true"]];
        case ts.SyntaxKind.NumericLiteral:
            return [[node, `(${node.getText()} + 1)`]];
        case ts.SyntaxKind.RegularExpressionLiteral:
            return [
                [node, "/(?!)/g"],
                [node, "/^/g"],
            ];
        case ts.SyntaxKind.StringLiteral:
        case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
        case ts.SyntaxKind.TemplateExpression:
            return isPropertyName(node) ? [] : [[node, textReplacement(node.getText())]];
        case ts.SyntaxKind.ArrayLiteralExpression:
            return (node as ts.ArrayLiteralExpression).elements.length > 0 ? [[node, "[]"]] : [];
        default:
            return [];
    }
}

/** The empty text; of an answer, the opposite one, since its type admits no other. */
function textReplacement(text: string): string {
    switch (text) {
        case '""':
            return '"mutant"';
        case '"yes"':
            return '"no"';
        case '"no"':
            return '"yes"';
        default:
            return '""';
    }
}

/** A key cannot be emptied without clashing with others; its value is mutated. */
function isPropertyName(node: ts.Node): boolean {
    return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

function constants(condition: ts.Expression): readonly Replacement[] {
    return [
        [condition, "true"],
        [condition, "false"],
    ];
}
