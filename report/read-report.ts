import { readFileSync } from "node:fs";
import { UserError } from "../sandbox/user-error";
import { faultOf } from "./evidence/schema-faults";
import { reportModel, type Report } from "./model";
import { SCHEMA_VERSION } from "./schema-version";
import { type Language, notation } from "./words/language";

/**
 * A report from its `report.json`.
 *
 * @throws UserError when the file is not one of this version of the model; it names the key, what was expected and what was got.
 */
export function readReport(file: string, language: Language = "fr"): Report {
    const refuse = (fr: string, en: string): UserError =>
        new UserError(`${file}${notation(language).typeset(language === "fr" ? ` : ${fr}` : `: ${en}`)}`);
    let value: unknown;
    try {
        value = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
        if (error instanceof SyntaxError) {
            throw refuse(
                "attendu du JSON, obtenu un texte qui n’en est pas",
                "expected JSON, got another text",
            );
        }
        throw error;
    }
    const version = (value as { readonly schemaVersion?: unknown } | null)?.schemaVersion;
    if (typeof version === "number" && version !== SCHEMA_VERSION) {
        const [expected, got] = [SCHEMA_VERSION.toString(), version.toString()];
        throw refuse(
            `schemaVersion : attendu ${expected}, obtenu ${got} ; ce rapport vient d’une autre version de l’outil, qui seule sait le lire`,
            `schemaVersion: expected ${expected}, got ${got}; this report comes from another version of the tool, which alone can read it`,
        );
    }
    if (!isReport(value)) {
        const fault = faultOf(reportModel, value, language);
        throw refuse(fault, fault);
    }
    return value;
}

/** Its keys stay in their order, so that each format made from it again has the same bytes. */
function isReport(value: unknown): value is Report {
    return reportModel.safeParse(value).success;
}
