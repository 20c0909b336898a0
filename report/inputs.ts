import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Inputs } from "./model";

const ROOT = join(__dirname, "..");

/** Parts of policies/ that make no verdict, or have a digest of their own. */
const NO_RULES = /^policies\/(?:documentation\/|config\/|exemptions\.json$)/;

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
        rules: rulesDigest(),
        levels: sha256(levels !== undefined && existsSync(levels) ? readFileSync(levels, "utf8") : ""),
        exemptions: digestOf(["policies/exemptions.json"]),
    };
    return { ...digests, digest: sha256(Object.values(digests).join("\n")) };
}

/** Of all that judges: rules, what they share, the frameworks, the register's reader, and how packs serve them. */
export function rulesDigest(root = ROOT): string {
    return digestOf(
        filesOf("policies", root).filter((file) => !NO_RULES.test(file)),
        root,
    );
}

/** Of the names and contents of files, and of all in folders; of those that exist. */
function digestOf(paths: readonly string[], root = ROOT): string {
    const hash = createHash("sha256");
    for (const file of paths.flatMap((path) => filesOf(path, root))) {
        hash.update(`${file}\n`)
            .update(readFileSync(join(root, file)))
            .update("\n");
    }
    return hash.digest("hex");
}

function filesOf(path: string, root: string): readonly string[] {
    const absolute = join(root, path);
    if (!existsSync(absolute)) {
        return [];
    }
    return statSync(absolute).isDirectory()
        ? readdirSync(absolute, { recursive: true, encoding: "utf8" })
              .sort()
              .map((file) => `${path}/${file}`)
              .filter((file) => statSync(join(root, file)).isFile())
        : [path];
}

function sha256(text: string): string {
    return createHash("sha256").update(text).digest("hex");
}
