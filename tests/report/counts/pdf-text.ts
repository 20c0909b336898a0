import { spawnSync } from "node:child_process";
import { installed } from "../../programs/install";

/** The text of a PDF; downloads its reader first on a new machine. */
export async function pdfText(bytes: Buffer, own: readonly string[] = []): Promise<string> {
    const { command, args, options } = await installed("pdftotext", console.error);
    const run = spawnSync(command, [...args, ...own, "-", "-", ...options], {
        input: bytes,
        encoding: "utf8",
        maxBuffer: 1e9,
    });
    if (run.status !== 0) {
        throw new Error(`pdftotext: ${run.stderr}`);
    }
    return run.stdout;
}
