import { readFileSync } from "node:fs";
import * as path from "node:path";

/** An installed npm package, whose files the stand-ins read instead of loading its code. */
export interface NpmPackage {
    readonly root: string;
    readonly version: string;
}

export function npmPackage(name: string): NpmPackage {
    const manifest = require.resolve(`${name}/package.json`);
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
    return { root: path.dirname(manifest), version };
}

/**
 * The file, without its extension, in which an SDK declares a type: `VirtualNetwork` lies in
 * `virtualNetwork`, `CSIDriver` in `csidriver`.
 */
export function classFile(typeName: string): string {
    return typeName.replace(/^[A-Z\d]+/, (capitals) => capitals.toLowerCase());
}
