import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A Pulumi package that a program depends on. */
export interface RequiredPackage {
    readonly name: string;
    /** As the engine compares it: "v3.28.0". */
    readonly version: string;
    /** Where its plugin is downloaded from; empty for Pulumi's own server. */
    readonly server: string;
}

interface Manifest {
    readonly name?: string;
    readonly version?: string;
    readonly pulumi?: {
        readonly resource?: boolean;
        readonly name?: string;
        readonly version?: string;
        readonly server?: string;
    };
}

/** Finds the packages under a program's node_modules whose package.json says `pulumi.resource`. */
export async function requiredPackages(programDirectory: string): Promise<RequiredPackage[]> {
    const directories = await packageDirectories(join(programDirectory, "node_modules"));
    const manifests = await Promise.all(directories.map(readManifest));
    const found = new Map<string, RequiredPackage>();
    for (const manifest of manifests) {
        if (manifest?.pulumi?.resource === true) {
            const name = manifest.pulumi.name ?? manifest.name?.replace(/^@pulumi\//, "") ?? "";
            const version = manifest.pulumi.version ?? manifest.version ?? "";
            const required = {
                name,
                version: /^\d/.test(version) ? `v${version}` : version,
                server: manifest.pulumi.server ?? "",
            };
            found.set(`${name}@${required.version}`, required);
        }
    }
    return [...found.values()];
}

/** Every package folder of a node_modules folder, scoped ones and those nested in other packages included. */
async function packageDirectories(nodeModules: string): Promise<string[]> {
    const entries = await readdir(nodeModules, { withFileTypes: true }).catch(() => []);
    const nested = await Promise.all(
        entries
            .filter((entry) => !entry.name.startsWith(".") && (entry.isDirectory() || entry.isSymbolicLink()))
            .map(async ({ name }) => {
                const directory = join(nodeModules, name);
                return name.startsWith("@")
                    ? await packageDirectories(directory)
                    : [directory, ...(await packageDirectories(join(directory, "node_modules")))];
            }),
    );
    return nested.flat();
}

async function readManifest(directory: string): Promise<Manifest | undefined> {
    try {
        return JSON.parse(await readFile(join(directory, "package.json"), "utf8")) as Manifest;
    } catch {
        return undefined;
    }
}
