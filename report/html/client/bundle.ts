import { join } from "node:path";
import { buildSync } from "esbuild";

/** The script of the page, from the modules in `browser/`. */
export function clientScript(): string {
    const { outputFiles } = buildSync({
        entryPoints: [join(__dirname, "browser/main.ts")],
        bundle: true,
        write: false,
        format: "iife",
        platform: "browser",
        target: "es2022",
        minify: true,
        charset: "utf8",
        logLevel: "silent",
    });
    return outputFiles.map(({ text }) => text).join("");
}
