/**
 * Writes the files that are derived from the code: the JSON schemas of the report and of the exemptions, and the
 * page on the architecture.
 *
 * With `--check` it writes nothing and exits 1 when a file on disk differs.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { architecturePage } from "../architecture/page";
import { recordStack } from "../architecture/record";
import { exemptionsJsonSchema } from "../policies/exemptions/fields";
import { reportJsonSchema } from "../report/model";

const ROOT = join(__dirname, "..");

/** The text of each file, by path. */
async function generated(): Promise<Readonly<Record<string, string>>> {
    // One after the other: Pulumi runs one program at a time in a process.
    const dev = await recordStack("dev");
    const prod = await recordStack("prod");
    return {
        "docs/architecture.md": await formatted("docs/architecture.md", architecturePage({ dev, prod })),
        "policies/exemptions.schema.json": await formatted(
            "policies/exemptions.schema.json",
            JSON.stringify(exemptionsJsonSchema(), null, 4),
        ),
        "report/report.schema.json": await formatted(
            "report/report.schema.json",
            JSON.stringify(reportJsonSchema(), null, 4),
        ),
    };
}

async function formatted(path: string, text: string): Promise<string> {
    const filepath = join(ROOT, path);
    return format(text, { ...(await resolveConfig(filepath)), filepath });
}

async function main(checkOnly: boolean): Promise<void> {
    for (const [path, text] of Object.entries(await generated())) {
        const file = join(ROOT, path);
        if (!checkOnly) {
            writeFileSync(file, text);
        } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
            console.error(`${path}: expected what the code generates, got an older version`);
            process.exitCode = 1;
        }
    }
}

main(process.argv.includes("--check")).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
