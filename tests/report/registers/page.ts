import * as assert from "node:assert/strict";
import { HtmlValidate } from "html-validate";
import { Markup, html } from "../../../report/html/markup";
import type { Report } from "../../../report/model";
import { factsOf } from "../../../report/registers/facts";
import type { Actor, Registers } from "../../../report/registers/model";
import type { Language } from "../../../report/words/language";
import { framework, needingEvidence, reportOf, urn, wholeRun } from "../fixtures";
import { SUBCONTRACTOR } from "./samples";

export const LANGUAGES: readonly Language[] = ["fr", "en"];
export const MYSQL = "azure-native:dbformysql/v20240101:Server";
export const ROLE = "azure-native:authorization:RoleAssignment";

export const RISKY: Actor = {
    ...SUBCONTRACTOR,
    storage: ["FR", "CH"],
    remoteAccess: [
        { country: "IN", basis: "safeguards", detail: { fr: "Clauses types", en: "Standard clauses" } },
    ],
    risks: [
        {
            country: "US",
            laws: ["FISA, section 702"],
            measures: { fr: "Chiffrement", en: "Encryption" },
            residual: null,
        },
    ],
    evidence: "coffre/certificat-2.pdf",
};

export function reportWith(
    registers: Registers | undefined,
    names: readonly string[] = ["database"],
): Report {
    const base = reportOf(wholeRun(["hds"]), [needingEvidence(framework("hds", { "EXI 13": ["a-rule"] }))]);
    const declared = [
        ...names.map((name) => ({
            urn: urn(MYSQL, name),
            type: MYSQL,
            name,
            inputs: { location: "francecentral", backup: { backupRetentionDays: 35 } },
        })),
        {
            urn: urn(ROLE, "role"),
            type: ROLE,
            name: "role",
            inputs: { principalType: "Group", roleDefinitionId: "/x/acdd72a7-3385-48ef-bd42-f606fba81ae7" },
        },
    ];
    return {
        ...base,
        resources: declared.map(({ urn: of, type, name }) => ({
            urn: of,
            type,
            name,
            kind: "resource" as const,
            rules: 1,
            genericRules: 0,
        })),
        facts: declared.flatMap(factsOf),
        ...(registers && { registers }),
    };
}

/** The text of a page, white space folded. */
export function textOf(page: string): string {
    return page
        .replace(/<style>.*?<\/style>/gs, "")
        .replace(/<[^>]*>/g, " ")
        .replaceAll("&nbsp;", " ")
        .replaceAll("&amp;", "&")
        .replace(/[\s\u00a0]+/g, " ");
}

/** The sections in a page of their own. */
export function wholePage(section: Markup, language: Language): string {
    return html`<!doctype html>
        <html lang="${language}">
            <head>
                <meta charset="utf-8" />
                <title>Page</title>
            </head>
            <body>
                <h1>Page</h1>
                <main>${section}</main>
            </body>
        </html>`.toString();
}

export async function htmlFaults(page: string): Promise<readonly string[]> {
    const validator = new HtmlValidate({
        extends: ["html-validate:recommended"],
        rules: {
            "void-style": "off",
            "no-trailing-whitespace": "off",
            "doctype-style": "off",
            "no-inline-style": "error",
            "long-title": "off",
            // A region that scrolls has to be reached by keyboard.
            "prefer-native-element": "off",
        },
    });
    const { results } = await validator.validateString(page);
    return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

/** Of a table, by the id of its caption, the text of each cell by row. */
export function rowsOf(page: string, caption: string): readonly (readonly string[])[] {
    const start = page.indexOf(`<caption id="${caption}"`);
    assert.notEqual(start, -1, caption);
    const table = page.slice(start, page.indexOf("</table>", start));
    return table
        .split("<tr>")
        .slice(1)
        .map((row) =>
            row
                .split(/<t[hd][^>]*>/)
                .slice(1)
                .map((cell) => textOf(cell).trim()),
        );
}
