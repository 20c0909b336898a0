import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** An npm package that a program depends on, at the version installed. */
export interface Dependency {
    readonly name: string;
    readonly version: string;
}

interface Lockfile {
    readonly packages?: Readonly<
        Record<
            string,
            { readonly version?: string; readonly dependencies?: object; readonly devDependencies?: object }
        >
    >;
}

/**
 * Reads a program's dependencies from its package-lock.json: those of its package.json, or with all of theirs. Fails when
 * there is none.
 */
export async function programDependencies(
    programDirectory: string,
    transitive: boolean,
): Promise<Dependency[]> {
    const file = join(programDirectory, "package-lock.json");
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text === undefined) {
        throw new Error(`${file}: expected a lockfile, got none`);
    }
    const { packages = {} } = JSON.parse(text) as Lockfile;
    const root = packages[""];
    const direct = new Set(
        Object.keys({ ...root?.dependencies, ...root?.devDependencies }).map(
            (name) => `node_modules/${name}`,
        ),
    );
    return Object.entries(packages)
        .filter(([path]) => (transitive ? path !== "" : direct.has(path)))
        .map(([path, { version }]) => ({
            name: path.replace(/^.*node_modules\//, ""),
            version: version ?? "",
        }));
}
