import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Inputs } from "./model";

const ROOT = join(__dirname, "..");

/** What the rules and the frameworks are made of. */
const RULES = [
    "policies/rules",
    "policies/frameworks",
    "policies/kubernetes",
    "policies/azure",
    "policies/secrets",
];

/** The program, without the configuration of a stack. */
const PROGRAM = ["Pulumi.yaml", "package-lock.json", "index.ts", "config.ts", "config", "components"];

/** Digests of what a preview of a stack depends on. */
export function previewInputs(stack: string): Inputs {
    return inputsOf(
        digestOf([...PROGRAM, `Pulumi.${stack}.yaml`]),
        join(ROOT, "policies/config", `${stack}.json`),
    );
}

/**
 * Digests of what the judgement of an exported state depends on.
 *
 * @param state - SHA-256 of the file.
 * @param config - the configuration of the packs, a path; without it the rules are as they are.
 */
export function stateInputs(state: string, config?: string): Inputs {
    return inputsOf(state, config);
}

function inputsOf(infrastructure: string, levels: string | undefined): Inputs {
    const digests = {
        infrastructure,
        rules: digestOf([...RULES, ...filesIn("policies").filter((file) => file.endsWith(".ts"))]),
        levels: sha256(levels !== undefined && existsSync(levels) ? readFileSync(levels, "utf8") : ""),
        exemptions: digestOf(["policies/exemptions.json"]),
    };
    return { ...digests, digest: sha256(Object.values(digests).join("\n")) };
}

/** Of the names and contents of files, and of all in folders; of those that exist. */
function digestOf(paths: readonly string[]): string {
    const hash = createHash("sha256");
    for (const file of paths.flatMap(filesOf)) {
        hash.update(`${file}\n`)
            .update(readFileSync(join(ROOT, file)))
            .update("\n");
    }
    return hash.digest("hex");
}

function filesOf(path: string): readonly string[] {
    const absolute = join(ROOT, path);
    if (!existsSync(absolute)) {
        return [];
    }
    return statSync(absolute).isDirectory()
        ? readdirSync(absolute, { recursive: true, encoding: "utf8" })
              .sort()
              .map((file) => `${path}/${file}`)
              .filter((file) => statSync(join(ROOT, file)).isFile())
        : [path];
}

function filesIn(folder: string): readonly string[] {
    return readdirSync(join(ROOT, folder))
        .sort()
        .map((file) => `${folder}/${file}`)
        .filter((file) => statSync(join(ROOT, file)).isFile());
}

function sha256(text: string): string {
    return createHash("sha256").update(text).digest("hex");
}
