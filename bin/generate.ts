/**
 * Writes the files that are derived from the code: the JSON schemas of the report, of its manifest and of the exemptions,
 * the pages on the rules and on the alerts, the one on the architecture and the one on the flows.
 *
 * With `--check` it writes nothing and exits 1 when a file on disk differs.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";
import { flowsPage } from "../architecture/flows-page";
import { architecturePage } from "../architecture/page";
import { recordStack } from "../architecture/record";
import { ALERTS_FOLDER, alertPages } from "../components/observability/rules/pages";
import { exemptionsJsonSchema } from "../policies/exemptions/fields";
import { rules } from "../policies/catalogue";
import { FOLDERS, rulePages } from "../policies/documentation/pages";
import { frameworks } from "../policies/frameworks";
import { manifestJsonSchema } from "../report/evidence/manifest";
import { reportJsonSchema } from "../report/model";

const ROOT = join(__dirname, "..");

/** The text of each file, by path. */
async function generated(): Promise<Readonly<Record<string, string>>> {
    // One after the other: Pulumi runs one program at a time in a process.
    const dev = await recordStack("dev");
    const prod = await recordStack("prod");
    const alerts = Object.entries(alertPages()).map(
        async ([path, text]) => [path, await formatted(path, text)] as const,
    );
    return {
        ...rulePages(rules, frameworks),
        ...Object.fromEntries(await Promise.all(alerts)),
        "docs/architecture.md": await formatted("docs/architecture.md", architecturePage({ dev, prod })),
        "docs/flux.md": await formatted("docs/flux.md", flowsPage({ dev, prod })),
        "policies/exemptions.schema.json": await formatted(
            "policies/exemptions.schema.json",
            JSON.stringify(exemptionsJsonSchema(), null, 4),
        ),
        "report/report.schema.json": await formatted(
            "report/report.schema.json",
            JSON.stringify(reportJsonSchema(), null, 4),
        ),
        "report/evidence/manifest.schema.json": await formatted(
            "report/evidence/manifest.schema.json",
            JSON.stringify(manifestJsonSchema(), null, 4),
        ),
    };
}

async function formatted(path: string, text: string): Promise<string> {
    const filepath = join(ROOT, path);
    return format(text, { ...(await resolveConfig(filepath)), filepath });
}

/** The pages on rules and alerts that there are no longer. */
function strays(paths: readonly string[]): readonly string[] {
    return [...Object.values(FOLDERS), ALERTS_FOLDER]
        .filter((folder) => existsSync(join(ROOT, folder)))
        .flatMap((folder) => readdirSync(join(ROOT, folder)).map((file) => `${folder}/${file}`))
        .filter((path) => !paths.includes(path));
}

async function main(checkOnly: boolean): Promise<void> {
    const files = await generated();
    for (const [path, text] of Object.entries(files)) {
        const file = join(ROOT, path);
        if (!checkOnly) {
            mkdirSync(dirname(file), { recursive: true });
            writeFileSync(file, text);
        } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
            console.error(`${path}: expected what the code generates, got an older version`);
            process.exitCode = 1;
        }
    }
    for (const path of strays(Object.keys(files))) {
        if (!checkOnly) {
            rmSync(join(ROOT, path));
        } else {
            console.error(`${path}: expected no file, for the code generates none, got one`);
            process.exitCode = 1;
        }
    }
}

main(process.argv.includes("--check")).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
