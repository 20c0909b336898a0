import { readFileSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The register of this repository, beside the packs that heed it. */
export const REGISTER_FILE = join(__dirname, "../exemptions.json");

/** The parsed register; a file that is not JSON parses to nothing, which the register calls a fault. */
export function readRegisterFile(path: string): unknown {
    const text = readFileSync(path, "utf8");
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return undefined;
    }
}

/** Replaces the register, whole or not at all. */
export async function writeRegisterFile(path: string, file: unknown): Promise<void> {
    const draft = `${path}.${String(process.pid)}.tmp`;
    try {
        await writeFile(draft, `${JSON.stringify(file, null, 4)}\n`);
        await rename(draft, path);
    } catch (error) {
        await rm(draft, { force: true });
        throw error;
    }
}
