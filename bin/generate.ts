/**
 * Writes the files that are derived from the code: today the JSON schema of the report.
 *
 * With `--check` it writes nothing and exits 1 when a file on disk differs.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { reportJsonSchema } from "../report/model";

const ROOT = join(__dirname, "..");

const generated: Readonly<Record<string, string>> = {
    "report/report.schema.json": `${JSON.stringify(reportJsonSchema(), null, 4)}\n`,
};

const checkOnly = process.argv.includes("--check");
for (const [path, text] of Object.entries(generated)) {
    const file = join(ROOT, path);
    if (!checkOnly) {
        writeFileSync(file, text);
    } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
        console.error(`${path}: expected what the code generates, got an older version`);
        process.exitCode = 1;
    }
}
